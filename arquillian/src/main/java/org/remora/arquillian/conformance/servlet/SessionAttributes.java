package org.remora.arquillian.conformance.servlet;

import static org.remora.arquillian.conformance.Check.check;
import static org.remora.arquillian.conformance.Column.REMORA;
import static org.remora.arquillian.conformance.Column.REMORA_ALTERNATING;

import java.io.IOException;
import java.util.List;
import org.remora.arquillian.conformance.Chapter;
import org.remora.arquillian.conformance.Check;
import org.remora.arquillian.conformance.Client;
import org.remora.arquillian.conformance.Expect;
import org.remora.arquillian.conformance.InParallel;

/** What is bound into a session. */
public final class SessionAttributes {

    private SessionAttributes() {}

    /** Returns the checks. */
    public static Chapter chapter() {
        return new Chapter(
                "Attributes (Servlet 7.4, 7.7.1, 7.7.2; HttpSession)",
                List.of(
                        check("SRV.7.4-1", "An attribute is there for later requests of the session.", client -> {
                            client.ask("set color red");
                            client.ask("get color").is("red");
                        }),
                        check("SRV.7.4-2", "An attribute is there for every servlet of the application.", client -> {
                            client.ask("set color red");
                            client.askAt("/filtered/x", "get color").is("red");
                        }),
                        check(
                                "SRV.7.4-3",
                                "An object is told that it is bound before the session shows it.",
                                client -> noted(client, "bound color=ring hidden", "setKeepsake color ring")),
                        check(
                                "SRV.7.4-4",
                                "An object is told that it is unbound after the session has stopped to show it.",
                                client -> noted(
                                        client, "unbound color=ring hidden", "setKeepsake color ring", "remove color")),
                        check(
                                "SRV.HttpSession-1",
                                "The object that another one replaces is told that it is unbound.",
                                client -> noted(
                                        client,
                                        "unbound color=ring hidden",
                                        "setKeepsake color ring",
                                        "set color red")),
                        check(
                                "SRV.HttpSession-2",
                                "The objects of an invalidated session are told that they are unbound.",
                                client -> noted(
                                        client, "unbound color=ring hidden", "setKeepsake color ring", "invalidate")),
                        check(
                                "SRV.HttpSession-3",
                                "An object that was bound in one request and is removed in another is told so.",
                                SessionAttributes::unboundLater),
                        check(
                                "SRV.HttpSession-4",
                                "A name that no object is bound to has the value null.",
                                client -> client.ask("get color").is("null")),
                        check("SRV.HttpSession-5", "The second object under a name replaces the first.", client -> {
                            client.ask("set color red", "set color blue", "get color")
                                    .is("blue");
                            client.ask("set color green");
                            client.ask("get color").is("green");
                        }),
                        check("SRV.HttpSession-6", "To set null is to remove.", client -> {
                            client.ask("set color red");
                            client.ask("setNull color", "get color", "names").is("greeting");
                            client.ask("get color").is("null");
                        }),
                        check("SRV.HttpSession-7", "A removed attribute is gone.", client -> {
                            client.ask("set color red");
                            client.ask("remove color", "get color").is("null");
                            client.ask("get color").is("null");
                        }),
                        check(
                                "SRV.HttpSession-8",
                                "To remove what is not there does nothing.",
                                client -> client.ask("remove color").is("done")),
                        check("SRV.HttpSession-9", "The names are those of all attributes.", client -> {
                            client.ask("set color red", "set shape round");
                            client.ask("names").is("color,greeting,shape");
                        }),
                        check(
                                "SRV.7.7.1-1",
                                "Requests at the same time can set attributes without disturbing each other.",
                                SessionAttributes::parallelWrites),
                        check(
                                "SRV.7.7.1-2",
                                "Attributes can be listed while others are set and removed.",
                                SessionAttributes::parallelListing),
                        check(
                                "SRV.7.7.2-1",
                                "Serializable objects are accepted, and what they refer to is kept: lists.",
                                client -> kept(client, "setList color red", "[red]")),
                        check(
                                "SRV.7.7.2-2",
                                "The same: maps.",
                                client -> kept(client, "setMap color red", "{key=red}")),
                        check("SRV.7.7.2-3", "The same: enums.", client -> kept(client, "setEnum color NEW", "NEW")),
                        check(
                                "SRV.7.7.2-4",
                                "The same: 300,000 bytes.",
                                client -> kept(client, "setBytes color 300000", "300000 bytes")),
                        check(
                                "SRV.7.7.2-5",
                                "The same: an application's own classes, objects that refer to each other.",
                                SessionAttributes::graph),
                        check(
                                        "SRV.7.7.2-6",
                                        "An object that cannot migrate is refused with an IllegalArgumentException.",
                                        client -> client.ask("setThread color").is("!IllegalArgumentException"))
                                .onlyIn(REMORA, REMORA_ALTERNATING),
                        activation(
                                "SRV.7.7.2-7",
                                "Attributes are told that the session will be passivated, before they are serialized.",
                                "passivate ring"),
                        activation(
                                "SRV.7.7.2-8",
                                "Attributes are told that the session was activated, after they were deserialized.",
                                "activate ring"),
                        check(
                                "SRV.7.7.2-9",
                                "A list that is changed where it lies is the changed one in the next request.",
                                SessionAttributes::changedInPlace)));
    }

    private static Check activation(String id, String sentence, String line) {
        return check(id, sentence, client -> {
                    String session = client.ask("setKeepsake color ring", "id").last();
                    client.ask("get color").is("ring");
                    client.await(session, line::equals);
                })
                .onlyIn(REMORA_ALTERNATING);
    }

    private static void noted(Client client, String line, String... steps) throws IOException {
        String id = client.ask("create").last();
        client.ask(steps);
        client.await(id, line::equals);
    }

    private static void unboundLater(Client client) throws IOException {
        String id = client.ask("setKeepsake color ring", "id").last();
        client.ask("remove color");
        client.await(id, "unbound color=ring hidden"::equals);
    }

    private static void kept(Client client, String set, String shown) throws IOException {
        client.ask(set);
        client.ask("get color").is(shown);
        client.ask("get color").is(shown);
    }

    private static void graph(Client client) throws IOException {
        kept(client, "setGraph color left", "left and left-other");
        client.ask("holdsItself color").is("true");
    }

    private static void changedInPlace(Client client) throws IOException {
        client.ask("setList color red");
        client.ask("add color blue").is("[red, blue]");
        client.ask("add color green").is("[red, blue, green]");
        client.ask("get color").is("[red, blue, green]");
    }

    private static void parallelWrites(Client client) throws Exception {
        client.ask("create");
        InParallel.run(
                10, number -> client.window().ask("set n" + number + " x").is("done"));
        for (int number = 0; number < 10; number++) {
            client.ask("get n" + number).is("x");
        }
    }

    private static void parallelListing(Client client) throws Exception {
        client.ask("create");
        InParallel.run(10, number -> {
            String name = "n" + number;
            String names = client.window()
                    .ask("set " + name + " x", "names", "remove " + name, "names")
                    .line(1);
            Expect.that(names.contains(name), "" + names + " lacks " + name);
        });
        client.ask("names").is("greeting");
    }
}
