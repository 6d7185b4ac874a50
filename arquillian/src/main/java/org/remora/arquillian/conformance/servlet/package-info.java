/**
 * Checks written from Jakarta Servlet 6.0: chapter 7 (sessions), 6.2 (filters), 9 and 2.3.3.3 (dispatches), 11
 * (application events), and the API documentation.
 */
@NullMarked
package org.remora.arquillian.conformance.servlet;

import org.jspecify.annotations.NullMarked;
