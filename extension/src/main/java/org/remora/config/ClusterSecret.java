package org.remora.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the servers of a cluster know and nobody else does.
 *
 * @param text the characters, 16 to 256 of them
 */
public record ClusterSecret(String text) {

    /** How many secrets a server may have at a time: more than the old one and the new one are not needed. */
    public static final int MOST = 4;

    private static final int SHORTEST = 16;
    private static final int LONGEST = 256;
    private static final Pattern FORM = Pattern.compile("[^,\\p{Cntrl}]{" + SHORTEST + "," + LONGEST + "}");

    /**
     * Checks the length.
     *
     * @param text the characters
     */
    public ClusterSecret {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "A secret has " + SHORTEST + " to " + LONGEST + " characters, no comma among them");
        }
    }

    /** What may be written. Not made of single ones by {@link ValueType#list}, whose messages show what is wrong. */
    static ValueType<List<ClusterSecret>> secrets() {
        return ValueType.of(
                "1 to " + MOST + " secrets of " + SHORTEST + " to " + LONGEST
                        + " characters each, with commas between them",
                ClusterSecret::parse);
    }

    private static Optional<List<ClusterSecret>> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(List.of());
        }
        List<String> parts =
                Arrays.stream(text.split(",", -1)).map(String::strip).distinct().toList();
        return parts.size() <= MOST && parts.stream().allMatch(FORM.asMatchPredicate())
                ? Optional.of(parts.stream().map(ClusterSecret::new).toList())
                : Optional.empty();
    }

    /** Secrets do not belong into a log. */
    @Override
    public String toString() {
        return "ClusterSecret[…]";
    }
}
