package org.remora.session.servlet;

/**
 * How an application's clients carry their session ids (Servlet 6.0, 7.1).
 *
 * @param cookies whether in a cookie
 * @param urls whether in the URL, where a client sends no cookie
 */
public record SessionTracking(boolean cookies, boolean urls) {}
