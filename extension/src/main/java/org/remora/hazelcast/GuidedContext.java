package org.remora.hazelcast;

import com.hazelcast.instance.impl.DefaultNodeContext;
import com.hazelcast.instance.impl.Node;
import com.hazelcast.instance.impl.NodeExtension;
import com.hazelcast.internal.cluster.Joiner;
import java.time.Duration;
import org.remora.cluster.ClusterKeys;
import org.remora.hazelcast.gate.GatedNodeExtension;

/** The parts of a Hazelcast member that are Remora's own. */
final class GuidedContext extends DefaultNodeContext {

    private static final Duration GATE_PAUSE = Duration.ofSeconds(1);

    private final Guide guide;
    private final ClusterKeys keys;
    private final Pulse pulse;

    GuidedContext(Guide guide, ClusterKeys keys, Pulse pulse) {
        this.guide = guide;
        this.keys = keys;
        this.pulse = pulse;
    }

    @Override
    public NodeExtension createNodeExtension(Node node) {
        return new GatedNodeExtension(node, keys, sweep -> pulse.every(GATE_PAUSE, sweep));
    }

    @Override
    public Joiner createJoiner(Node node) {
        return guide.joinerOf(node);
    }
}
