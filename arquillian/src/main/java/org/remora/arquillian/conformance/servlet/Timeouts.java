package org.remora.arquillian.conformance.servlet;

import static org.remora.arquillian.conformance.Check.check;
import static org.remora.arquillian.conformance.ConformanceApplication.TIMEOUT_MINUTES;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.remora.arquillian.conformance.Chapter;
import org.remora.arquillian.conformance.Client;
import org.remora.arquillian.conformance.Column;
import org.remora.arquillian.conformance.Expect;
import org.remora.arquillian.conformance.InParallel;
import org.remora.arquillian.conformance.Reply;

/** The end of sessions that nobody uses, and times of access. */
public final class Timeouts {

    private static final Duration BEYOND_ONE_SECOND = Duration.ofMillis(2500);
    private static final Duration MOMENT = Duration.ofMillis(50);

    private Timeouts() {}

    /** Returns the checks. */
    public static Chapter chapter() {
        return new Chapter(
                "Timeouts and times of access (Servlet 7.5, 7.6; ServletContext, HttpSession)",
                List.of(
                        check(
                                "SRV.7.5-1",
                                "The default timeout is that of the deployment descriptor, in minutes.",
                                client -> client.ask("timeoutMinutes").is(Integer.toString(TIMEOUT_MINUTES))),
                        check(
                                "SRV.7.5-2",
                                "A session has that timeout, in seconds.",
                                client -> client.ask("interval").is(Integer.toString(TIMEOUT_MINUTES * 60))),
                        check("SRV.7.5-3", "A session can have a timeout of its own, which it keeps.", client -> {
                            client.ask("setInterval 77", "interval").is("77");
                            client.ask("interval").is("77");
                        }),
                        check(
                                "SRV.7.5-4",
                                "A session that was not used for longer than its timeout is over.",
                                Timeouts::expires),
                        check(
                                "SRV.7.5-5",
                                "After it, the client gets another session, with another id and without attributes.",
                                Timeouts::anotherAfterwards),
                        check("SRV.7.5-6", "Requests keep a session alive.", client -> staysAlive(client, "peek")),
                        check("SRV.7.5-7", "A timeout of 0 is none.", client -> neverExpires(client, "setInterval 0")),
                        check(
                                "SRV.7.5-8",
                                "A timeout below 0 is none.",
                                client -> neverExpires(client, "setInterval -1")),
                        check(
                                "SRV.7.5-9",
                                "A session does not time out while a servlet uses it.",
                                client -> client.ask("setInterval 1", "set color red", "pause 2500", "get color")
                                        .is("red")),
                        check(
                                "SRV.7.5-10",
                                "Once a session is invalidated, a new request does not see it, even if the other"
                                        + " request is not over.",
                                Timeouts::goneAtOnce),
                        check("SRV.7.5-11", "A timeout that is set anew counts from then on.", Timeouts::prolonged),
                        check(
                                "SRV.ServletContext-8",
                                "The default timeout cannot be set once the application runs.",
                                client -> client.ask("setTimeoutMinutes 3").is("!IllegalStateException")),
                        check(
                                "SRV.7.6-1",
                                "The last access is the time of the request before the present one.",
                                client -> accessedBy(client, "create")),
                        check(
                                "SRV.7.6-2",
                                "What an application does with a session does not change the time of its last access.",
                                Timeouts::actionsDoNotCount),
                        check(
                                        "SRV.7.6-3",
                                        "A request of the session is an access, whether the application uses the session or"
                                                + " not.",
                                        // On the other node it is an access a moment later, when that has been told of
                                        // it.
                                        client -> accessedBy(client, "nothing"))
                                .onlyIn(Column.PAYARA, Column.REMORA),
                        check(
                                "SRV.7.6-4",
                                "Such requests keep a session alive, too.",
                                client -> staysAlive(client, "nothing"))));
    }

    private static void expires(Client client) throws IOException {
        client.ask("create", "setInterval 1");
        client.idle(BEYOND_ONE_SECOND);
        client.ask("peek").is("none");
    }

    private static void anotherAfterwards(Client client) throws IOException {
        String old = client.ask("set color red", "setInterval 1", "id").last();
        client.idle(BEYOND_ONE_SECOND);
        client.ask("get color", "isNew", "id").is(0, "null").is(1, "true").isNot(old);
    }

    private static void staysAlive(Client client, String step) throws IOException {
        client.ask("set color red", "setInterval 4");
        for (int i = 0; i < 5; i++) {
            client.idle(Duration.ofMillis(1200));
            client.ask(step);
        }
        client.ask("get color").is("red");
    }

    private static void neverExpires(Client client, String setInterval) throws IOException {
        client.ask("set color red", setInterval);
        client.idle(BEYOND_ONE_SECOND);
        client.ask("get color").is("red");
    }

    private static void goneAtOnce(Client client) throws Exception {
        client.ask("create");
        InParallel.run(2, number -> {
            Client window = client.window();
            if (number == 0) {
                window.ask("invalidate", "pause 2500");
            } else {
                window.idle(Duration.ofMillis(1500));
                window.ask("peek").is("none");
            }
        });
    }

    private static void prolonged(Client client) throws IOException {
        client.ask("set color red", "setInterval 1");
        client.ask("setInterval 60");
        client.idle(BEYOND_ONE_SECOND);
        client.ask("get color").is("red");
    }

    /** The last access is within the time that a request between two others took, as the client sees it. */
    private static void accessedBy(Client client, String step) throws IOException {
        client.ask("create");
        client.idle(MOMENT);
        long before = System.currentTimeMillis();
        client.ask(step);
        long after = System.currentTimeMillis();
        client.idle(MOMENT);
        long accessed = client.ask("accessed").number();
        Expect.that(before <= accessed && accessed <= after, accessed + " is not in " + before + " to " + after);
    }

    private static void actionsDoNotCount(Client client) throws IOException {
        client.ask("create");
        client.idle(MOMENT);
        Reply reply = client.ask("accessed", "set color red", "pause 50", "get color", "accessed");
        reply.is(reply.line(0));
    }
}
