package org.remora.arquillian.conformance.servlet;

import static org.remora.arquillian.conformance.Check.check;

import java.io.IOException;
import java.util.List;
import org.remora.arquillian.conformance.Chapter;
import org.remora.arquillian.conformance.Client;
import org.remora.arquillian.conformance.Expect;
import org.remora.arquillian.conformance.Reply;

/** Sessions where a request goes through filters and dispatchers, and however it ends. */
public final class Dispatches {

    private Dispatches() {}

    /** Returns the checks. */
    public static Chapter chapter() {
        return new Chapter(
                "Filters, dispatches and the ends of requests (Servlet 2.3.3.3, 5.1, 6.2, 9, 10.9)",
                List.of(
                        check("SRV.6.2.2-1", "A servlet gets the request that the filter passed on.", client -> {
                            client.askAt("/filtered/x", "sameRequest").is("true");
                        }),
                        check("SRV.6.2.2-2", "A servlet gets the wrapper that a filter put around it.", client -> {
                            client.askAt("/wrapped/x", "sameRequest").is("true");
                        }),
                        check("SRV.6.2.2-3", "Through a wrapper, the session is the same.", client -> {
                            String id = client.askAt("/wrapped/x", "set color red", "id")
                                    .last();
                            client.ask("id", "get color").is(0, id).is("red");
                        }),
                        check("SRV.6.2-1", "What a filter puts into the session, the servlet finds.", client -> {
                            client.askAt("/filtered/x", "get before").is("set");
                        }),
                        check("SRV.6.2-2", "What a filter puts into it after the servlet is kept.", client -> {
                            client.askAt("/filtered/x", "nothing");
                            client.ask("get after").is("set");
                        }),
                        check("SRV.9.4-1", "A forward goes on with the same session.", client -> {
                            client.ask("set color red", "forward", "get color", "set shape round")
                                    .is(2, "red");
                            client.ask("get shape").is("round");
                        }),
                        check("SRV.9.4-2", "A session made in a forward is joined by the client.", client -> {
                            String id = client.ask("forward", "create").last();
                            client.ask("peek").is(id);
                        }),
                        check("SRV.9.3-1", "An include goes on with the same session.", client -> {
                            client.ask("set color red", "include", "get color", "set shape round")
                                    .is(2, "red");
                            client.ask("get shape").is("round");
                        }),
                        check("SRV.9.7-1", "An asynchronous dispatch goes on with the same session.", client -> {
                            client.ask("set color red", "asyncDispatch", "get color", "set shape round")
                                    .is(2, "red");
                            client.ask("get shape").is("round");
                        }),
                        check("SRV.2.3.3.3-1", "What an asynchronous thread puts into the session is kept.", client -> {
                            client.ask("create", "asyncThread", "set color red");
                            client.ask("get color").is("red");
                        }),
                        check("SRV.10.9-1", "An error page for a status goes on with the same session.", client -> {
                            client.askAt("/do", "set color red", "sendError 410", "get color", "set shape round")
                                    .hasStatus(410)
                                    .is(2, "red");
                            client.ask("get shape").is("round");
                        }),
                        check("SRV.10.9-2", "An error page for an exception goes on with the same session.", client -> {
                            client.askAt("/do", "set color red", "throw", "get color", "set shape round")
                                    .hasStatus(500)
                                    .is(2, "red");
                            client.ask("get shape").is("round");
                        }),
                        check(
                                "SRV.10.9-3",
                                "What was set before an error without a page of its own is kept.",
                                client -> {
                                    client.askAt("/do", "set color red", "sendError 404")
                                            .hasStatus(404);
                                    client.ask("get color").is("red");
                                }),
                        check(
                                "SRV.5.3-1",
                                "What was set before a redirect is there where it leads.",
                                Dispatches::redirect),
                        check("SRV.5.1-1", "What was set before a flush is there for the next request.", client -> {
                            client.ask("set color red", "flush");
                            client.ask("get color").is("red");
                        }),
                        check("SRV.5.1-2", "What is set after a flush is kept as well.", client -> {
                            client.ask("create", "flush", "set color red");
                            client.ask("get color").is("red");
                        }),
                        check(
                                "SRV.5.1-3",
                                "A buffer that overflows sends the cookie of a session that was made before.",
                                Dispatches::overflow)));
    }

    private static void redirect(Client client) throws IOException {
        Reply reply = client.askAt("/do", "set color red", "redirect /conformance/do?step=get%20color")
                .hasStatus(302);
        client.follow(reply.page().header("Location").orElseThrow()).is("red");
    }

    private static void overflow(Client client) throws IOException {
        Reply reply = client.ask("set color red", "overflow");
        Expect.that(
                reply.cookie("JSESSIONID").isPresent(),
                "no cookie: " + reply.page().headers());
        client.ask("get color").is("red");
    }
}
