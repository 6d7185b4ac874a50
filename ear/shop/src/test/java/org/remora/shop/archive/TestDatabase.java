package org.remora.shop.archive;

import java.util.Optional;
import java.util.UUID;

/** Databases in memory, one for each test. */
final class TestDatabase {

    private TestDatabase() {}

    static String url() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    static MessageStore store(String url) {
        return new MessageStore(new MessageDatabase(Optional.of(url)));
    }
}
