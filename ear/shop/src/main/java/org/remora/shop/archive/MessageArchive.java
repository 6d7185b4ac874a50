package org.remora.shop.archive;

import java.util.List;
import java.util.Optional;

/** The archive as the pages see it. Safe for use by several threads. */
public interface MessageArchive {

    /** Whether there is a database. Without one, nothing else here may be called. */
    boolean isOpen();

    /** Has the archive looked after; every server says so when the application is there. */
    void begin();

    /**
     * Keeps messages, new ones or changed ones. They are in the database when this returns, and are found soon after.
     *
     * @param messages all or none of them is kept
     */
    void save(List<Message> messages);

    /** A message, if there is one of this id. */
    Optional<Message> find(String id);

    /**
     * Looks for messages. Answers within seconds also if servers are lost, and says then that something is missing.
     *
     * @param question what is looked for
     * @return what was found
     */
    SearchResult search(Question question);
}
