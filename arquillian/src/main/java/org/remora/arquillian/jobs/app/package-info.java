/**
 * A web application with jobs; tests drive it over HTTP.
 *
 * <p>Uses the extension's API by injection. Servlets and beans are called by several threads.
 */
@NullMarked
package org.remora.arquillian.jobs.app;

import org.jspecify.annotations.NullMarked;
