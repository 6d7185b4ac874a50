package org.remora.arquillian.conformance.servlet;

import static org.remora.arquillian.conformance.Check.check;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.remora.arquillian.conformance.Chapter;
import org.remora.arquillian.conformance.Check;
import org.remora.arquillian.conformance.Client;
import org.remora.arquillian.conformance.Expect;
import org.remora.arquillian.conformance.Reply;

/** The methods of {@code HttpSession}. */
public final class SessionObject {

    /** What the API documentation says is refused after the end of a session. */
    private static final List<String> REFUSED = List.of(
            "created", "accessed", "get color", "names", "set color blue", "remove color", "invalidate", "isNew");

    private SessionObject() {}

    /** Returns the checks. */
    public static Chapter chapter() {
        List<Check> checks = new ArrayList<>(List.of(
                check("SRV.HttpSession-10", "The time of creation is that of the request that made it.", client -> {
                    Reply reply = client.ask("now", "create", "created");
                    Expect.that(Math.abs(reply.number() - Long.parseLong(reply.line(0))) < 1000, "" + reply.page());
                }),
                check("SRV.HttpSession-11", "The time of creation stays the same.", client -> {
                    String created = client.ask("created").last();
                    client.idle(Duration.ofMillis(20));
                    client.ask("created").is(created);
                    client.ask("created").is(created);
                }),
                check(
                        "SRV.HttpSession-12",
                        "In its first request, a session was last accessed at its creation.",
                        client -> {
                            Reply reply = client.ask("created", "accessed");
                            reply.is(reply.line(0));
                        }),
                check("SRV.HttpSession-13", "The id stays the same.", client -> {
                    String id = client.ask("id", "id").last();
                    client.ask("id").is(id);
                    client.ask("id").is(id);
                }),
                check("SRV.HttpSession-14", "A session belongs to the ServletContext of its application.", client -> {
                    client.ask("ownContext").is("true");
                    client.ask("ownContext").is("true");
                }),
                check("SRV.HttpSession-15", "Two sessions have different ids.", client -> {
                    String id = client.ask("create").last();
                    client.stranger().ask("create").isNot(id);
                }),
                check("SRV.HttpSession-16", "An invalidated session is gone for later requests.", client -> {
                    client.ask("set color red");
                    client.ask("invalidate");
                    client.ask("peek").is("none");
                }),
                check(
                        "SRV.HttpSession-17",
                        "After invalidate, the same request can have another session, which the client then joins.",
                        SessionObject::anotherInSameRequest),
                check("SRV.HttpSession-18", "The id can be read after invalidate.", client -> {
                    Reply reply = client.ask("create", "invalidate", "id");
                    reply.is(reply.line(0));
                })));
        int number = 19;
        for (String step : REFUSED) {
            String id = "SRV.HttpSession-" + number;
            checks.add(check(
                    id,
                    "After invalidate, " + method(step) + " throws an IllegalStateException.",
                    client -> client.ask("set color red", "invalidate", step).is("!IllegalStateException")));
            number++;
        }
        return new Chapter("Methods of HttpSession", checks);
    }

    private static String method(String step) {
        return switch (step.split(" ", -1)[0]) {
            case "created" -> "getCreationTime";
            case "accessed" -> "getLastAccessedTime";
            case "get" -> "getAttribute";
            case "names" -> "getAttributeNames";
            case "set" -> "setAttribute";
            case "remove" -> "removeAttribute";
            default -> step;
        };
    }

    private static void anotherInSameRequest(Client client) throws IOException {
        client.ask("set color red");
        Reply reply = client.ask("id", "invalidate", "letGo", "get color", "set shape round", "id");
        reply.is(3, "null").isNot(reply.line(0));
        client.ask("get shape", "id").is(0, "round").is(reply.last());
    }
}
