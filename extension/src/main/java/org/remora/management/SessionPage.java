package org.remora.management;

import java.util.List;

/** A page of sessions. */
public interface SessionPage {

    /**
     * The sessions, in the order of their ids.
     *
     * @return a row for each
     */
    List<SessionRow> getSessions();

    /**
     * How many there are in all.
     *
     * @return the number on all pages, of the servers that answered
     */
    long getTotal();

    /**
     * What the next page is to be asked for with.
     *
     * @return the last id of this page; empty if there is no further one
     */
    String getNext();

    /**
     * The servers that did not answer, whose sessions are missing.
     *
     * @return the names of their nodes
     */
    List<String> getSilent();
}
