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

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final Connection keeper;

    VersionTable(int keys) {
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

    /** Raises a key's version by one. */
    void change(int key) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement =
                        connection.prepareStatement("update item set version = version + 1 where id = ?")) {
            statement.setInt(1, key);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not take a change", e);
        }
    }

    long version(int key) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement("select version from item where id = ?")) {
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
