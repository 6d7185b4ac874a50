package org.remora.invalidation.hazelcast;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A table in a database in memory: a version for each key, which only grows. */
final class VersionTable implements AutoCloseable {

    private final String url;
    private final Connection keeper;

    /** A table of its own, in this process. */
    VersionTable(int keys) {
        this("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", keys);
    }

    /** A new table in a database. */
    VersionTable(String url, int keys) {
        this.url = url;
        try {
            keeper = DriverManager.getConnection(url);
            try (Statement statement = keeper.createStatement()) {
                statement.execute("create table item (id int primary key, version bigint not null)");
                statement.execute("insert into item select x - 1, 0 from system_range(1, " + keys + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not start", e);
        }
    }

    /** A table that another process has made. */
    VersionTable(String url) {
        this.url = url;
        try {
            keeper = DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }

    /** Raises a key's version by one; returns it when it is committed. */
    long change(int key) {
        return number("select version from final table (update item set version = version + 1 where id = ?)", key);
    }

    long version(int key) {
        return number("select version from item where id = ?", key);
    }

    private long number(String sql, int key) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, key);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            statement.execute("shutdown");
        }
    }
}
