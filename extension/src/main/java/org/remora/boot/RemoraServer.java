package org.remora.boot;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.time.InstantSource;
import org.remora.cluster.Agreement;
import org.remora.cluster.ClusterKeys;
import org.remora.cluster.ClusterNode;
import org.remora.config.JobsSettings;
import org.remora.config.RemoraSettings;
import org.remora.config.SessionSettings;
import org.remora.discovery.ChangeableDiscovery;
import org.remora.hazelcast.HazelcastNode;
import org.remora.hazelcast.MapTrial;
import org.remora.hazelcast.NodeName;
import org.remora.hazelcast.Pulse;
import org.remora.invalidation.hazelcast.MemberTransport;
import org.remora.jobs.hazelcast.GridJobs;
import org.remora.session.NodeRegistration;
import org.remora.session.SessionStore;
import org.remora.session.codec.ApplicationCodecs;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.StandardCodec;
import org.remora.session.faces.FacesParameters;
import org.remora.session.jcache.JCacheSessionStore;
import org.remora.session.jcache.MemberNews;
import org.remora.session.jcache.NodeApplications;
import org.remora.session.jcache.OverdueSessions;
import org.remora.session.live.Clocks;
import org.remora.session.live.LiveSessions;
import org.remora.session.merge.Mergers;
import org.remora.session.payara.GrizzlyResponseCommits;
import org.remora.session.payara.PayaraCookieConfig;
import org.remora.session.payara.PayaraListeners;
import org.remora.session.payara.PayaraLogins;
import org.remora.session.payara.PayaraTracking;
import org.remora.session.payara.TyrusUpgrades;
import org.remora.session.seal.Seal;
import org.remora.session.seal.SealedCodec;
import org.remora.session.seal.SealedSessionStore;
import org.remora.session.servlet.ContainerListeners;
import org.remora.session.servlet.ContainerLogins;
import org.remora.session.servlet.ContainerPorts;
import org.remora.session.servlet.ContainerTracking;
import org.remora.session.servlet.NodeSessions;
import org.remora.session.servlet.ResponseCommits;
import org.remora.session.servlet.SessionInstallation;
import org.remora.session.servlet.SessionScopes;
import org.remora.session.weld.WeldSessionScopes;

/** The extension in this server process: the node, and what the sessions of all applications share. */
final class RemoraServer {

    private static final Duration LONGEST_TRANSFER = Duration.ofSeconds(30);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);
    private static final Duration NOTES_PAUSE = Duration.ofSeconds(1);
    private static final Duration METRICS_PAUSE = Duration.ofSeconds(5);
    private static final Duration ADMINISTRATORS_PATIENCE = Duration.ofSeconds(5);

    private final HazelcastNode node;
    private final ClusterKeys keys;
    private final ServerBeans beans;
    private final ResponseCommits commits = new GrizzlyResponseCommits();
    private final ContainerLogins logins = new PayaraLogins();
    private final ContainerTracking tracking = new PayaraTracking();
    private final Pulse housekeeping = new Pulse("remora-housekeeping", BootLog::housekeepingFailed);
    // What waits for the grid must not keep sessions from ending in time.
    private final Pulse ends = new Pulse("remora-ends", BootLog::housekeepingFailed);
    private final Invalidations invalidations;
    private final ServerJobs jobs;
    private final Administration administration;

    RemoraServer(RemoraSettings settings) {
        NodeService service = new NodeService();
        this.keys = ClusterKeys.of(settings.cluster().secrets());
        ChangeableDiscovery discovery = Discoveries.of(settings, keys);
        this.node = HazelcastNode.start(
                settings,
                settings.cluster().nodeName().orElseGet(NodeName::generated),
                keys,
                config -> {
                    JCacheSessionStore.configure(config, settings.store());
                    MemberTransport.configure(config);
                    GridJobs.configure(config, settings.store().backupCount());
                    MapTrial.configure(config);
                },
                discovery);
        this.beans = new ServerBeans(node, settings.cluster().jmxEnabled());
        beans.ofDiscovery(settings.discovery().kind(), discovery);
        housekeeping.every(METRICS_PAUSE, beans::refreshMetrics);
        OverdueSessions overdue = new OverdueSessions(
                node.instance(),
                InstantSource.system(),
                settings.store().maxIdleSeconds(),
                settings.store().rememberEnds());
        ends.every(OverdueSessions.pause(), overdue::sweepSlice);
        this.invalidations = new Invalidations(node, settings.invalidation(), housekeeping, beans);
        this.jobs =
                new ServerJobs(node, JobsSettings.ofServer(Runtime.getRuntime().availableProcessors()));
        beans.ofJobs(jobs::statistics);
        node.awaitShareOfData(LONGEST_TRANSFER);
        service.joined(
                node,
                jobs,
                settings.store().backupCount() > 0,
                settings.cluster().jmxEnabled());
        this.administration = new Administration(node);
        administration.begin(node, settings, keys, gridStore(ADMINISTRATORS_PATIENCE));
    }

    ClusterNode node() {
        return node;
    }

    /** Reports, as long as the application runs, where it has other settings on other servers. */
    void compareSettingsOf(ServletContext context, SessionSettings settings) {
        Runnable end = node.compareOnAllNodes(nameOf(context), new Agreement(settings.agreed()));
        context.addListener(new AtUndeployment(end));
    }

    void offerCachesTo(ServletContext context, SessionSettings settings) {
        AttributeCodec codec = codecOf(context, settings);
        invalidations.offerTo(context, nameOf(context), codec, sealed(codec, context, "keys of invalidations"));
    }

    void offerJobsTo(ServletContext context, SessionSettings settings) {
        jobs.offerTo(context, nameOf(context), sealed(codecOf(context, settings), context, "jobs"));
    }

    /** What an application hands to the grid for a purpose is encrypted if there is a secret. */
    private AttributeCodec sealed(AttributeCodec codec, ServletContext context, String purpose) {
        return keys.areSecret() ? new SealedCodec(codec, Seal.of(keys), nameOf(context), purpose) : codec;
    }

    /** Lets administrators look at what the application's sessions hold, if they may, and at its settings. */
    void showToAdministrators(ServletContext context, SessionSettings settings) {
        Runnable end = administration.add(nameOf(context), codecOf(context, settings));
        context.addListener(new AtUndeployment(end));
    }

    void clusterSessionsOf(ServletContext context, SessionSettings settings) {
        Clocks clocks = Clocks.system();
        String application = nameOf(context);
        LiveSessions live = new LiveSessions(
                application,
                settings,
                storeOf(settings, clocks),
                codecOf(context, settings),
                Mergers.of(context.getClassLoader()),
                clocks,
                new MemberNews(node.instance()));
        Runnable endRetries = housekeeping.every(RETRY_PAUSE, live.upkeep()::retrySuspended);
        Runnable endNotes = housekeeping.every(NOTES_PAUSE, () -> {
            live.holding().lookAfter();
            live.upkeep().sendUses();
        });
        context.addListener(new Undeployment(
                () -> {
                    endRetries.run();
                    endNotes.run();
                },
                live,
                beans.ofSessions(application, live.gauges()::statistics)));
        ContainerListeners listeners = new PayaraListeners(context);
        ContainerPorts container = new ContainerPorts(
                commits,
                new PayaraCookieConfig(),
                tracking,
                scopesOf(listeners),
                logins,
                listeners,
                new TyrusUpgrades());
        FacesParameters.setIn(context);
        SessionInstallation.install(
                context, settings, new NodeSessions(node.name(), live, registrationOf(application)), container);
    }

    /** The same on every server. */
    private static String nameOf(ServletContext context) {
        return context.getVirtualServerName() + context.getContextPath();
    }

    private SessionStore gridStore(Duration timeout) {
        return new JCacheSessionStore(node.instance(), timeout, Clocks.system().nanos());
    }

    private SessionStore storeOf(SessionSettings settings, Clocks clocks) {
        SessionStore grid = new JCacheSessionStore(node.instance(), settings.gridTimeout(), clocks.nanos());
        return keys.areSecret() ? new SealedSessionStore(grid, Seal.of(keys)) : grid;
    }

    private NodeRegistration registrationOf(String application) {
        NodeApplications running = NodeApplications.of(node.instance());
        return sessions -> {
            running.started(application, sessions);
            return () -> running.stopped(application, sessions);
        };
    }

    private static AttributeCodec codecOf(ServletContext context, SessionSettings settings) {
        ClassLoader loader = context.getClassLoader();
        return ApplicationCodecs.of(
                loader, new StandardCodec(loader, settings.attributes().serialFilter()));
    }

    private static SessionScopes scopesOf(ContainerListeners listeners) {
        try {
            CDI.current();
            return new WeldSessionScopes(listeners::inApplication);
        } catch (IllegalStateException withoutCdi) {
            return SessionScopes.NONE;
        }
    }
}
