/**
 * Tests of the load generator, against a small server inside the test's own virtual machine.
 *
 * <p>Uses JUnit and AssertJ. Threads: those of the load generator and of the small server.
 */
@NullMarked
package org.remora.arquillian.load;

import org.jspecify.annotations.NullMarked;
