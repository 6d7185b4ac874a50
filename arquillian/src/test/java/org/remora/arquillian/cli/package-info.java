/** The command line, as a process of its own, and the servers that it asks. */
@NullMarked
package org.remora.arquillian.cli;

import org.jspecify.annotations.NullMarked;
