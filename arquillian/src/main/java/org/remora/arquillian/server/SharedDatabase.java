package org.remora.arquillian.server;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.DeleteDbFiles;
import org.h2.tools.Server;

/** An empty database (H2) in this process, for servers that share it; it listens on the loopback address only. */
public final class SharedDatabase implements AutoCloseable {

    private static final String NAME = "letters";
    private static final String USER = "shop";

    private final Server server;

    private SharedDatabase(Server server) {
        this.server = server;
    }

    /**
     * Starts it on a free port.
     *
     * @param directory where its files are; those of an earlier one are deleted
     * @throws ServerFailedException if it does not start
     */
    public static SharedDatabase start(Path directory) {
        // Read once by H2, when its first class that needs it is loaded.
        System.setProperty("h2.bindAddress", PayaraServer.HOST);
        DeleteDbFiles.execute(directory.toString(), NAME, true);
        try {
            return new SharedDatabase(
                    Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", directory.toString())
                            .start());
        } catch (SQLException failure) {
            throw new ServerFailedException("the database cannot be started", failure);
        }
    }

    /** Returns the library that applications need to reach it. */
    public static File driver() {
        try {
            return Path.of(Server.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toFile();
        } catch (URISyntaxException e) {
            throw new ServerFailedException("the database's library is not found", e);
        }
    }

    /** Returns its address for JDBC. */
    public String url() {
        return "jdbc:h2:tcp://" + PayaraServer.HOST + ":" + server.getPort() + "/./" + NAME;
    }

    /** Connects as the servers do. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, "");
    }

    @Override
    public void close() {
        server.stop();
    }
}
