package org.remora.arquillian.jobs.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import org.remora.cluster.ClusterNode;
import org.remora.jobs.JobContext;
import org.remora.jobs.JobHandler;

/** Runs until it is let go on its node, or told to stop. */
@ApplicationScoped
public class WaitingHandler implements JobHandler<String> {

    private final ConcurrentMap<String, CountDownLatch> gates = new ConcurrentHashMap<>();

    @Inject
    private ClusterNode node;

    @Override
    public String type() {
        return "waiting";
    }

    @Override
    public Object run(String payload, JobContext context) throws Exception {
        context.progress(50, node.name());
        gate(payload).await();
        return node.name();
    }

    void letGo(String payload) {
        gate(payload).countDown();
    }

    private CountDownLatch gate(String payload) {
        return gates.computeIfAbsent(payload, name -> new CountDownLatch(1));
    }
}
