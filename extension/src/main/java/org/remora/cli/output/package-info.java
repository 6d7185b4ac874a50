/**
 * What commands print: tables for people, JSON for programs, and the codes that a process ends with.
 *
 * <p>Uses the JDK only. Everything here is used by one thread.
 */
@NullMarked
package org.remora.cli.output;

import org.jspecify.annotations.NullMarked;
