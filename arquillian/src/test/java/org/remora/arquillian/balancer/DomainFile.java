package org.remora.arquillian.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.remora.arquillian.server.PayaraServer;

/**
 * A balancer's configuration in {@code domain-config}, with the addresses of a test in the place of the examples.
 *
 * @param text the file as it is now
 */
record DomainFile(String text) {

    private static final Path FOLDER = Path.of("..", "domain-config");
    private static final List<String> SERVERS = List.of("10.1.0.4:8080", "10.1.0.5:8080", "10.1.0.6:8080");
    private static final String BALANCER = "10.1.0.2:80";

    static DomainFile of(String name) throws IOException {
        return new DomainFile(Files.readString(FOLDER.resolve(name)));
    }

    /** With these servers, in their order, which are named as those in the file. */
    DomainFile forServers(List<PayaraServer> nodes) {
        String changed = text;
        for (int node = 0; node < SERVERS.size(); node++) {
            assertThat(changed).contains(nodes.get(node).name()).contains(SERVERS.get(node));
            changed =
                    changed.replace(SERVERS.get(node), loopback(nodes.get(node).httpPort()));
        }
        return new DomainFile(changed);
    }

    /** With users coming in at this port. */
    DomainFile at(int port) {
        assertThat(text).contains(BALANCER);
        return new DomainFile(text.replace(BALANCER, loopback(port)));
    }

    Path write(Path file) throws IOException {
        assertThat(text).as("addresses that are no examples any more").doesNotContain("10.1.0.");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String loopback(int port) {
        return PayaraServer.HOST + ":" + port;
    }
}
