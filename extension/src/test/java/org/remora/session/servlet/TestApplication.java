package org.remora.session.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionListener;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EventListener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.remora.cluster.NodeState;
import org.remora.config.AttributeSettings;
import org.remora.config.Consistency;
import org.remora.config.LifetimeSettings;
import org.remora.config.MutationDetection;
import org.remora.config.OutagePolicy;
import org.remora.config.SessionSettings;
import org.remora.config.UrlPatterns;
import org.remora.session.SessionId;
import org.remora.session.SessionNews;
import org.remora.session.SessionSamples;
import org.remora.session.SessionStore;
import org.remora.session.codec.StandardCodec;
import org.remora.session.live.Clocks;
import org.remora.session.live.LiveSession;
import org.remora.session.live.LiveSessions;
import org.remora.session.live.Resolution;
import org.remora.session.merge.Mergers;

/** An application on one node, with listeners, as {@link SessionInstallation} puts it together. */
final class TestApplication implements ContainerListeners {

    private static final SessionSettings SETTINGS = new SessionSettings(
            true,
            Consistency.STRONG,
            Duration.ZERO,
            MutationDetection.ACCESSED,
            OutagePolicy.LOCAL,
            Duration.ofSeconds(2),
            new AttributeSettings(List.of(), Optional.empty(), 1 << 20),
            UrlPatterns.NONE,
            LifetimeSettings.UNLIMITED);

    /** A listener that stands for the container's list of sessions with sockets. */
    interface SocketRegistry extends HttpSessionListener {}

    private final ContainerUpgrades upgrades = new ContainerUpgrades() {
        @Override
        public <T extends HttpUpgradeHandler> Class<? extends T> followed(Class<T> type) {
            return type;
        }

        @Override
        public boolean isRegistry(HttpSessionListener listener) {
            return listener instanceof SocketRegistry;
        }
    };
    private final List<EventListener> listeners;
    private final List<ServletRequestListener> requestListeners = new ArrayList<>();
    private final List<Object> errorsSent = new ArrayList<>();
    private final RecordedCommits commits = new RecordedCommits();
    private final ApplicationSessions sessions;

    /** What the node does. */
    NodeState state = NodeState.ACTIVE;

    TestApplication(SessionStore store, EventListener... listeners) {
        this(store, OutagePolicy.LOCAL, listeners);
    }

    TestApplication(SessionStore store, OutagePolicy onOutage, EventListener... listeners) {
        this.listeners = List.of(listeners);
        this.listeners.stream()
                .filter(ServletRequestListener.class::isInstance)
                .map(ServletRequestListener.class::cast)
                .forEach(requestListeners::add);
        LiveSessions live = new LiveSessions(
                SessionSamples.APPLICATION,
                SETTINGS,
                store,
                new StandardCodec(TestApplication.class.getClassLoader(), Optional.empty()),
                Mergers.NONE,
                Clocks.system(),
                SessionNews.UNTOLD);
        StubCookieConfig config = new StubCookieConfig();
        this.sessions = new ApplicationSessions(
                stub(ServletContext.class, Map.of("getContextPath", "/shop")),
                "session",
                live,
                new SessionTracking(true, false),
                SessionCookie.of(config, "node1", config).withStateOf(() -> state),
                SessionUrls.of("JSESSIONID", stub(ContainerTracking.class, Map.of())),
                commits,
                onOutage,
                new ApplicationLogins(
                        stub(ContainerLogins.class, Map.of()), ExcludedRequests.of(UrlPatterns.NONE, "/shop")),
                new SessionEvents(this, SessionScopes.NONE),
                new SessionEnding(live, new EndThread(this)),
                UrlPatterns.NONE,
                new SocketRules(upgrades, this, false),
                this);
        live.observedBy(new ActivationEvents(sessions));
    }

    /** What became of the responses. */
    RecordedCommits commits() {
        return commits;
    }

    ApplicationSessions sessions() {
        return sessions;
    }

    /** A new session, of which the listeners have been told. */
    ClusteredHttpSession newSession() {
        ClusteredHttpSession session = sessions.shown(sessions.live().create(1800));
        sessions.events().created(session);
        return session;
    }

    /** The session of an id, as this node finds it. */
    ClusteredHttpSession found(String id) {
        Resolution resolution = sessions.live().find(SessionId.parse(id).orElseThrow(), false);
        return sessions.shown(((Resolution.Present) resolution).session());
    }

    /** Sends what a session has to send. */
    void commit(ClusteredHttpSession session) {
        LiveSession live = sessions.live().find(SessionId.parse(session.getId()).orElseThrow(), true)
                        instanceof Resolution.Present present
                ? present.session()
                : null;
        Object unused = live == null
                ? "over"
                : sessions.live().commitPending(live, sessions.live().patience());
    }

    @Override
    public void withoutEnvironment(Filter filter) {}

    @Override
    public List<HttpSessionListener> sessionListeners() {
        return listeners.stream()
                .filter(HttpSessionListener.class::isInstance)
                .map(HttpSessionListener.class::cast)
                .toList();
    }

    @Override
    public List<EventListener> eventListeners() {
        return listeners;
    }

    @Override
    public Runnable replaceRequestListeners(UnaryOperator<ServletRequestListener> replacement) {
        List<ServletRequestListener> before = List.copyOf(requestListeners);
        requestListeners.replaceAll(replacement);
        return () -> {
            requestListeners.clear();
            requestListeners.addAll(before);
        };
    }

    /** Those that hear of requests, or what stands for them. */
    List<ServletRequestListener> requestListeners() {
        return requestListeners;
    }

    /** The statuses of the errors that were sent to clients. */
    List<Object> errorsSent() {
        return errorsSent;
    }

    @Override
    public HttpServletResponse response(HttpServletRequest request) {
        return response(false);
    }

    /** The response to a request, which is on its way. */
    HttpServletResponse committedResponse(HttpServletRequest request) {
        return response(true);
    }

    private HttpServletResponse response(boolean committed) {
        return (HttpServletResponse) Proxy.newProxyInstance(
                HttpServletResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("sendError")) {
                        errorsSent.add(given[0]);
                    }
                    if (method.getName().equals("isCommitted")) {
                        return committed;
                    }
                    return method.getReturnType() == boolean.class ? false : null;
                });
    }

    @Override
    public void inApplication(Runnable work) {
        work.run();
    }

    /** Answers what it is told to, and otherwise no, 0 or nothing. */
    private static <T> T stub(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    Object answer = answers.get(method.getName());
                    if (answer == null && method.getReturnType() == boolean.class) {
                        return false;
                    }
                    return answer == null && method.getReturnType() == int.class ? (Object) 0 : answer;
                }));
    }
}
