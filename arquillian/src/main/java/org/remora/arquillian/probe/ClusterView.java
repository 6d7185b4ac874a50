package org.remora.arquillian.probe;

import java.time.Duration;
import java.util.stream.Collectors;
import org.remora.cluster.ClusterMember;
import org.remora.cluster.ClusterNode;

/** The only class that knows the extension's API; it is loaded only where the extension is. */
final class ClusterView {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private ClusterView() {}

    static Answer copies(Object attribute) {
        return new Answer().line("copies", ((ClusterNode) attribute).awaitSafe(LONGEST));
    }

    static Answer of(Object attribute) {
        ClusterNode node = (ClusterNode) attribute;
        return new Answer()
                .line("node", node.name())
                .line("cluster", node.clusterName())
                .line(
                        "members",
                        node.members().stream().map(ClusterMember::name).collect(Collectors.joining(",")))
                .line(
                        "local",
                        node.members().stream()
                                .filter(ClusterMember::local)
                                .map(ClusterMember::name)
                                .collect(Collectors.joining(",")));
    }
}
