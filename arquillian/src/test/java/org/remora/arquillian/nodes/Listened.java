package org.remora.arquillian.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.PayaraServer;

/** A user of an application with listeners, and what these were told of the user's session on each node. */
final class Listened {

    private final TwoNodes nodes;
    private final Application application;
    private final ProbeUser user;
    private final String name = "user-" + UUID.randomUUID();
    private final String id;

    /** A session with attributes and a bean, made on a node. */
    Listened(TwoNodes nodes, Application application, PayaraServer node, int timeoutSeconds) throws IOException {
        this.nodes = nodes;
        this.application = application;
        this.user = new ProbeUser(application);
        this.id = user.get(node, "/listened?op=fill&name=" + name + "&seconds=" + timeoutSeconds)
                .value("id");
    }

    String name() {
        return name;
    }

    String id() {
        return id;
    }

    ProbeUser user() {
        return user;
    }

    /** A request; returns the id of the session that it found or made. */
    String request(PayaraServer node, String path) throws IOException {
        return user.get(node, path).value("id");
    }

    /** What the listeners on a node were told of the session, under its name. */
    List<String> told(PayaraServer node) {
        return toldOf(node, name);
    }

    /** What the listeners on a node were told of the session, under its id. */
    List<String> toldById(PayaraServer node) {
        return toldOf(node, id);
    }

    /** What all listeners on both nodes that are alive were told under the name. */
    List<String> toldAnywhere() {
        return nodes.both().stream()
                .filter(PayaraServer::isAlive)
                .flatMap(node -> told(node).stream())
                .toList();
    }

    /** How often listeners anywhere were told something under the name. */
    long timesTold(String event) {
        return toldAnywhere().stream().filter(event::equals).count();
    }

    /** The listeners' reports of the end. */
    List<String> ends() {
        return toldAnywhere().stream()
                .filter(event -> event.contains("destroyed"))
                .toList();
    }

    List<String> toldOf(PayaraServer node, String subject) {
        try {
            String body = new Browser()
                    .get(node, application.contextRoot() + "/told?subject=" + subject)
                    .body();
            return Stream.of(body.split("\n")).filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
