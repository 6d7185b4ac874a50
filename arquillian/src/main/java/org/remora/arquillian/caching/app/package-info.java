/**
 * A web application with caches of every kind and observers of invalidations; tests drive it over HTTP.
 *
 * <p>Uses the extension's API by injection. Servlets and beans are called by several threads.
 */
@NullMarked
package org.remora.arquillian.caching.app;

import org.jspecify.annotations.NullMarked;
