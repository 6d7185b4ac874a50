package org.remora.arquillian.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a machine needs for networks of its own. */
public final class NetworkTools {

    private static final List<Path> FOLDERS = Stream.of("/usr/sbin", "/sbin", "/usr/bin", "/bin", "/usr/local/sbin")
            .map(Path::of)
            .toList();

    private NetworkTools() {}

    /**
     * Says what is missing here.
     *
     * @return a sentence with the remedy; empty if networks can be made
     */
    public static Optional<String> missing() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("Network namespaces need root.");
        }
        List<String> absent = Stream.of("ip", "iptables", "ip6tables")
                .filter(tool -> FOLDERS.stream().noneMatch(folder -> Files.isExecutable(folder.resolve(tool))))
                .toList();
        if (!absent.isEmpty()) {
            return Optional.of("Commands are missing: " + String.join(", ", absent)
                    + ". Install the packages iproute2 and iptables.");
        }
        return refusal();
    }

    /** Root in a container may still be refused. */
    private static Optional<String> refusal() {
        String probe = NamespaceName.PREFIX + ProcessHandle.current().pid() + "-probe";
        try {
            Command.of("ip", "netns", "add", probe).run();
            Command.of("ip", "netns", "del", probe).run();
            return Optional.empty();
        } catch (NetworkFailedException refused) {
            return Optional.of("Network namespaces cannot be made here: " + refused.getMessage());
        }
    }
}
