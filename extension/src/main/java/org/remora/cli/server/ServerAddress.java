package org.remora.cli.server;

/** Where a server is. */
public sealed interface ServerAddress permits LocalProcess, JmxAddress {

    /**
     * Connects.
     *
     * @return the server
     * @throws org.remora.cli.output.CommandFailedException if it is not there, has no Remora or does not let this user
     *     in
     */
    Server connect();
}
