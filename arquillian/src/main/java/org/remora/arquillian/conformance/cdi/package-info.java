/** Checks written from Jakarta Contexts and Dependency Injection 4.0: the session scope and the conversation scope. */
@NullMarked
package org.remora.arquillian.conformance.cdi;

import org.jspecify.annotations.NullMarked;
