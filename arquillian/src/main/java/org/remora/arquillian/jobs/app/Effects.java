package org.remora.arquillian.jobs.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A database outside of the cluster that compares fencing tokens, and knows each job's effect: it has one, and takes
 * none with a smaller token than it has seen.
 */
@ApplicationScoped
public class Effects {

    /** The system property that names the database. */
    public static final String URL = "effects.url";

    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS effect (job VARCHAR(100) PRIMARY KEY, token BIGINT NOT NULL, what VARCHAR(100))";
    private static final String NEW_JOB = "MERGE INTO effect USING (VALUES (?)) asked (job) ON effect.job = asked.job"
            + " WHEN NOT MATCHED THEN INSERT VALUES (asked.job, 0, NULL)";

    /** Has an effect, unless it is too late: {@code added}, {@code stale} or {@code there already}. */
    String add(String job, long token, String effect) throws SQLException {
        try (Connection connection = connect()) {
            change(connection, NEW_JOB, job);
            if (change(connection, "UPDATE effect SET token = ? WHERE job = ? AND token <= ?", token, job, token)
                    == 0) {
                return "stale";
            }
            int added = change(
                    connection,
                    "UPDATE effect SET what = ? WHERE job = ? AND token = ? AND what IS NULL",
                    effect,
                    job,
                    token);
            return added == 0 ? "there already" : "added";
        }
    }

    /** A job's effect; none yet: an empty text. */
    String of(String job) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement read = connection.prepareStatement("SELECT what FROM effect WHERE job = ?")) {
            read.setString(1, job);
            try (ResultSet rows = read.executeQuery()) {
                return rows.next() && rows.getString(1) != null ? rows.getString(1) : "";
            }
        }
    }

    private static Connection connect() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(System.getProperty(URL));
        database.setUser("shop");
        Connection connection = database.getConnection();
        change(connection, TABLE);
        return connection;
    }

    private static int change(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int number = 0; number < values.length; number++) {
                statement.setObject(number + 1, values[number]);
            }
            return statement.executeUpdate();
        }
    }
}
