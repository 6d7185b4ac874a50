package org.remora.session.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Tells when a response is committed, in whatever way: a full buffer, a flush, a redirect, an error, a file sent by the
 * system, the end of the request.
 */
public interface ResponseCommits {

    /** What is done before the first byte leaves. */
    @FunctionalInterface
    interface Listener {
        /**
         * The response is about to be committed; its headers can still be changed.
         *
         * @param headers takes more headers
         * @throws ResponseRefusedException if the response must not go out: the client gets 503 instead, and whatever
         *     else is written is dropped
         */
        void beforeCommit(Headers headers) throws ResponseRefusedException;
    }

    /** The headers of a response that is about to be committed. */
    @FunctionalInterface
    interface Headers {
        /**
         * Adds a header.
         *
         * @param name its name
         * @param value its value
         */
        void add(String name, String value);
    }

    /**
     * Has a listener called once, on the thread that commits.
     *
     * @param request the request whose response it is, wrapped or not
     * @param listener what to do
     */
    void beforeCommit(HttpServletRequest request, Listener listener);

    /**
     * Ends a response that is on its way in such a manner that the client cannot take it for complete.
     *
     * @param request the request whose response it is, wrapped or not
     * @return false if nothing has left yet, though the application can write no more: listeners will be asked
     * @throws IOException if the client is gone already
     */
    boolean breakOff(HttpServletRequest request) throws IOException;
}
