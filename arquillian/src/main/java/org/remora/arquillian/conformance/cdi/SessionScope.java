package org.remora.arquillian.conformance.cdi;

import static org.remora.arquillian.conformance.Check.check;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.remora.arquillian.conformance.Chapter;
import org.remora.arquillian.conformance.Client;
import org.remora.arquillian.conformance.Expect;

/** Beans that live as long as a session. */
public final class SessionScope {

    private SessionScope() {}

    /** Returns the checks. */
    public static Chapter chapter() {
        return new Chapter(
                "CDI 4.0: session scope, and injection of what the Servlet API has",
                List.of(
                        check(
                                "CDI.SessionScoped-1",
                                "All requests of a session share a bean, and its state.",
                                client -> {
                                    client.ask("visit").is("1");
                                    client.ask("visit").is("2");
                                    client.ask("visit").is("3");
                                }),
                        check("CDI.SessionScoped-2", "Another session has another instance.", client -> {
                            client.ask("visit", "visit").is("2");
                            client.stranger().ask("visit").is("1");
                        }),
                        check(
                                "CDI.SessionScoped-3",
                                "Beans that are injected into it, by proxy or as its part, keep their state, too.",
                                client -> {
                                    client.ask("visit", "inside").is("1 1 good day");
                                    client.ask("visit", "inside").is("2 2 good day");
                                    client.ask("inside").is("2 2 good day");
                                }),
                        check("CDI.SessionScoped-4", "The scope is active in forwards and includes.", client -> {
                            client.ask("visit", "forward", "visit", "include", "visit")
                                    .is("3");
                            client.ask("visits").is("3");
                        }),
                        check("CDI.SessionScoped-5", "A changed id of the session keeps the beans.", client -> {
                            client.ask("visit");
                            client.ask("changeId", "visit").is("2");
                            client.ask("visit").is("3");
                        }),
                        check(
                                "CDI.SessionScoped-6",
                                "The beans of a session that is invalidated are there until the request is over.",
                                client -> {
                                    client.ask("visit");
                                    client.ask("visit", "invalidate", "visits").is("2");
                                }),
                        check("CDI.SessionScoped-7", "After that, beans are made anew.", client -> {
                            client.ask("visit", "visit");
                            client.ask("invalidate");
                            client.ask("visit").is("1");
                        }),
                        check(
                                "CDI.SessionScoped-8",
                                "The beans of a session that is invalidated are destroyed, once.",
                                SessionScope::destroyedByInvalidate),
                        check("CDI.SessionScoped-9", "The beans of a session that timed out are destroyed.", client -> {
                            String id = client.ask("visit", "ownDiary", "id", "setInterval 1")
                                    .line(2);
                            client.ask("visit");
                            client.await(id, "diary destroyed after 2"::equals);
                        }),
                        check("CDI.SessionScoped-10", "The begin of a session is an event.", client -> {
                            String id = client.ask("create").last();
                            client.await(id, "session scope initialized"::equals);
                        }),
                        check(
                                "CDI.SessionScoped-11",
                                "The end of a session by invalidate is an event, once.",
                                client -> {
                                    String id = client.ask("visit", "id").last();
                                    client.ask("invalidate");
                                    client.await(id, "session scope destroyed"::equals);
                                    Expect.same(
                                            client.journal(id, "session scope destroyed")
                                                    .size(),
                                            1);
                                }),
                        check("CDI.SessionScoped-12", "The end of a session by a timeout is an event.", client -> {
                            String id =
                                    client.ask("visit", "id", "setInterval 1").line(1);
                            client.await(id, "session scope destroyed"::equals);
                        }),
                        check("CDI.SessionScoped-13", "The scope is active in request listeners.", client -> {
                            client.ask("visit").is("1");
                            client.get("/do?greet=you&step=visit").is("3");
                            client.ask("visits").is("3");
                        }),
                        check(
                                "CDI.SessionScoped-14",
                                "What request listeners do to a bean after the request, later ones find.",
                                SessionScope::visitedAfterwards),
                        check("CDI.HttpSession-1", "The injected session is that of the request.", client -> {
                            String id = client.ask("create", "injectedSession").last();
                            client.ask("id").is(id);
                            client.ask("injectedSession").is(id);
                        }),
                        check("CDI.HttpSession-2", "The injected session makes one if there is none.", client -> {
                            client.ask("injectedSet color red");
                            client.ask("get color").is("red");
                            client.ask("injectedGet color").is("red");
                        }),
                        check("CDI.HttpServletRequest-1", "The injected request is the present one.", client -> {
                            client.get("/do?word=blue&step=injectedParameter+word")
                                    .is("blue");
                            client.get("/do?word=red&step=injectedParameter+word")
                                    .is("red");
                        }),
                        check("CDI.HttpServletRequest-2", "The injected request has the same session.", client -> {
                            String id = client.ask("create", "injectedPeek").last();
                            client.ask("injectedPeek").is(id);
                        })));
    }

    private static void destroyedByInvalidate(Client client) throws IOException {
        String id = client.ask("visit", "ownDiary", "id").last();
        client.ask("visit", "invalidate");
        client.await(id, "diary destroyed after 2"::equals);
        Expect.same(client.journal(id, "diary destroyed").size(), 1);
    }

    private static void visitedAfterwards(Client client) throws IOException {
        client.ask("visit", "set left here");
        client.get("/do?leave=gone");
        for (int tries = 0; tries < 50 && !client.ask("get left").last().equals("gone"); tries++) {
            client.idle(Duration.ofMillis(100)); // the answer may come before the listener is called
        }
        client.ask("visits").is("2");
    }
}
