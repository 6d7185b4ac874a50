package org.remora.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sessions, deltas and records for tests, and how they are written in an assertion. */
public final class SessionSamples {

    /** The time at which most tests play, milliseconds since the epoch. */
    public static final long NOW = 1_700_000_000_000L;

    /** The application that the sessions belong to. */
    public static final String APPLICATION = "server/shop";

    /** What {@link #texts} says of a tombstone. */
    public static final String TOMBSTONE = "(removed)";

    private SessionSamples() {}

    /** The key of a session of {@link #APPLICATION}. */
    public static SessionKey key(SessionId id) {
        return SessionKey.of(APPLICATION, id);
    }

    /** The blank record of a session, made {@link #NOW}. */
    public static SessionRecord blank(SessionId id) {
        return SessionRecord.blank(APPLICATION, IdHash.of(id), NOW);
    }

    /** A delta that was made {@link #NOW}. */
    public static SessionDelta delta(long base, AttributeChange... changes) {
        return delta(base, NOW, changes);
    }

    /** A delta of a session that was used when the delta was made. */
    public static SessionDelta delta(long base, long millis, AttributeChange... changes) {
        return new SessionDelta(base, millis, millis, OptionalInt.empty(), Optional.empty(), List.of(changes));
    }

    /** A delta that sets the timeout. */
    public static SessionDelta timeout(long base, int seconds, AttributeChange... changes) {
        return new SessionDelta(base, NOW, NOW, OptionalInt.of(seconds), Optional.empty(), List.of(changes));
    }

    /** A delta that gives the session a new id. */
    public static SessionDelta rename(long base, SessionId newId, AttributeChange... changes) {
        return new SessionDelta(base, NOW, NOW, OptionalInt.empty(), Optional.of(IdHash.of(newId)), List.of(changes));
    }

    /** An attribute whose encoded value is the text's UTF-8. */
    public static AttributeChange set(String name, String text) {
        return new AttributeChange.Written(name, text.getBytes(UTF_8));
    }

    /** An attribute that is gone. */
    public static AttributeChange removed(String name) {
        return new AttributeChange.Removed(name);
    }

    /** Several attributes with the same text. */
    public static AttributeChange[] setAll(List<String> names, String text) {
        return names.stream().map(name -> set(name, text)).toArray(AttributeChange[]::new);
    }

    /** Several attributes that are gone. */
    public static AttributeChange[] removeAll(List<String> names) {
        return names.stream().map(SessionSamples::removed).toArray(AttributeChange[]::new);
    }

    /** {@code prefix0, prefix1, ...}. */
    public static List<String> names(String prefix, int count) {
        return Stream.iterate(0, i -> i + 1).limit(count).map(i -> prefix + i).toList();
    }

    /** The rows of a table by name. */
    public static Map<String, String> texts(AttributeTable table) {
        Map<String, String> texts = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            byte[] bytes = table.bytes(row);
            texts.put(table.name(row), bytes.length == 0 ? TOMBSTONE : new String(bytes, UTF_8));
        }
        return texts;
    }

    /** Everything a record says but the last use, for comparing two of them. */
    public static String describedButUse(SessionRecord stored) {
        return described(stored.accessedAt(Long.MAX_VALUE));
    }

    /** Everything a record says, for comparing two of them. */
    public static String described(SessionRecord stored) {
        return Stream.of(
                        stored.application(),
                        stored.id(),
                        stored.createdMillis(),
                        stored.accessedMillis(),
                        stored.maxInactiveSeconds(),
                        stored.version(),
                        stored.idVersion(),
                        stored.timeoutVersion(),
                        described(stored.attributes()))
                .toList()
                .toString();
    }

    /** Everything a table says, for comparing two of them. */
    public static String described(AttributeTable table) {
        StringBuilder text = new StringBuilder("forgotten " + table.forgottenVersion());
        for (int row = 0; row < table.rows(); row++) {
            text.append(", ")
                    .append(table.name(row))
                    .append('=')
                    .append(HexFormat.of().formatHex(table.bytes(row)))
                    .append('@')
                    .append(table.version(row));
        }
        return text.toString();
    }

    /** Whether the names of a table are in ascending order, each once. */
    public static boolean isSorted(AttributeTable table) {
        String[] names = new String[table.rows()];
        Arrays.setAll(names, table::name);
        return Arrays.equals(names, Arrays.stream(names).sorted().distinct().toArray());
    }
}
