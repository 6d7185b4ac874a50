package org.remora.boot;

import java.util.function.Supplier;
import org.remora.config.DiscoveryKind;
import org.remora.discovery.ChangeableDiscovery;
import org.remora.hazelcast.HazelcastNode;
import org.remora.hazelcast.MapTrial;
import org.remora.hazelcast.MemberSurvey;
import org.remora.invalidation.InvalidationStatistics;
import org.remora.jobs.run.JobStatistics;
import org.remora.management.Cluster;
import org.remora.management.Discovery;
import org.remora.management.InvalidationBean;
import org.remora.management.Jobs;
import org.remora.management.MergeStatistics;
import org.remora.management.SelfTest;
import org.remora.management.ServerStatistics;
import org.remora.management.SessionBeans;
import org.remora.management.Statistics;
import org.remora.management.payara.PayaraMetrics;
import org.remora.session.jcache.Merges;
import org.remora.session.live.SessionStatistics;

/** What administrators see of this server ({@code remora.jmx.enabled}), and what others may ask it for in any case. */
final class ServerBeans {

    private final ServerStatistics statistics = new ServerStatistics(System::nanoTime);
    private final PayaraMetrics metrics = new PayaraMetrics();
    private final String node;
    private final boolean shown;

    ServerBeans(HazelcastNode node, boolean jmxEnabled) {
        this.node = node.name();
        this.shown = jmxEnabled;
        MemberSurvey survey = MemberSurvey.of(node.instance(), statistics::figures);
        statistics.ofNode(node, survey::isMigrating);
        show(() -> new Cluster(node, survey, System::nanoTime).register());
        show(() -> new Statistics(node, survey).register());
        show(() -> new SelfTest(new MapTrial(node.instance()), System::nanoTime).register());
        show(() -> new MergeStatistics(Merges.of(node.instance())::counts).register());
    }

    /** To be called now and then. */
    synchronized void refreshMetrics() {
        metrics.show(statistics.metrics());
    }

    void ofDiscovery(DiscoveryKind kind, ChangeableDiscovery discovery) {
        show(() -> new Discovery(kind, discovery).register());
    }

    void ofJobs(Supplier<JobStatistics> jobs) {
        statistics.ofJobs(jobs);
        show(() -> new Jobs(node, jobs).register());
    }

    /** Returns what ends it. */
    Runnable ofSessions(String application, Supplier<SessionStatistics> sessions) {
        return both(
                statistics.ofSessions(application, sessions),
                show(() -> new SessionBeans(node).register(application, sessions)));
    }

    /** Returns what ends it. */
    Runnable ofInvalidations(String application, Supplier<InvalidationStatistics> invalidations) {
        return both(
                statistics.ofInvalidations(application, invalidations),
                show(() -> new InvalidationBean(node, application, invalidations).register()));
    }

    private Runnable show(Supplier<Runnable> registration) {
        return shown ? registration.get() : () -> {};
    }

    /** The metrics let go of an application at once, and with it of its classes. */
    private Runnable both(Runnable first, Runnable second) {
        return () -> {
            first.run();
            second.run();
            refreshMetrics();
        };
    }
}
