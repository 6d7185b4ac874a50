package org.remora.boot;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.time.InstantSource;
import org.remora.cluster.ClusterNode;
import org.remora.config.RemoraSettings;
import org.remora.config.SessionSettings;
import org.remora.hazelcast.HazelcastNode;
import org.remora.hazelcast.NodeName;
import org.remora.session.codec.StandardCodec;
import org.remora.session.faces.FacesParameters;
import org.remora.session.jcache.JCacheSessionStore;
import org.remora.session.jcache.OverdueSessions;
import org.remora.session.live.Clocks;
import org.remora.session.live.LiveSessions;
import org.remora.session.payara.GrizzlyResponseCommits;
import org.remora.session.payara.PayaraCookieConfig;
import org.remora.session.payara.PayaraLogins;
import org.remora.session.servlet.ContainerLogins;
import org.remora.session.servlet.ContainerPorts;
import org.remora.session.servlet.ResponseCommits;
import org.remora.session.servlet.SessionInstallation;
import org.remora.session.servlet.SessionScopes;
import org.remora.session.weld.WeldSessionScopes;

/** The extension in this server process: the node, and what the sessions of all applications share. */
final class RemoraServer {

    private static final Duration LONGEST_TRANSFER = Duration.ofSeconds(30);
    private static final Duration SWEEP_PAUSE = Duration.ofSeconds(1);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

    private final HazelcastNode node;
    private final ResponseCommits commits = new GrizzlyResponseCommits();
    private final ContainerLogins logins = new PayaraLogins();
    private final Housekeeping housekeeping = new Housekeeping();

    RemoraServer(RemoraSettings settings) {
        this.node = HazelcastNode.start(
                settings,
                settings.cluster().nodeName().orElseGet(NodeName::generated),
                config -> JCacheSessionStore.configure(config, settings.store()));
        OverdueSessions overdue = new OverdueSessions(node.instance(), InstantSource.system());
        housekeeping.every(SWEEP_PAUSE, overdue::sweepSlice);
        node.awaitShareOfData(LONGEST_TRANSFER);
    }

    ClusterNode node() {
        return node;
    }

    void clusterSessionsOf(ServletContext context, SessionSettings settings) {
        Clocks clocks = Clocks.system();
        LiveSessions live = new LiveSessions(
                context.getVirtualServerName() + context.getContextPath(),
                settings,
                new JCacheSessionStore(node.instance(), settings.gridTimeout(), clocks.nanos()),
                new StandardCodec(context.getClassLoader(), settings.serialFilter()),
                clocks);
        Runnable endRetries = housekeeping.every(RETRY_PAUSE, live::retrySuspended);
        context.addListener(new Undeployment(endRetries, live));
        ContainerPorts container = new ContainerPorts(commits, new PayaraCookieConfig(), scopesOf(), logins);
        FacesParameters.setIn(context);
        SessionInstallation.install(context, node.name(), settings, live, container);
    }

    private static SessionScopes scopesOf() {
        try {
            CDI.current();
            return new WeldSessionScopes();
        } catch (IllegalStateException withoutCdi) {
            return SessionScopes.NONE;
        }
    }
}
