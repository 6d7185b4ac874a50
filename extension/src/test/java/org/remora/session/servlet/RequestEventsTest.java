package org.remora.session.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.remora.config.UrlPattern;
import org.remora.config.UrlPatterns;
import org.remora.session.CommitResult;
import org.remora.session.CreateResult;
import org.remora.session.InMemorySessionStore;
import org.remora.session.LookResult;
import org.remora.session.RemoveResult;
import org.remora.session.RestoreResult;
import org.remora.session.SessionDelta;
import org.remora.session.SessionKey;
import org.remora.session.SessionLook;
import org.remora.session.SessionRecord;
import org.remora.session.SessionStore;
import org.remora.session.SessionTake;
import org.remora.session.Unavailable;
import org.remora.session.UserIndex;

/** The application's request listeners see the clustered session, before everything else and after it. */
class RequestEventsTest {

    private final List<HttpServletRequest> shown = new ArrayList<>();
    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TestApplication node = new TestApplication(grid, new Listener());
    private final TestApplication other = new TestApplication(grid);
    private Consumer<HttpServletRequest> before = request -> {};
    private Consumer<HttpServletRequest> after = request -> {};

    @Test
    void beforeTheRequest_changeByAListener_isThereInTheRequest() {
        String id = committedSession();
        HttpServletRequest request = requestOf(id);
        before = seen -> seen.getSession(false).setAttribute("a", "early");

        begin(node, UrlPatterns.NONE).requestInitialized(event(request));

        assertThat(sessionOf(request).existing())
                .hasValueSatisfying(
                        session -> assertThat(session.getAttribute("a")).isEqualTo("early"));
    }

    @Test
    void afterTheRequest_changeByAListener_isFoundByOtherNodes() throws IOException {
        String id = committedSession();
        HttpServletRequest request = requestOf(id);
        before = RequestEventsTest::askForTheSession;
        after = seen -> seen.getSession(false).setAttribute("a", listOf("late"));

        ServletRequestListener listener = begin(node, UrlPatterns.NONE);
        listener.requestInitialized(event(request));
        sessionOf(request).finish(node.response(request));
        listener.requestDestroyed(event(request));

        assertThat(other.found(id).getAttribute("a")).isEqualTo(List.of("late"));
    }

    @Test
    void afterTheRequest_changeInPlaceByAListener_isFoundByOtherNodes() throws IOException {
        String id = committedSession();
        HttpServletRequest request = requestOf(id);
        before = seen -> seen.getSession(false).setAttribute("a", listOf("first"));
        after = seen -> addTo(seen.getSession(false).getAttribute("a"), "late");

        ServletRequestListener listener = begin(node, UrlPatterns.NONE);
        listener.requestInitialized(event(request));
        sessionOf(request).finish(node.response(request));
        listener.requestDestroyed(event(request));

        assertThat(other.found(id).getAttribute("a")).isEqualTo(List.of("first", "late"));
    }

    @Test
    void beforeTheRequest_gridDoesNotAnswer_isLeftToTheRequest() {
        TestApplication alone = new TestApplication(new SilentStore(), new Listener());
        HttpServletRequest request = requestOf(committedSession());
        before = RequestEventsTest::askForTheSession;

        begin(alone, UrlPatterns.NONE).requestInitialized(event(request));

        assertThat(RequestSession.known(alone.sessions(), request))
                .hasValueSatisfying(
                        session -> assertThat(session.isUnanswered()).isTrue());
    }

    @Test
    void afterTheRequest_gridDoesNotAnswer_listenerFailsAndTheAnswerStays() {
        TestApplication alone = new TestApplication(new SilentStore(), new Listener());
        HttpServletRequest request = requestOf(committedSession());
        after = RequestEventsTest::askForTheSession;
        ServletRequestListener listener = begin(alone, UrlPatterns.NONE);

        assertThatExceptionOfType(SessionUnavailableException.class)
                .isThrownBy(() -> listener.requestDestroyed(event(request)));
        assertThat(alone.errorsSent()).isEmpty();
    }

    @Test
    void excludedPath_listener_seesTheContainersRequest() {
        HttpServletRequest request = requestOf(committedSession());
        ServletRequestListener listener = begin(node, new UrlPatterns(List.of(new UrlPattern("/cart"))));

        listener.requestInitialized(event(request));
        listener.requestDestroyed(event(request));

        assertThat(shown).hasSize(2).allMatch(one -> one == request);
    }

    @Test
    void end_listeners_arePutBack() {
        RequestEvents events = new RequestEvents(node, SessionScopes.NONE, excluded(UrlPatterns.NONE));
        events.begin(node.sessions());
        assertThat(node.requestListeners()).noneMatch(Listener.class::isInstance);

        events.end();

        assertThat(node.requestListeners()).hasOnlyElementsOfType(Listener.class);
    }

    private static void askForTheSession(HttpServletRequest request) {
        request.getSession(false);
    }

    private static List<String> listOf(String element) {
        return new ArrayList<>(List.of(element));
    }

    @SuppressWarnings("unchecked")
    private static void addTo(Object list, String element) {
        ((List<String>) list).add(element);
    }

    private ServletRequestListener begin(TestApplication application, UrlPatterns left) {
        new RequestEvents(application, SessionScopes.NONE, excluded(left)).begin(application.sessions());
        return application.requestListeners().get(0);
    }

    private static ExcludedRequests excluded(UrlPatterns paths) {
        return ExcludedRequests.of(paths, "/shop");
    }

    private String committedSession() {
        ClusteredHttpSession session = other.newSession();
        other.commit(session);
        return session.getId();
    }

    private static HttpServletRequest requestOf(String id) {
        return new StubRequest().cookies("JSESSIONID=" + id + ".node1").request();
    }

    private RequestSession sessionOf(HttpServletRequest request) {
        return RequestSession.known(node.sessions(), request).orElseThrow();
    }

    private static ServletRequestEvent event(HttpServletRequest request) {
        ServletContext context = (ServletContext) Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, given) -> method.getName());
        return new ServletRequestEvent(context, request);
    }

    private final class Listener implements ServletRequestListener {

        @Override
        public void requestInitialized(ServletRequestEvent event) {
            tell(before, event);
        }

        @Override
        public void requestDestroyed(ServletRequestEvent event) {
            tell(after, event);
        }

        private void tell(Consumer<HttpServletRequest> what, ServletRequestEvent event) {
            HttpServletRequest request = (HttpServletRequest) event.getServletRequest();
            shown.add(request);
            what.accept(request);
        }
    }

    /** A grid that does not answer. */
    private static final class SilentStore implements SessionStore {

        private static final Unavailable SILENCE = new Unavailable("test");

        @Override
        public CreateResult create(SessionKey key, SessionRecord blank, SessionDelta first) {
            return SILENCE;
        }

        @Override
        public LookResult look(SessionKey key, SessionLook look) {
            return SILENCE;
        }

        @Override
        public CommitResult commit(SessionKey key, SessionDelta delta) {
            return SILENCE;
        }

        @Override
        public RemoveResult remove(SessionKey key, SessionTake take) {
            return SILENCE;
        }

        @Override
        public long taker() {
            return 1;
        }

        @Override
        public void told(SessionKey key, long taker, Consumer<Boolean> heard) {
            heard.accept(false);
        }

        @Override
        public RestoreResult restore(SessionKey key, SessionRecord known) {
            return SILENCE;
        }

        @Override
        public UserIndex users() {
            throw new UnsupportedOperationException("no user has a limit here");
        }

        @Override
        public boolean isOwnedHere(SessionKey key) {
            return true;
        }
    }
}
