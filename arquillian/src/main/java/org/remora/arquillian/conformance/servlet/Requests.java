package org.remora.arquillian.conformance.servlet;

import static org.remora.arquillian.conformance.Check.check;

import java.io.IOException;
import java.util.List;
import org.remora.arquillian.conformance.Chapter;
import org.remora.arquillian.conformance.Client;
import org.remora.arquillian.conformance.Expect;
import org.remora.arquillian.conformance.Reply;

/** What requests know of sessions. */
public final class Requests {

    private static final String COOKIE = "JSESSIONID";
    private static final String MADE_UP = "0123456789abcdef0123456789ab";

    private Requests() {}

    /** Returns the checks. */
    public static Chapter chapter() {
        return new Chapter(
                "Methods of HttpServletRequest",
                List.of(
                        check("SRV.HttpServletRequest-2", "getSession(false) makes no session.", client -> {
                            Reply reply = client.ask("peek").is("none");
                            Expect.same(reply.page().setCookieHeaders(), List.of());
                        }),
                        check(
                                "SRV.HttpServletRequest-3",
                                "getSession(true) makes one only if there is none.",
                                client -> {
                                    String id = client.ask("current", "current").last();
                                    client.ask("current").is(id);
                                }),
                        check("SRV.HttpServletRequest-4", "All calls of a request give the same session.", client -> {
                            Reply reply = client.ask("create", "current", "peek");
                            reply.is(1, reply.line(0)).is(reply.line(0));
                        }),
                        check(
                                "SRV.HttpServletRequest-5",
                                "A session cannot be made once the response is committed.",
                                client -> client.ask("flush", "create").is("!IllegalStateException")),
                        check(
                                "SRV.HttpServletRequest-6",
                                "A session that exists can be had after the response is committed.",
                                Requests::afterCommit),
                        check(
                                "SRV.HttpServletRequest-7",
                                "The requested id is null if the client presents none.",
                                client -> client.ask("requestedId").is("null")),
                        check("SRV.HttpServletRequest-8", "The requested id is that of the session.", client -> {
                            String id = client.ask("create").last();
                            client.ask("requestedId").is(id);
                        }),
                        check(
                                "SRV.HttpServletRequest-9",
                                "The requested id is what the client presents, also if it is none of a session.",
                                client -> madeUp(client, "requestedId", MADE_UP)),
                        check(
                                "SRV.HttpServletRequest-10",
                                "No id is not a valid id.",
                                client ->
                                        client.ask("create", "requestedIdValid").is("false")),
                        check("SRV.HttpServletRequest-11", "The id of the session is a valid id.", client -> {
                            client.ask("create");
                            client.ask("requestedIdValid").is("true");
                            client.ask("requestedIdValid").is("true");
                        }),
                        check(
                                "SRV.HttpServletRequest-12",
                                "An id that no session has is not valid.",
                                client -> madeUp(client, "requestedIdValid", "false")),
                        check("SRV.HttpServletRequest-13", "After invalidate, the id is not valid.", client -> {
                            client.ask("create");
                            client.ask("invalidate", "requestedIdValid").is("false");
                        }),
                        check(
                                "SRV.HttpServletRequest-14",
                                "The request tells that the id came in a cookie.",
                                client -> {
                                    client.ask("create");
                                    client.ask("fromCookie", "fromUrl")
                                            .is(0, "true")
                                            .is("false");
                                }),
                        check(
                                "SRV.HttpServletRequest-15",
                                "An id that was not presented came neither in a cookie nor in the address.",
                                client -> client.ask("fromCookie", "fromUrl")
                                        .is(0, "false")
                                        .is("false")),
                        check(
                                "SRV.HttpServletRequest-16",
                                "changeSessionId gives the session the id that it returns.",
                                Requests::changedId),
                        check(
                                "SRV.HttpServletRequest-17",
                                "changeSessionId keeps attributes, timeout and time of creation.",
                                Requests::changedIdKeeps),
                        check(
                                "SRV.HttpServletRequest-18",
                                "changeSessionId without a session throws an IllegalStateException.",
                                client -> client.ask("changeId").is("!IllegalStateException")),
                        check(
                                "SRV.HttpServletRequest-19",
                                "The client hears of the changed id in the same response.",
                                Requests::changedIdIsSent)));
    }

    private static void afterCommit(Client client) throws IOException {
        String id = client.ask("set color red", "id").last();
        client.ask("flush", "create", "get color").is(1, id).is("red");
    }

    private static void madeUp(Client client, String step, String expected) throws IOException {
        client.presents(COOKIE, MADE_UP);
        client.ask(step).is(expected);
    }

    private static void changedId(Client client) throws IOException {
        String old = client.ask("create").last();
        Reply reply = client.ask("changeId", "id", "current");
        reply.is(1, reply.line(0)).is(reply.line(0)).isNot(old);
        client.ask("peek").is(reply.last());
    }

    private static void changedIdKeeps(Client client) throws IOException {
        Reply before = client.ask("set color red", "setInterval 77", "created");
        client.ask("changeId", "get color").is("red");
        client.ask("get color", "interval", "created").is(0, "red").is(1, "77").is(before.last());
    }

    private static void changedIdIsSent(Client client) throws IOException {
        client.ask("create");
        Reply reply = client.ask("changeId");
        String value = reply.cookie(COOKIE).orElseThrow().value();
        Expect.that(value.startsWith(reply.last()), "the cookie " + value + " is not of " + reply.last());
    }
}
