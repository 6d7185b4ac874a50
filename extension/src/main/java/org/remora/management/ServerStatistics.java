package org.remora.management;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.remora.cluster.ClusterNode;
import org.remora.cluster.Figures;
import org.remora.invalidation.InvalidationStatistics;
import org.remora.jobs.run.JobStatistics;
import org.remora.session.live.SessionStatistics;

/** What this server counts, for others that ask; it counts also if it shows no MBeans itself. */
public final class ServerStatistics {

    static final String NODE = "node";

    private static final String APPLICATION = "application";

    private final LongSupplier nanos;
    private final long startedNanos;
    private final Map<String, Supplier<SessionStatistics>> sessions = new ConcurrentHashMap<>();
    private final Map<String, Supplier<InvalidationStatistics>> invalidations = new ConcurrentHashMap<>();
    private volatile Optional<ClusterNode> node = Optional.empty();
    private volatile BooleanSupplier migrating = () -> false;
    private volatile Optional<Supplier<JobStatistics>> jobs = Optional.empty();

    /**
     * Counts nothing yet.
     *
     * @param nanos a clock that only goes forward, in nanoseconds, which was 0 at an arbitrary time
     */
    public ServerStatistics(LongSupplier nanos) {
        this.nanos = nanos;
        this.startedNanos = nanos.getAsLong();
    }

    /**
     * Tells from now on what this server does.
     *
     * @param self this server's node
     * @param isMigrating whether its data is on the way
     */
    public void ofNode(ClusterNode self, BooleanSupplier isMigrating) {
        migrating = isMigrating;
        node = Optional.of(self);
    }

    private Figures figuresOf(ClusterNode self) {
        return new Figures(NODE, self.state().name(), List.of(uptimeSeconds(), migrating.getAsBoolean() ? 1L : 0L));
    }

    private long uptimeSeconds() {
        return TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - startedNanos);
    }

    /**
     * Tells of an application's sessions.
     *
     * @param application its name
     * @param statistics read whenever somebody asks
     * @return ends that
     */
    public Runnable ofSessions(String application, Supplier<SessionStatistics> statistics) {
        sessions.put(application, statistics);
        return () -> sessions.remove(application, statistics);
    }

    /**
     * Tells of an application's invalidations.
     *
     * @param application its name
     * @param statistics read whenever somebody asks
     * @return ends that
     */
    public Runnable ofInvalidations(String application, Supplier<InvalidationStatistics> statistics) {
        invalidations.put(application, statistics);
        return () -> invalidations.remove(application, statistics);
    }

    /**
     * Tells of the server's jobs.
     *
     * @param statistics read whenever somebody asks
     */
    public void ofJobs(Supplier<JobStatistics> statistics) {
        jobs = Optional.of(statistics);
    }

    /**
     * Everything at this moment. Does not wait.
     *
     * @return a row for each thing that is counted
     */
    public List<Figures> figures() {
        List<Figures> rows = new ArrayList<>();
        node.ifPresent(self -> rows.add(figuresOf(self)));
        sessions.forEach((application, each) -> rows.addAll(SessionFigures.of(application, each.get())));
        invalidations.forEach((application, each) -> rows.add(InvalidationFigures.of(application, each.get())));
        jobs.ifPresent(each -> rows.addAll(JobFigures.of(each.get())));
        return rows;
    }

    /**
     * What is counted at this moment, for the server's metrics; the numbers are read later.
     *
     * @return the metrics of this server, and of each application
     */
    public List<Metric> metrics() {
        Stream<Metric> ofServer = Stream.concat(
                node.stream().flatMap(self -> MetricTables.NODE.of(self, Map.of())),
                jobs.stream().flatMap(each -> MetricTables.JOBS.of(new Jobs("", each), Map.of())));
        Stream<Metric> ofSessions = sessions.entrySet().stream()
                .flatMap(each -> MetricTables.SESSIONS.of(
                        new Sessions("", each.getKey(), each.getValue()), Map.of(APPLICATION, each.getKey())));
        Stream<Metric> ofInvalidations = invalidations.entrySet().stream()
                .flatMap(each -> MetricTables.INVALIDATIONS.of(
                        new InvalidationBean("", each.getKey(), each.getValue()), Map.of(APPLICATION, each.getKey())));
        return Stream.of(ofServer, ofSessions, ofInvalidations)
                .flatMap(each -> each)
                .toList();
    }
}
