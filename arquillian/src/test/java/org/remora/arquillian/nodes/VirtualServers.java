package org.remora.arquillian.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.remora.arquillian.probe.archive.ProbeWar;

/** A second virtual server on a node, and an application that both virtual servers have under the same path. */
final class VirtualServers {

    /** Where both have the application. */
    static final String CONTEXT_ROOT = "/virtual";

    /** The name of the one that answers for all hosts that no other does. */
    static final String FIRST = "server";

    /** The name of the other one. */
    static final String SECOND = "second";

    /** The host that the second one answers for. */
    static final String SECOND_HOST = "second.test";

    private static final String COMMANDS = """
            create-virtual-server --hosts %2$s --networklisteners http-listener %1$s
            deploy --virtualservers %3$s,%1$s --contextroot %4$s --name virtual %5$s
            """;

    private VirtualServers() {}

    /** Writes the file of commands that sets them up when a node has started. */
    static Path setUp(Path directory) {
        Path archive = ProbeWar.write(ProbeWar.annotationsOnly("virtual"), directory.resolve("archives"));
        try {
            return Files.writeString(
                    directory.resolve("virtual-servers.asadmin"),
                    COMMANDS.formatted(SECOND, SECOND_HOST, FIRST, CONTEXT_ROOT, archive));
        } catch (IOException failure) {
            throw new UncheckedIOException("the commands for virtual servers cannot be written", failure);
        }
    }
}
