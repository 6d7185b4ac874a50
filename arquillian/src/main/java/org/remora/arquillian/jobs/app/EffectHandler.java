package org.remora.arquillian.jobs.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.remora.cluster.ClusterNode;
import org.remora.jobs.JobContext;
import org.remora.jobs.JobHandler;

/**
 * Runs until it is let go on its node, and then has an effect; also when it is told to stop, as one would that has not
 * noticed.
 */
@ApplicationScoped
public class EffectHandler implements JobHandler<String> {

    private final ConcurrentMap<String, String> fates = new ConcurrentHashMap<>();

    @Inject
    private ClusterNode node;

    @Inject
    private Gates gates;

    @Inject
    private Effects effects;

    @Override
    public String type() {
        return "effect";
    }

    @Override
    public Object run(String payload, JobContext context) throws Exception {
        context.progress(50, node.name());
        boolean isLetGo = gates.await(payload);
        String answer = effects.add(payload, context.token(), node.name());
        String unused = fates.putIfAbsent(
                payload,
                (isLetGo ? "let go" : "interrupted")
                        + (context.isCancelled() ? ", to stop, " : ", to go on, ")
                        + answer);
        return node.name();
    }

    /** What became of the first attempt of a job on this node; nothing yet: an empty text. */
    String fate(String payload) {
        return fates.getOrDefault(payload, "");
    }
}
