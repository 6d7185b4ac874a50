/**
 * The application that the checks of conformance talk to: it does step by step what a request tells it, and notes what
 * its listeners hear.
 *
 * <p>Uses Jakarta Servlet and CDI only, so that it runs unchanged on a server without the extension. Servlets and
 * listeners are called by several threads.
 */
@NullMarked
package org.remora.arquillian.conformance.app;

import org.jspecify.annotations.NullMarked;
