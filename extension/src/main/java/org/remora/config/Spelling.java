package org.remora.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Spelling {

    private static final int MOST_EDITS = 3;

    private Spelling() {}

    /**
     * The one name that differs in the fewest edits, if those are few, or else the only one with the same last part.
     */
    static Optional<String> closest(String written, Collection<String> names) {
        return names.stream()
                .filter(name -> editsIgnoringCase(written, name) <= MOST_EDITS)
                .min(Comparator.<String>comparingInt(name -> editsIgnoringCase(written, name))
                        .thenComparing(name -> name))
                .or(() -> onlyOneEndingLike(written, names));
    }

    private static int editsIgnoringCase(String from, String to) {
        return edits(from.toLowerCase(Locale.ROOT), to.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> onlyOneEndingLike(String written, Collection<String> names) {
        String ending = written.substring(written.lastIndexOf('.') + 1);
        List<String> candidates =
                names.stream().filter(name -> name.endsWith("." + ending)).toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** The least number of letters to insert, remove, replace, or swap with their neighbour. */
    static int edits(String from, String to) {
        int[] beforeLast = new int[0];
        int[] last = firstRow(to.length());
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && isSwap(from, i, to, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[to.length()];
    }

    private static boolean isSwap(String from, int i, String to, int j) {
        return from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }

    private static int[] firstRow(int length) {
        int[] row = new int[length + 1];
        for (int j = 0; j <= length; j++) {
            row[j] = j;
        }
        return row;
    }
}
