/**
 * Clustered sessions by the Servlet API: the filter, the wrapped request, {@code HttpSession} and its cookie.
 *
 * <p>May use {@code jakarta.servlet}. What the API does not offer, the container's adapters provide by the ports
 * {@link org.remora.session.servlet.ResponseCommits} and {@link org.remora.session.servlet.SessionScopes}. Objects of a
 * request may move from thread to thread, as asynchronous requests do.
 */
@NullMarked
package org.remora.session.servlet;

import org.jspecify.annotations.NullMarked;
