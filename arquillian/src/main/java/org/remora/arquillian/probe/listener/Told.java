package org.remora.arquillian.probe.listener;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the listeners of this application were told on this node, in order. */
final class Told {

    private static final Queue<String> EVENTS = new ConcurrentLinkedQueue<>();

    private Told() {}

    /** Notes an event of a session, told apart by an attribute or its id. */
    static void note(String subject, String event) {
        EVENTS.add(subject + ' ' + event);
    }

    /** Returns the events of a session. */
    static List<String> of(String subject) {
        return EVENTS.stream()
                .filter(event -> event.startsWith(subject + ' '))
                .map(event -> event.substring(subject.length() + 1))
                .toList();
    }
}
