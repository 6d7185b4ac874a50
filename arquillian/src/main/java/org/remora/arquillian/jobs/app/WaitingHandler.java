package org.remora.arquillian.jobs.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.remora.cluster.ClusterNode;
import org.remora.jobs.JobContext;
import org.remora.jobs.JobHandler;

/** Runs until it is let go on its node, or told to stop. */
@ApplicationScoped
public class WaitingHandler implements JobHandler<String> {

    @Inject
    private ClusterNode node;

    @Inject
    private Gates gates;

    @Override
    public String type() {
        return "waiting";
    }

    @Override
    public Object run(String payload, JobContext context) throws Exception {
        context.progress(50, node.name());
        gates.pass(payload);
        return node.name();
    }
}
