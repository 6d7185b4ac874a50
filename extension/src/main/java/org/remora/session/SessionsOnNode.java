package org.remora.session;

import java.util.function.Consumer;

/**
 * What other nodes say to a node about the sessions of one application that runs on it.
 *
 * <p>May be called from any thread, and never waits.
 */
public interface SessionsOnNode {

    /**
     * The owner of a record has found that the session's time is over: this node is to end it and to tell the
     * application, unless it was used meanwhile or another node is faster. Or this node has taken the session already,
     * and has not said that the application was told.
     *
     * @param key the record's key
     * @param overAtMillis when its time was over, milliseconds since the epoch
     * @param maxIdleSeconds how long any session may be unused; 0 means for ever
     * @return false if too much waits here already; the owner will ask again
     */
    boolean endOverdue(SessionKey key, long overAtMillis, int maxIdleSeconds);

    /**
     * An administrator ends a session whatever its state: this node is to take it and to tell the application, unless
     * another node is faster.
     *
     * @param key the record's key
     * @param done is told later whether this node was the one, when the application has been told
     */
    void endNow(SessionKey key, Consumer<Boolean> done);

    /**
     * Another node has ended a session. Only a hint: whoever does not get it finds out by the next look.
     *
     * @param key the record's key
     */
    void ended(SessionKey key);

    /**
     * Another node has given a session a new id or a shorter timeout. Only a hint, as {@link #ended}.
     *
     * @param key the record's key
     */
    void changed(SessionKey key);

    /** Sessions were lost with the nodes that had them: this node is to put back those that it has copies of, soon. */
    void lost();

    /** Two halves of a split cluster have become one: what this node knows of any session may be out of date. */
    void merged();
}
