package org.remora.management;

import org.remora.cluster.ClusterNode;
import org.remora.cluster.NodeState;

/** What is shown among the metrics of a server; the names are for dashboards and alerts, and stay. */
final class MetricTables {

    private static final double MICROS_A_SECOND = 1_000_000;

    static final MetricTable<ClusterNode> NODE = new MetricTable<ClusterNode>()
            .gauge(
                    "remora_cluster_members",
                    "Servers of the cluster that this one sees",
                    node -> node.members().size())
            .gauge(
                    "remora_node_active",
                    "Whether this server takes its full part: 1, or 0 while it is drained",
                    node -> node.state() == NodeState.ACTIVE ? 1 : 0);

    static final MetricTable<SessionsMXBean> SESSIONS = new MetricTable<SessionsMXBean>()
            .gauge("remora_sessions_live", "Sessions in use on this server", SessionsMXBean::getSessionsLive)
            .counter("remora_sessions_created", "Sessions made", SessionsMXBean::getSessionsCreated)
            .counter("remora_sessions_expired", "Sessions ended by time", SessionsMXBean::getSessionsExpired)
            .counter(
                    "remora_sessions_invalidated",
                    "Sessions ended by the application, a limit or an administrator",
                    SessionsMXBean::getSessionsInvalidated)
            .counter("remora_sessions_restored", "Sessions fetched from the grid", SessionsMXBean::getSessionsRestored)
            .counter(
                    "remora_sessions_put_back",
                    "Sessions that the grid had lost and got back from this server",
                    SessionsMXBean::getSessionsPutBack)
            .counter("remora_session_commits", "Changes acknowledged by the grid", SessionsMXBean::getCommits)
            .counter(
                    "remora_session_commits_unchanged",
                    "Requests whose objects were compared in vain",
                    SessionsMXBean::getCommitsWithoutChange)
            .counter("remora_session_sent_bytes", "Bytes of changes sent", SessionsMXBean::getBytesSent)
            .counter("remora_session_serialized_bytes", "Bytes made of values", SessionsMXBean::getBytesSerialized)
            .counter("remora_session_compared_bytes", "Bytes compared", SessionsMXBean::getBytesCompared)
            .counter(
                    "remora_session_conflicts",
                    "Changes that another server had come before with the same attribute",
                    SessionsMXBean::getConflicts)
            .counter("remora_session_merges", "Attributes merged", SessionsMXBean::getAttributesMerged)
            .counter(
                    "remora_session_unreadable_attributes",
                    "Attributes that could not be read here",
                    SessionsMXBean::getAttributesUnreadable)
            .counter(
                    "remora_session_refused_attributes",
                    "Attributes that could not be stored",
                    SessionsMXBean::getAttributesRefused)
            .counter("remora_session_untold_uses", "Uses that owners did not hear of", SessionsMXBean::getUsesUntold)
            .counter("remora_session_outages", "Times when the grid stopped to answer", SessionsMXBean::getOutages)
            .counter(
                    "remora_session_suspended_commits",
                    "Requests that went on without their changes in the grid",
                    SessionsMXBean::getSuspendedCommits)
            .gauge(
                    "remora_sessions_suspended",
                    "Sessions with changes that only this server has",
                    SessionsMXBean::getSuspendedSessions)
            .counter("remora_session_grid_calls", "Calls to the grid", SessionsMXBean::getGridCalls)
            .gauge(
                    "remora_session_grid_call_p50_seconds",
                    "Half of the calls to the grid took no longer",
                    bean -> bean.getGridCallP50Micros() / MICROS_A_SECOND)
            .gauge(
                    "remora_session_grid_call_p99_seconds",
                    "99 of 100 calls to the grid took no longer",
                    bean -> bean.getGridCallP99Micros() / MICROS_A_SECOND);

    static final MetricTable<InvalidationMXBean> INVALIDATIONS = new MetricTable<InvalidationMXBean>()
            .counter("remora_invalidations_sent", "Invalidations sent", InvalidationMXBean::getSent)
            .counter("remora_invalidations_received", "Invalidations received", InvalidationMXBean::getReceived)
            .counter(
                    "remora_invalidations_coalesced",
                    "Times when those that waited became one of a whole cache",
                    InvalidationMXBean::getCoalesced)
            .counter("remora_invalidation_gaps", "Times when some were missing", InvalidationMXBean::getGaps)
            .counter(
                    "remora_invalidation_cut_offs", "Times when a server was not heard", InvalidationMXBean::getCutOffs)
            .counter(
                    "remora_invalidation_unreadable",
                    "Messages or keys that could not be read",
                    InvalidationMXBean::getUnreadable)
            .counter(
                    "remora_invalidation_full_drops",
                    "Times when all local caches were dropped",
                    InvalidationMXBean::getFullDrops);

    static final MetricTable<JobsMXBean> JOBS = new MetricTable<JobsMXBean>()
            .gauge("remora_jobs_waiting", "Jobs resting on this server that wait", JobsMXBean::getWaiting)
            .gauge("remora_jobs_running", "Jobs resting on this server that run somewhere", JobsMXBean::getRunning)
            .gauge("remora_jobs_over", "Jobs resting on this server that are over", JobsMXBean::getOver)
            .gauge("remora_jobs_busy_threads", "Threads of this server that run jobs", JobsMXBean::getBusyThreads)
            .counter("remora_jobs_finished", "Attempts ended on this server", JobsMXBean::getFinished);

    private MetricTables() {}
}
