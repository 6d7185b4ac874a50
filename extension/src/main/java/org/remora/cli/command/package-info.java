/**
 * The commands: what they are called, what they ask a server, and how they show the answer.
 *
 * <p>The only package that uses picocli, which finds commands and options by reflection on their annotations. Uses
 * {@code server} and {@code output}.
 */
@NullMarked
package org.remora.cli.command;

import org.jspecify.annotations.NullMarked;
