package org.remora.boot;

import jakarta.servlet.ServletContext;
import java.time.InstantSource;
import org.remora.cdi.ApplicationWork;
import org.remora.cluster.NodeState;
import org.remora.config.JobsSettings;
import org.remora.hazelcast.HazelcastNode;
import org.remora.hazelcast.NodeThread;
import org.remora.jobs.cron.CronTimes;
import org.remora.jobs.hazelcast.GridJobs;
import org.remora.jobs.run.JobClock;
import org.remora.jobs.run.JobStatistics;
import org.remora.jobs.run.NodeJobs;
import org.remora.session.codec.AttributeCodec;

/** The jobs of all applications on this server, and those that rest here. */
final class ServerJobs {

    private final NodeJobs jobs;

    ServerJobs(HazelcastNode node, JobsSettings settings) {
        this.jobs = GridJobs.start(
                node.instance(),
                new GridJobs.Surroundings(
                        new CronTimes(),
                        new JobClock(InstantSource.system(), System::nanoTime),
                        NodeThread.named("remora-jobs"),
                        () -> node.state() != NodeState.ACTIVE),
                settings.threads());
    }

    JobStatistics statistics() {
        return jobs.statistics();
    }

    /** Gives an application what it needs to take part; it does so as soon as its beans are there. */
    void offerTo(ServletContext context, String application, AttributeCodec codec) {
        context.addListener(
                new JobsBegin(new ApplicationWork.Offer(jobs, application, codec, context.getClassLoader())));
    }
}
