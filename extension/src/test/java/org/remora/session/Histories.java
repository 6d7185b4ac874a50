package org.remora.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.removed;
import static org.remora.session.SessionSamples.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;

/** Random histories of one session: what it was when the cluster split, and what each part made of it then. */
final class Histories {

    /** So few that no tombstone is dropped. */
    private static final int NAMES = 12;

    private static final int TICKS = 25;

    private final Random random;
    private final SessionId id = SessionId.random();
    private final Map<String, Write> latest = new TreeMap<>();

    /** A write as the model keeps it. */
    private record Write(long version, String text) {}

    Histories(long seed) {
        this.random = new Random(seed);
    }

    /** All states of the session up to the split, the last of them at the split. */
    List<SessionRecord> beforeTheSplit() {
        return states(blank(id), 1 + random.nextInt(8), 0);
    }

    /** All states in one part after the split, that at the split first. */
    List<SessionRecord> inOnePart(SessionRecord split) {
        return states(split, random.nextInt(8), 500);
    }

    /** What the later write of each attribute says, in whatever part; the text orders writes of one version. */
    Map<String, String> survivors() {
        Map<String, String> values = new TreeMap<>();
        latest.forEach((name, write) -> {
            if (!write.text().isEmpty()) {
                values.put(name, write.text());
            }
        });
        return values;
    }

    private List<SessionRecord> states(SessionRecord first, int deltas, int fromMillis) {
        List<SessionRecord> states = new ArrayList<>(List.of(first));
        for (int i = 0; i < deltas; i++) {
            SessionRecord before = states.get(states.size() - 1);
            SessionDelta delta = delta(NOW + fromMillis + random.nextInt(TICKS));
            SessionRecord after = before.with(delta, before.versionAfter(delta));
            note(delta.changes(), after.version());
            states.add(random.nextBoolean() ? after : after.accessedAt(NOW + random.nextInt(10_000)));
        }
        return states;
    }

    private SessionDelta delta(long millis) {
        return new SessionDelta(
                0,
                millis,
                millis,
                random.nextInt(4) == 0 ? OptionalInt.of(random.nextInt(100)) : OptionalInt.empty(),
                random.nextInt(4) == 0 ? Optional.of(IdHash.of(id.renewed())) : Optional.empty(),
                random.ints(random.nextInt(4), 0, NAMES)
                        .distinct()
                        .mapToObj(i -> change("name" + i))
                        .toList());
    }

    private AttributeChange change(String name) {
        return random.nextInt(3) == 0 ? removed(name) : set(name, Integer.toString(random.nextInt(1000)));
    }

    private void note(List<AttributeChange> changes, long version) {
        for (AttributeChange change : changes) {
            String text = change instanceof AttributeChange.Written written ? new String(written.bytes(), UTF_8) : "";
            latest.merge(change.name(), new Write(version, text), Histories::later);
        }
    }

    private static Write later(Write one, Write other) {
        int order = Long.compare(one.version(), other.version());
        return (order == 0 ? one.text().compareTo(other.text()) : order) >= 0 ? one : other;
    }
}
