package org.remora.arquillian.conformance;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that Remora does not pass yet, with the reason. One that is listed here and passes is an error, too: it is to
 * be taken off.
 */
public final class KnownDifferences {

    private record Difference(String reason, Set<Column> columns, Set<String> checks) {}

    private static final List<Difference> ALL = List.of();

    private KnownDifferences() {}

    /** Returns why a check is expected to fail; empty if it must pass. */
    public static Optional<String> reason(Check check, Column column) {
        return ALL.stream()
                .filter(difference -> difference.columns().contains(column)
                        && difference.checks().contains(check.id()))
                .map(Difference::reason)
                .findFirst();
    }
}
