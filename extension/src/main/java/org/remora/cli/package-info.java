/**
 * The command line, {@code java -jar remora.jar}: where it begins.
 *
 * <p>What is here and below runs in a process of its own, in which there is the JDK and what the jar has of its own:
 * nothing that a server brings along may be loaded. Commands are in {@code command}, the way to servers in
 * {@code server}, what is printed in {@code output}. One thread.
 */
@NullMarked
package org.remora.cli;

import org.jspecify.annotations.NullMarked;
