package org.remora.arquillian.nodes;

import java.util.List;

/** Two nodes that several test classes share, one class at a time. */
enum NodePair {
    /** With every application, one with both versions, and with virtual servers; a start takes long. */
    WITH_EVERYTHING("two-nodes") {
        @Override
        List<Application> applications() {
            return List.of(Application.values());
        }
    },
    /** With few applications, so that a node that is killed is soon back. */
    TO_BE_KILLED("killed-nodes") {
        @Override
        List<Application> applications() {
            return List.of(
                    Application.PLAIN,
                    Application.LISTENING,
                    Application.SHORT_LIVED,
                    Application.CACHING,
                    Application.JOBS);
        }
    };

    private final String clusterName;

    NodePair(String clusterName) {
        this.clusterName = clusterName;
    }

    abstract List<Application> applications();

    String clusterName() {
        return clusterName;
    }
}
