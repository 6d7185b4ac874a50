package org.remora.shop.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import org.remora.shop.page.Cluster;
import org.remora.shop.page.Whereabouts;

/** Finds out where a request is answered. */
final class Orientation {

    /** The context attribute in which the Remora extension offers its node; absent on a server without it. */
    private static final String NODE_ATTRIBUTE = "org.remora.cluster.ClusterNode";

    private static final int SHOWN_OF_ID = 8;

    private Orientation() {}

    /** Looks around without opening a session. */
    static Whereabouts of(HttpServletRequest request) {
        Cluster cluster = cluster(request.getServletContext());
        return new Whereabouts(
                server(cluster, request),
                cluster,
                Optional.ofNullable(request.getSession(false)).map(Orientation::facts));
    }

    private static Cluster cluster(ServletContext context) {
        Object node = context.getAttribute(NODE_ATTRIBUTE);
        return node == null ? Cluster.NONE : RemoraCluster.seenBy(node);
    }

    private static String server(Cluster cluster, HttpServletRequest request) {
        return cluster.members().stream()
                .filter(Cluster.Member::local)
                .map(Cluster.Member::name)
                .findFirst()
                .orElseGet(() -> request.getServerName() + ":" + request.getServerPort());
    }

    private static Whereabouts.Facts facts(HttpSession session) {
        String id = session.getId();
        return new Whereabouts.Facts(
                id.substring(0, Math.min(SHOWN_OF_ID, id.length())),
                Instant.ofEpochMilli(session.getCreationTime()),
                Instant.ofEpochMilli(session.getLastAccessedTime()));
    }
}
