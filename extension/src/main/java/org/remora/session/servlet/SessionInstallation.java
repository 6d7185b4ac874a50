package org.remora.session.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.function.Supplier;
import org.remora.cluster.ClusterNode;
import org.remora.cluster.NodeState;
import org.remora.config.SessionSettings;
import org.remora.session.NodeRegistration;

/** Puts clustered sessions into an application that is being deployed. */
public final class SessionInstallation {

    /** An attribute of the {@link ServletContext} of every application whose sessions are clustered. */
    public static final String CLUSTERED_ATTRIBUTE = "org.remora.session.clustered";

    private static final String FILTER_NAME = "org.remora.session";

    private SessionInstallation() {}

    /**
     * Installs the filter before all others. To be called while the application's {@code ServletContainerInitializer}s
     * run.
     *
     * @param context the application
     * @param settings the application's settings
     * @param node its sessions on this node
     * @param container the ports to the container
     */
    public static void install(
            ServletContext context, SessionSettings settings, NodeSessions node, ContainerPorts container) {
        context.setAttribute(CLUSTERED_ATTRIBUTE, true);
        SessionCookie.prepare(context.getSessionCookieConfig());
        ExcludedRequests excluded = ExcludedRequests.of(settings.exclude(), context.getContextPath());
        ApplicationLogins logins = new ApplicationLogins(container.logins(), excluded);
        Supplier<ApplicationSessions> opening = () -> {
            SessionCookie cookie = SessionCookie.takenFrom(context, node.route(), container.cookieConfig())
                    .withStateOf(stateOfNode(context));
            ApplicationSessions opened = opened(
                    new ApplicationSessions(
                            context,
                            RequestSession.class.getName() + context.getContextPath(),
                            node.live(),
                            container.tracking().of(context),
                            cookie,
                            SessionUrls.of(cookie.name(), container.tracking()),
                            container.commits(),
                            settings.onOutage(),
                            logins,
                            new SessionEvents(container.listeners(), container.scopes()),
                            new SessionEnding(node.live(), new EndThread(container.listeners())),
                            settings.lifetime().passive(),
                            new SocketRules(
                                    container.upgrades(),
                                    container.listeners(),
                                    settings.lifetime().socketsKeepAlive()),
                            container.listeners()),
                    node.registration());
            logins.serve(opened);
            return opened;
        };
        RequestEvents events = new RequestEvents(container.listeners(), container.scopes(), excluded);
        FilterRegistration.Dynamic filter =
                context.addFilter(FILTER_NAME, new SessionFilter(opening, container.scopes(), excluded, events));
        if (filter == null) {
            throw new IllegalStateException("The application '" + context.getContextPath() + "' has a filter named "
                    + FILTER_NAME + ", which is the name of Remora's; rename it");
        }
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
        container.logins().install(context, logins);
    }

    private static ApplicationSessions opened(ApplicationSessions sessions, NodeRegistration registration) {
        sessions.live().observedBy(new ActivationEvents(sessions));
        sessions.ending().start(registration);
        return sessions;
    }

    private static Supplier<NodeState> stateOfNode(ServletContext context) {
        return context.getAttribute(ClusterNode.ATTRIBUTE) instanceof ClusterNode node
                ? node::state
                : () -> NodeState.ACTIVE;
    }
}
