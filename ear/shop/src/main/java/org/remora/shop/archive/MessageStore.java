package org.remora.shop.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The messages, in the database that all servers share.
 *
 * <p>Each change of a message gets the next revision of its shard. The row of the shard stays locked until the change
 * is committed, so revisions become visible in their order and without gaps: an index that has seen all up to one of
 * them will never miss an earlier one.
 */
@ApplicationScoped
public class MessageStore {

    private static final String COLUMNS = "id, customer, subject, body, written";

    private final MessageDatabase database;

    /**
     * The messages in a database.
     *
     * @param database the database
     */
    @Inject
    public MessageStore(MessageDatabase database) {
        this.database = database;
    }

    /** For the container's proxy. */
    protected MessageStore() {
        this(new MessageDatabase());
    }

    /**
     * A message as it was after a change.
     *
     * @param revision the change's number in the shard
     * @param message the message
     */
    public record Revised(long revision, Message message) {}

    /** Which database this is: an index of another one is of no use. */
    public String id() {
        return database.inTransaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT id FROM archive")) {
                rows.next();
                return rows.getString(1);
            }
        });
    }

    /**
     * Keeps messages, all or none.
     *
     * @return the shards that they belong to, each with its revision before
     */
    public Map<Integer, Long> save(List<Message> messages) {
        // In the order of the shards, so that two that save do not wait for each other.
        TreeMap<Integer, List<Message>> byShard =
                new TreeMap<>(messages.stream().collect(Collectors.groupingBy(Message::shard)));
        return database.inTransaction(connection -> {
            Map<Integer, Long> before = new HashMap<>();
            for (Map.Entry<Integer, List<Message>> each : byShard.entrySet()) {
                before.put(each.getKey(), save(connection, each.getKey(), each.getValue()));
            }
            return before;
        });
    }

    private static long save(Connection connection, int shard, List<Message> messages) throws SQLException {
        long after = raised(connection, shard, messages.size());
        long revision = after - messages.size();
        try (PreparedStatement merge = connection.prepareStatement(
                "MERGE INTO message (shard, revision, " + COLUMNS + ") KEY (id) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (Message message : messages) {
                revision++;
                merge.setInt(1, shard);
                merge.setLong(2, revision);
                merge.setString(3, message.id());
                merge.setString(4, message.customer());
                merge.setString(5, message.subject());
                merge.setString(6, message.text());
                merge.setObject(7, message.written());
                merge.addBatch();
            }
            int[] unused = merge.executeBatch();
        }
        return after - messages.size();
    }

    private static long raised(Connection connection, int shard, int by) throws SQLException {
        try (PreparedStatement raise =
                connection.prepareStatement("UPDATE shard SET revision = revision + ? WHERE id = ?")) {
            raise.setInt(1, by);
            raise.setInt(2, shard);
            int unused = raise.executeUpdate();
        }
        try (PreparedStatement read = connection.prepareStatement("SELECT revision FROM shard WHERE id = ?")) {
            read.setInt(1, shard);
            try (ResultSet rows = read.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** The last revision of each shard. */
    public Map<Integer, Long> revisions() {
        return database.inTransaction(connection -> {
            Map<Integer, Long> revisions = new HashMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT id, revision FROM shard")) {
                while (rows.next()) {
                    revisions.put(rows.getInt(1), rows.getLong(2));
                }
            }
            return revisions;
        });
    }

    /**
     * What has changed in a shard, in order. Of several changes of one message only the last is there.
     *
     * @param revision changes after this one
     * @param most how many at most
     */
    public List<Revised> changes(int shard, long revision, int most) {
        return database.inTransaction(connection -> {
            List<Revised> changes = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement("SELECT " + COLUMNS + ", revision FROM message"
                    + " WHERE shard = ? AND revision > ? ORDER BY revision FETCH FIRST ? ROWS ONLY")) {
                read.setInt(1, shard);
                read.setLong(2, revision);
                read.setInt(3, most);
                try (ResultSet rows = read.executeQuery()) {
                    while (rows.next()) {
                        changes.add(new Revised(rows.getLong(6), message(rows)));
                    }
                }
            }
            return changes;
        });
    }

    /** The messages of these ids that there are, by their ids. */
    public Map<String, Message> find(List<String> ids) {
        return database.inTransaction(connection -> {
            Map<String, Message> found = new HashMap<>();
            try (PreparedStatement read =
                    connection.prepareStatement("SELECT " + COLUMNS + " FROM message WHERE id = ANY(?)")) {
                read.setArray(1, connection.createArrayOf("VARCHAR", ids.toArray()));
                try (ResultSet rows = read.executeQuery()) {
                    while (rows.next()) {
                        Message message = message(rows);
                        found.put(message.id(), message);
                    }
                }
            }
            return found;
        });
    }

    private static Message message(ResultSet rows) throws SQLException {
        return new Message(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getObject(5, Instant.class));
    }
}
