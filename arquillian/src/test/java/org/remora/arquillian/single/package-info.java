/**
 * Tests that run inside a server with Remora, as part of an application.
 *
 * <p>Uses Arquillian with a server it starts itself, JUnit and AssertJ.
 */
@NullMarked
package org.remora.arquillian.single;

import org.jspecify.annotations.NullMarked;
