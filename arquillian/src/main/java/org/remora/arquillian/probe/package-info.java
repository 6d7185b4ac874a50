/**
 * A web application that does with sessions what it is told, one servlet for each theme; tests drive it over HTTP.
 *
 * <p>Uses Jakarta Servlet and CDI, and the extension's API for the one page that shows the cluster; it runs unchanged
 * on a server without the extension. Servlets are called by several threads.
 */
@NullMarked
package org.remora.arquillian.probe;

import org.jspecify.annotations.NullMarked;
