package org.remora.jobs.hazelcast;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The shared store that jobs have their effects in, a database in memory: it compares tokens, and notes in which order
 * it has let whom in.
 */
final class EffectTable implements AutoCloseable {

    /** What the store lets a job do. */
    enum Answer {
        LET_IN,
        DONE_BEFORE,
        STALE
    }

    /** One entry of its diary. */
    record Entry(long token, String node, String what) {}

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
    private final Connection keeper;

    EffectTable(int jobs) {
        try {
            keeper = DriverManager.getConnection(url);
            try (Statement statement = keeper.createStatement()) {
                statement.execute(
                        "create table effect (id int primary key, token bigint not null, times int not null)");
                statement.execute("insert into effect select x - 1, 0, 0 from system_range(1, " + jobs + ")");
                statement.execute("create table diary (number bigint auto_increment primary key, id int not null,"
                        + " token bigint not null, node varchar(20) not null, what varchar(20) not null)");
                statement.execute("create index diary_id on diary (id)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not start", e);
        }
    }

    /** A job begins: from now on nobody with a smaller token is let in. */
    Answer begin(int id, long token, String node) {
        return change(id, token, node, "begin", "update effect set token = ? where id = ? and token < ? and times = 0");
    }

    /** A job has its effect, if nobody with a greater token has begun. */
    Answer finish(int id, long token, String node) {
        return change(
                id, token, node, "effect", "update effect set token = ?, times = times + 1 where id = ? and token = ?");
    }

    /** A job has its effect, and nobody looks at a token. */
    void count(int id) {
        Object unused = with(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("update effect set times = times + 1 where id = ?")) {
                statement.setInt(1, id);
                return statement.executeUpdate();
            }
        });
    }

    private Answer change(int id, long token, String node, String what, String sql) {
        return with(connection -> {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, token);
                statement.setInt(2, id);
                statement.setLong(3, token);
                Answer answer = statement.executeUpdate() == 1 ? Answer.LET_IN : refusal(connection, id);
                if (answer == Answer.LET_IN) {
                    note(connection, id, token, node, what);
                }
                connection.commit();
                return answer;
            } finally {
                connection.rollback();
            }
        });
    }

    private static Answer refusal(Connection connection, int id) throws SQLException {
        return times(connection, id) > 0 ? Answer.DONE_BEFORE : Answer.STALE;
    }

    private static void note(Connection connection, int id, long token, String node, String what) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into diary (id, token, node, what) values (?, ?, ?, ?)")) {
            statement.setInt(1, id);
            statement.setLong(2, token);
            statement.setString(3, node);
            statement.setString(4, what);
            statement.executeUpdate();
        }
    }

    /** How often a job has had its effect. */
    int times(int id) {
        return with(connection -> times(connection, id));
    }

    private static int times(Connection connection, int id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select times from effect where id = ?")) {
            statement.setInt(1, id);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    /** Whom the store has let in for a job, in order. */
    List<Entry> diary(int id) {
        return with(connection -> {
            List<Entry> entries = new ArrayList<>();
            try (PreparedStatement statement =
                    connection.prepareStatement("select token, node, what from diary where id = ? order by number")) {
                statement.setInt(1, id);
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        entries.add(new Entry(result.getLong(1), result.getString(2), result.getString(3)));
                    }
                }
            }
            return entries;
        });
    }

    private interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T with(Use<T> use) {
        try {
            Connection pooled = connections.poll();
            Connection connection = pooled == null ? DriverManager.getConnection(url) : pooled;
            T result = use.of(connection);
            connections.add(connection);
            return result;
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
