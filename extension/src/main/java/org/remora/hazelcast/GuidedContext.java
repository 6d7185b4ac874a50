package org.remora.hazelcast;

import com.hazelcast.instance.impl.DefaultNodeContext;
import com.hazelcast.instance.impl.Node;
import com.hazelcast.internal.cluster.Joiner;

/** The parts of a Hazelcast member that are Remora's own. */
final class GuidedContext extends DefaultNodeContext {

    private final Guide guide;

    GuidedContext(Guide guide) {
        this.guide = guide;
    }

    @Override
    public Joiner createJoiner(Node node) {
        return guide.joinerOf(node);
    }
}
