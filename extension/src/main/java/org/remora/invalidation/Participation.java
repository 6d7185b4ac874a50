package org.remora.invalidation;

import java.util.concurrent.Executor;
import org.remora.session.codec.AttributeCodec;

/**
 * What an application needs to take part in the cluster's invalidations.
 *
 * @param node the server's part
 * @param application the application's name, the same on every node
 * @param codec encodes keys and values, and decodes them with the application's classes
 */
public record Participation(NodeInvalidations node, String application, AttributeCodec codec) {

    /**
     * The application takes part from now on.
     *
     * @param copies its local caches
     * @param events its observers
     * @param lane runs what comes for it, one after the other
     * @return its invalidations
     */
    public ApplicationInvalidations start(LocalCopies copies, RemoteEvents events, Executor lane) {
        return node.start(application, codec, copies, events, lane);
    }
}
