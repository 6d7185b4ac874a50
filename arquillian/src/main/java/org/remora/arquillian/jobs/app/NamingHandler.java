package org.remora.arquillian.jobs.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.naming.InitialContext;
import org.remora.cluster.ClusterNode;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.JobContext;
import org.remora.jobs.JobHandler;
import org.remora.jobs.JobStatus;

/** Says where it runs, and whether it is there with its application's context. */
@ApplicationScoped
public class NamingHandler implements JobHandler<String> {

    @Inject
    private ClusterNode node;

    @Inject
    private CallScope scope;

    @Inject
    private ClusterJobs jobs;

    @Override
    public String type() {
        return "naming";
    }

    @Override
    @SuppressWarnings("BanJNDI") // a name of the specification, not one that somebody sends
    public Object run(String payload, JobContext context) throws Exception {
        String module = InitialContext.doLookup("java:module/ModuleName");
        return payload + "@" + node.name() + ":" + module + ":" + loads() + ":" + scope.calls() + ":"
                + jobs.find(context.key()).map(JobStatus::state).orElseThrow();
    }

    /** Whether a library that goes by the thread finds the application's classes; else who it would ask. */
    private static String loads() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return String.valueOf(loader.loadClass(NamingHandler.class.getName()) == NamingHandler.class);
        } catch (ClassNotFoundException e) {
            return loader.getClass().getName();
        }
    }
}
