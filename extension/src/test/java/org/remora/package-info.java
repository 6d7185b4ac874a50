/**
 * The rules of the architecture, and the proof that each of them is able to fail.
 *
 * <p>Uses ArchUnit and the JDK's compiler; single-threaded.
 */
@NullMarked
package org.remora;

import org.jspecify.annotations.NullMarked;
