package org.remora.arquillian.conformance.servlet;

import static org.remora.arquillian.conformance.Check.check;

import java.io.IOException;
import java.util.List;
import org.remora.arquillian.conformance.Chapter;
import org.remora.arquillian.conformance.Client;
import org.remora.arquillian.conformance.Expect;

/** Listeners of an application. */
public final class ApplicationEvents {

    private ApplicationEvents() {}

    /** Returns the checks. */
    public static Chapter chapter() {
        return new Chapter(
                "Application events (Servlet 11; HttpSession, HttpSession…Listener, ServletRequestListener)",
                List.of(
                        check(
                                "SRV.11.3-1",
                                "A listener of the deployment descriptor hears of a new session.",
                                client -> heard(client, "declared created", "create")),
                        check(
                                "SRV.11.3-2",
                                "A listener that has the annotation WebListener hears of a new session.",
                                client -> heard(client, "annotated created", "create")),
                        check(
                                "SRV.11.3-3",
                                "A listener that was added by code hears of a new session.",
                                client -> heard(client, "added created", "create")),
                        check(
                                "SRV.11.3-4",
                                "Listeners get injections.",
                                client -> heard(client, "annotated injected good day", "create")),
                        check(
                                "SRV.11.3-5",
                                "New sessions are announced in the order of declaration.",
                                client -> order(client, "created", "declared", "second")),
                        check(
                                "SRV.11.3-6",
                                "The end of sessions is announced in reverse order.",
                                client -> order(client, "destroyed", "second", "declared")),
                        check(
                                "SRV.11.2-1",
                                "What a listener puts into a new session, the servlet that made it finds.",
                                client -> client.ask("create", "get greeting").is("hello")),
                        check("SRV.11.2-2", "A session is announced once.", client -> once(client, "declared created")),
                        check(
                                "SRV.11.2-3",
                                "The end of an invalidated session is announced once.",
                                client -> once(client, "declared destroyed")),
                        check(
                                "SRV.HttpSessionListener-1",
                                "The end is announced before it: attributes can be read.",
                                client -> heard(client, "declared destroyed color=red", "set color red", "invalidate")),
                        check(
                                "SRV.HttpSessionListener-2",
                                "The end by a timeout is announced, and attributes can be read.",
                                client -> heard(
                                        client, "declared destroyed color=red", "set color red", "setInterval 1")),
                        check(
                                "SRV.HttpSessionListener-3",
                                "The end by a timeout is announced once.",
                                ApplicationEvents::timedOutOnce),
                        check(
                                "SRV.HttpSessionBindingListener-1",
                                "The objects of a session that timed out are told that they are unbound.",
                                client -> heard(
                                        client,
                                        "unbound color=ring hidden",
                                        "setKeepsake color ring",
                                        "setInterval 1")),
                        check(
                                "SRV.HttpSessionAttributeListener-1",
                                "A new attribute is announced with name and value.",
                                client -> heard(client, "declared added color=red", "set color red")),
                        check(
                                "SRV.HttpSessionAttributeListener-2",
                                "A replaced attribute is announced with its old value.",
                                client -> heard(
                                        client, "declared replaced color=red", "set color red", "set color blue")),
                        check(
                                "SRV.HttpSessionAttributeListener-3",
                                "A removed attribute is announced with its value.",
                                client -> heard(client, "declared removed color=red", "set color red", "remove color")),
                        check(
                                "SRV.HttpSessionAttributeListener-4",
                                "Values that were set by an earlier request are announced as well.",
                                ApplicationEvents::replacedLater),
                        check(
                                "SRV.HttpSessionAttributeListener-5",
                                "An attribute that is set to null is announced as removed.",
                                client ->
                                        heard(client, "declared removed color=red", "set color red", "setNull color")),
                        check(
                                "SRV.HttpSessionAttributeListener-6",
                                "Nothing is announced if there was nothing to remove.",
                                ApplicationEvents::nothingRemoved),
                        check(
                                "SRV.HttpSessionAttributeListener-7",
                                "The attributes of an invalidated session are announced as removed.",
                                client -> heard(client, "declared removed color=red", "set color red", "invalidate")),
                        check(
                                "SRV.HttpSessionAttributeListener-8",
                                "Listeners of every registration hear of attributes.",
                                ApplicationEvents::everyRegistration),
                        check(
                                "SRV.HttpSession-27",
                                "The object is told that it is bound before listeners hear of the attribute.",
                                client -> sequence(
                                        client,
                                        List.of("bound color=ring hidden", "declared added color=ring"),
                                        "setKeepsake color ring")),
                        check(
                                "SRV.HttpSession-28",
                                "The object is told that it is unbound before listeners hear of the removal.",
                                client -> sequence(
                                        client,
                                        List.of("unbound color=ring hidden", "declared removed color=ring"),
                                        "setKeepsake color ring",
                                        "remove color")),
                        check(
                                "SRV.HttpSessionIdListener-1",
                                "A changed id is announced, with the old one.",
                                ApplicationEvents::idChanged),
                        check(
                                "SRV.11.6-1",
                                "An exception of a listener goes the way of exceptions of the servlet under way.",
                                client -> client.askAt("/do", "set mine red").hasStatus(500)),
                        check(
                                "SRV.ServletRequestListener-1",
                                "What a request listener puts into the session before the request, the servlet finds.",
                                ApplicationEvents::beforeRequest),
                        check(
                                "SRV.ServletRequestListener-2",
                                "A request listener finds the session after the request.",
                                ApplicationEvents::afterRequest),
                        check(
                                "SRV.ServletRequestListener-3",
                                "What a request listener puts into the session after the request, later ones find.",
                                ApplicationEvents::leftBehind),
                        check(
                                "SRV.ServletContext-9",
                                "Listeners cannot be added once the application runs.",
                                client -> client.ask("addListener").is("!IllegalStateException"))));
    }

    private static void heard(Client client, String line, String... steps) throws IOException {
        String id = client.ask("create").last();
        client.ask(steps);
        client.await(id, line::equals);
    }

    private static void sequence(Client client, List<String> lines, String... steps) throws IOException {
        String id = client.ask("create").last();
        client.ask(steps);
        client.await(id, lines.get(lines.size() - 1)::equals);
        Expect.same(client.journal(id).stream().filter(lines::contains).toList(), lines);
    }

    private static void order(Client client, String event, String first, String second) throws IOException {
        String id = client.ask("create").last();
        client.ask("invalidate");
        client.await(id, line -> line.startsWith("declared destroyed"));
        List<String> names = client.journal(id).stream()
                .filter(line -> line.contains(" " + event))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .filter(List.of(first, second)::contains)
                .toList();
        Expect.lines(names, first, second);
    }

    private static void once(Client client, String beginning) throws IOException {
        String id = client.ask("create").last();
        client.ask("get color");
        client.ask("invalidate");
        client.ask("peek").is("none");
        Expect.same(client.journal(id, beginning).size(), 1);
    }

    private static void timedOutOnce(Client client) throws IOException {
        String id = client.ask("create", "setInterval 1").line(0);
        client.await(id, line -> line.startsWith("declared destroyed"));
        client.idle(java.time.Duration.ofSeconds(3));
        client.ask("peek").is("none");
        Expect.same(client.journal(id, "declared destroyed").size(), 1);
    }

    private static void replacedLater(Client client) throws IOException {
        String id = client.ask("set color red", "id").last();
        client.ask("set color blue");
        client.ask("remove color");
        Expect.lines(client.journal(id, "declared re"), "declared replaced color=red", "declared removed color=blue");
    }

    private static void nothingRemoved(Client client) throws IOException {
        String id = client.ask("remove color", "setNull color", "id").last();
        Expect.lines(client.journal(id, "declared removed"));
    }

    private static void everyRegistration(Client client) throws IOException {
        String id = client.ask("set color red", "id").last();
        for (String listener : List.of("declared", "second", "annotated", "added")) {
            Expect.lines(client.journal(id, listener + " added"), listener + " added color=red");
        }
    }

    private static void idChanged(Client client) throws IOException {
        String old = client.ask("create").last();
        String changed = client.ask("changeId").last();
        Expect.lines(client.journal(changed, "declared idChanged"), "declared idChanged from " + old);
        Expect.lines(client.journal(changed, "added idChanged"), "added idChanged from " + old);
    }

    private static void beforeRequest(Client client) throws IOException {
        client.get("/do?early=red&step=get%20color").is("red");
        client.ask("get color").is("red");
        client.get("/do?early=blue&step=get%20color").is("blue");
        client.ask("get color").is("blue");
    }

    private static void afterRequest(Client client) throws IOException {
        String id = client.ask("create").last();
        client.get("/do?late=" + id + "&step=set%20color%20red");
        client.await(id, "late color=red"::equals);
    }

    private static void leftBehind(Client client) throws IOException {
        client.ask("create");
        client.get("/do?leave=behind");
        for (int tries = 0; tries < 50 && client.ask("get left").last().equals("null"); tries++) {
            client.idle(java.time.Duration.ofMillis(100)); // the answer may come before the listener is called
        }
        client.ask("get left").is("behind");
    }
}
