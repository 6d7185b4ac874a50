package org.remora.arquillian.conformance.app;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of several kinds as attributes of a session. */
final class ValueSteps {

    private ValueSteps() {}

    static void addTo(Map<String, Step> steps) {
        steps.put("get", (turn, words) -> shown(turn.session().getAttribute(words.first())));
        steps.put("set", (turn, words) -> set(turn, words, words.second()));
        steps.put("setNull", (turn, words) -> set(turn, words, null));
        steps.put("setKeepsake", (turn, words) -> set(turn, words, new Keepsake(words.second())));
        steps.put("setList", (turn, words) -> set(turn, words, new ArrayList<>(List.of(words.second()))));
        steps.put("setMap", (turn, words) -> set(turn, words, new HashMap<>(Map.of("key", words.second()))));
        steps.put("setGraph", (turn, words) -> set(turn, words, Pair.ring(words.second())));
        steps.put("setBytes", (turn, words) -> set(turn, words, bytes(Integer.parseInt(words.second()))));
        steps.put("setThread", (turn, words) -> set(turn, words, new Thread("never started")));
        steps.put("setEnum", (turn, words) -> set(turn, words, Thread.State.valueOf(words.second())));
        steps.put("add", ValueSteps::add);
        steps.put(
                "holdsItself",
                (turn, words) -> Objects.requireNonNull((Pair) turn.session().getAttribute(words.first()))
                        .isRing());
    }

    private static String set(Turn turn, Words words, @Nullable Object value) {
        HttpSession session = turn.session();
        session.setAttribute(words.first(), value);
        return "done";
    }

    /** Changes a list that is in the session, without setting it again. */
    @SuppressWarnings("unchecked") // set by a step above
    private static String add(Turn turn, Words words) {
        List<String> list = (List<String>) Objects.requireNonNull(turn.session().getAttribute(words.first()));
        list.add(words.second());
        return list.toString();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 7);
        return bytes;
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return value instanceof byte[] bytes ? bytes.length + " bytes" : value;
    }
}
