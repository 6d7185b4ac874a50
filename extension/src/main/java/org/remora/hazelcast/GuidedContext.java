package org.remora.hazelcast;

import com.hazelcast.instance.impl.DefaultNodeContext;
import com.hazelcast.instance.impl.Node;
import com.hazelcast.instance.impl.NodeExtension;
import com.hazelcast.internal.cluster.Joiner;
import org.remora.cluster.ClusterKeys;
import org.remora.hazelcast.gate.GatedNodeExtension;

/** The parts of a Hazelcast member that are Remora's own. */
final class GuidedContext extends DefaultNodeContext {

    private final Guide guide;
    private final ClusterKeys keys;

    GuidedContext(Guide guide, ClusterKeys keys) {
        this.guide = guide;
        this.keys = keys;
    }

    @Override
    public NodeExtension createNodeExtension(Node node) {
        return new GatedNodeExtension(node, keys);
    }

    @Override
    public Joiner createJoiner(Node node) {
        return guide.joinerOf(node);
    }
}
