package org.remora.shop.archive;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/** The way to the database that all servers share; opened when it is first used. */
@ApplicationScoped
public class MessageDatabase {

    /** The setting that names the database, such as {@code jdbc:h2:tcp://localhost:9092/./letters}. */
    public static final String URL = "shop.archive.url";

    private static final String USER = "shop";

    private static final String ARE_FILLED =
            "SELECT COUNT(*) = " + Shards.COUNT + " AND (SELECT COUNT(*) FROM archive) = 1 FROM shard";

    private static final int LOOKS = 500;
    private static final Duration PAUSE = Duration.ofMillis(10);

    // Several servers do this at the same time; each statement is done by one of them.
    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS archive (id UUID) AS SELECT RANDOM_UUID()",
            "CREATE TABLE IF NOT EXISTS shard (id INT PRIMARY KEY, revision BIGINT NOT NULL)"
                    + " AS SELECT x, 0 FROM SYSTEM_RANGE(0, " + (Shards.COUNT - 1) + ")",
            "CREATE TABLE IF NOT EXISTS message (id VARCHAR(36) PRIMARY KEY, shard INT NOT NULL, revision BIGINT NOT NULL,"
                    + " customer VARCHAR(200) NOT NULL, subject VARCHAR(200) NOT NULL, body VARCHAR("
                    + Message.LONGEST_TEXT
                    + ") NOT NULL, written TIMESTAMP(3) WITH TIME ZONE NOT NULL, UNIQUE (shard, revision))");

    private final Optional<String> url;
    private @Nullable JdbcConnectionPool pool;

    /**
     * The way to a database.
     *
     * @param url where it is; empty: there is none
     */
    @Inject
    public MessageDatabase(@ConfigProperty(name = URL) Optional<String> url) {
        this.url = url;
    }

    /** For the container's proxy. */
    protected MessageDatabase() {
        this(Optional.empty());
    }

    /** Whether there is one. */
    public boolean isNamed() {
        return url.isPresent();
    }

    /**
     * Something that is done with the database.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    /** Does something wholly or not at all. */
    <T> T inTransaction(Work<T> work) {
        try (Connection connection = pool().getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new StoreUnavailableException(e);
        }
    }

    private synchronized JdbcConnectionPool pool() throws SQLException {
        JdbcConnectionPool open = pool;
        if (open == null) {
            open = JdbcConnectionPool.create(url.orElseThrow(), USER, "");
            createTables(open);
            pool = open;
        }
        return open;
    }

    private static void createTables(JdbcConnectionPool open) throws SQLException {
        try (Connection connection = open.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                boolean unused = statement.execute(table);
            }
            awaitFilled(statement);
        }
    }

    /** A table that another server is making is there before its rows are. */
    private static void awaitFilled(Statement statement) throws SQLException {
        for (int look = 0; !areFilled(statement); look++) {
            if (look == LOOKS) {
                throw new SQLException("The tables of the archive are there, but were never filled");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean areFilled(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(ARE_FILLED)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** Gives the connections back. */
    @PreDestroy
    synchronized void close() {
        if (pool != null) {
            pool.dispose();
        }
    }
}
