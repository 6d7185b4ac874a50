package org.remora.arquillian.conformance.servlet;

import static org.remora.arquillian.conformance.Check.check;
import static org.remora.arquillian.conformance.ConformanceApplication.ADDRESSES;
import static org.remora.arquillian.conformance.ConformanceApplication.COOKIES;

import java.io.IOException;
import java.util.List;
import org.remora.arquillian.conformance.Chapter;
import org.remora.arquillian.conformance.Client;
import org.remora.arquillian.conformance.Expect;
import org.remora.arquillian.conformance.Reply;
import org.remora.arquillian.server.Cookie;

/** How a client's requests are known to be of one session. */
public final class Tracking {

    private static final String COOKIE = "JSESSIONID";

    private Tracking() {}

    /** Returns the checks. */
    public static Chapter chapter() {
        return new Chapter(
                "Tracking sessions, making them, and their scope (Servlet 7.1.1, 7.1.4, 7.2, 7.3, 7.7.3)",
                List.of(
                        check(
                                "SRV.7.1.1-1",
                                "A session is tracked by a cookie, whose standard name is JSESSIONID.",
                                Tracking::trackedByCookie),
                        check(
                                "SRV.7.1.1-2",
                                "A client that returns the cookie gets its session again, with each further request.",
                                Tracking::cookieLeadsToSession),
                        check(
                                "SRV.7.1.1-3",
                                "The cookie is marked HttpOnly if the configuration says so, and only then.",
                                Tracking::httpOnlyAsConfigured),
                        check(
                                "SRV.7.1.1-4",
                                "A custom name of the cookie is also that of the parameter in rewritten addresses.",
                                Tracking::customNameInAddresses),
                        check(
                                "SRV.7.1.4-1",
                                "A client without cookies can have a session, too.",
                                Tracking::sessionWithoutCookies),
                        check(
                                "SRV.7.2-1",
                                "A session is new as long as the client does not know of it.",
                                client -> client.ask("create", "isNew").is("true")),
                        check("SRV.7.2-2", "A session that the client has joined is not new.", client -> {
                            client.ask("create");
                            client.ask("isNew").is("false");
                            client.ask("isNew").is("false");
                        }),
                        check(
                                "SRV.7.2-3",
                                "A client that does not join gets another session, which is new, with each request.",
                                Tracking::notJoined),
                        check(
                                "SRV.7.2-4",
                                "The id of a session can be changed; the session is the same, under the new id only.",
                                Tracking::changedId),
                        check(
                                "SRV.7.2-5",
                                "The id that a client presents and no session has does not become that of a new one.",
                                Tracking::madeUpId),
                        check(
                                "SRV.7.3-1",
                                "Applications do not share sessions, even if the client presents the same id.",
                                Tracking::scopedToApplication),
                        check(
                                "SRV.7.3-2",
                                "The sessions of one client at two applications have attributes of their own.",
                                Tracking::twoApplications),
                        check(
                                "SRV.7.3-3",
                                "A servlet that is called through a dispatcher of another application sees a session of"
                                        + " its own application.",
                                Tracking::dispatchedToApplication),
                        check(
                                "SRV.7.3-4",
                                "A session made in such a call is resumed by direct requests to that application.",
                                Tracking::resumedDirectly),
                        check(
                                "SRV.7.7.3-1",
                                "All windows of one browser are in the same session.",
                                Tracking::windowsShareSession)));
    }

    private static void trackedByCookie(Client client) throws IOException {
        Reply reply = client.ask("create");
        Expect.that(
                reply.cookie(COOKIE).isPresent(),
                "no cookie " + COOKIE + ": " + reply.page().setCookieHeaders());
    }

    private static void cookieLeadsToSession(Client client) throws IOException {
        String id = client.ask("create").last();
        client.ask("peek").is(id);
        client.ask("peek").is(id);
        client.ask("peek").is(id);
    }

    private static void httpOnlyAsConfigured(Client client) throws IOException {
        Reply reply = client.ask("create", "cookieHttpOnly");
        Cookie cookie = reply.cookie(COOKIE).orElseThrow();
        Expect.same(Boolean.toString(cookie.has("httponly")), reply.last());
    }

    private static void customNameInAddresses(Client client) throws IOException {
        Reply reply = client.at(ADDRESSES).ask("create", "encode /addresses/do");
        Expect.that(reply.last().contains(";CHECKED=" + reply.line(0)), "no id in " + reply.last());
    }

    private static void sessionWithoutCookies(Client client) throws IOException {
        Reply first = client.ask("create", "set color red", "encode " + address("add-nothing"));
        client.cookies().clear();
        Reply second = client.follow(first.last().replace("add-nothing", "get+color"));
        second.is("red");
    }

    static String address(String step) {
        return "/conformance/do?step=" + step;
    }

    private static void notJoined(Client client) throws IOException {
        String first = client.ask("create", "isNew").is("true").line(0);
        client.cookies().clear();
        String second = client.ask("create", "isNew").is("true").line(0);
        Expect.different(first, second);
    }

    private static void changedId(Client client) throws IOException {
        String old = client.ask("create", "set color red", "id").last();
        Client behind = client.window();
        String changed = client.ask("changeId").last();
        Expect.different(old, changed);
        client.ask("id", "get color").is("red").is(0, changed);
        client.idle(java.time.Duration.ofMillis(1200)); // what another server may take to hear of it
        behind.ask("peek").is("none");
    }

    private static void madeUpId(Client client) throws IOException {
        client.presents(COOKIE, "0123456789abcdef0123456789ab");
        client.ask("create").isNot("0123456789abcdef0123456789ab");
    }

    private static void scopedToApplication(Client client) throws IOException {
        client.ask("create", "set color red");
        String id = client.cookies().find(COOKIE).orElseThrow().value();
        Client guest = client.stranger().at(COOKIES);
        guest.presents("CHECKED", id);
        guest.ask("get color").is("null");
    }

    private static void twoApplications(Client client) throws IOException {
        client.ask("set color red");
        client.at(COOKIES).ask("set color blue");
        client.ask("get color").is("red");
        client.at(COOKIES).ask("get color").is("blue");
    }

    private static void dispatchedToApplication(Client client) throws IOException {
        client.ask("set color red", "forwardTo /cookies", "get color").is("null");
        client.ask("get color").is("red");
    }

    private static void resumedDirectly(Client client) throws IOException {
        Reply called = client.ask("create", "forwardTo /cookies", "set color blue", "id");
        client.presents("CHECKED", called.last());
        client.at(COOKIES).ask("get color").is("blue");
    }

    private static void windowsShareSession(Client client) throws IOException {
        client.ask("set color red");
        Client window = client.window();
        window.ask("get color").is("red");
        window.ask("set shape round");
        client.ask("get shape").is("round");
    }
}
