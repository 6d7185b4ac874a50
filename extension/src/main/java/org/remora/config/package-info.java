/**
 * The settings: every key, its default and its bounds, read once, checked as a whole and handed out as immutable
 * values.
 *
 * <p>The only package that uses MicroProfile Config; besides it the JDK only. {@code Catalogue} lists the keys, one
 * entry each, and reading, checking and the tests of the documentation all work from it. Everything here is immutable
 * or confined to one call and may be used from any thread.
 */
@NullMarked
package org.remora.config;

import org.jspecify.annotations.NullMarked;
