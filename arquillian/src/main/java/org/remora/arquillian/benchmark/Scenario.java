package org.remora.arquillian.benchmark;

import static org.remora.arquillian.benchmark.Routing.OTHER_NODE;
import static org.remora.arquillian.benchmark.Routing.STICKY;
import static org.remora.arquillian.benchmark.SessionShape.KB_10;
import static org.remora.arquillian.benchmark.SessionShape.KB_100;
import static org.remora.arquillian.benchmark.SessionShape.KB_10_WITH_BASKET;

import java.util.Arrays;
import java.util.List;

/** One kind of load. */
enum Scenario {
    /** Requests that never ask for a session, from users who have none. */
    NONE("none", "no session"),

    /** Reads of one text. */
    READ_10("read10", "sticky read"),

    /** Reads of an object that could have been changed in place; not part of the usual run. */
    LOOK_10("look10", "sticky read, object"),

    /** Writes of one attribute of 100 characters. */
    WRITE_10("write10", "sticky write"),

    /** The same in a session of ten times the size. */
    WRITE_100("write100", "sticky write, 100 KB"),

    /** Changes of one object without {@code setAttribute}. */
    CHANGE_10("change10", "change in place"),

    /** Reads, each on the other node. */
    READ_10_OTHER("read10-other", "read, other node"),

    /** Writes, each on the other node. */
    WRITE_10_OTHER("write10-other", "write, other node"),

    /** Each request creates a session of one attribute of one kilobyte. */
    NEW("new", "new session, 1 KB");

    /** What a run measures unless told otherwise. */
    static final List<Scenario> USUAL =
            Arrays.stream(values()).filter(scenario -> scenario != LOOK_10).toList();

    private final String key;
    private final String title;

    Scenario(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** The name in options and in the JSON result. */
    String key() {
        return key;
    }

    /** The name in tables; sessions hold 10 KB where it says nothing else. */
    String title() {
        return title;
    }

    /** What the users do. */
    Load load() {
        return switch (this) {
            case NONE -> new Load.Repeated(Action.PLAIN);
            case READ_10 -> new Load.InSession(KB_10, Action.READ, STICKY);
            case LOOK_10 -> new Load.InSession(KB_10_WITH_BASKET, Action.LOOK, STICKY);
            case WRITE_10 -> new Load.InSession(KB_10, Action.WRITE, STICKY);
            case WRITE_100 -> new Load.InSession(KB_100, Action.WRITE, STICKY);
            case CHANGE_10 -> new Load.InSession(KB_10_WITH_BASKET, Action.CHANGE, STICKY);
            case READ_10_OTHER -> new Load.InSession(KB_10, Action.READ, OTHER_NODE);
            case WRITE_10_OTHER -> new Load.InSession(KB_10, Action.WRITE, OTHER_NODE);
            case NEW -> new Load.NewSessions(SessionShape.KB_1);
        };
    }

    static Scenario ofKey(String key) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario is called '" + key + "'; there are "
                        + Arrays.stream(values()).map(Scenario::key).toList()));
    }
}
