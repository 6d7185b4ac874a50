package org.remora.arquillian.conformance;

import static org.remora.arquillian.conformance.Column.REMORA;
import static org.remora.arquillian.conformance.Column.REMORA_ALTERNATING;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that Remora does not pass yet, with the reason. One that is listed here and passes is an error, too: it is to
 * be taken off.
 */
public final class KnownDifferences {

    private record Difference(String reason, Set<Column> columns, Set<String> checks) {}

    private static final List<Difference> ALL = new ArrayList<>();

    static {
        everywhere(
                "Request listeners see the container's session.",
                "SRV.ServletRequestListener-1",
                "SRV.ServletRequestListener-2");
        everywhere(
                "The application sees another name of its cookie.",
                "SRV.SessionCookieConfig-2",
                "SRV.SessionCookieConfig-12");
    }

    private KnownDifferences() {}

    /** Returns why a check is expected to fail; empty if it must pass. */
    public static Optional<String> reason(Check check, Column column) {
        return ALL.stream()
                .filter(difference -> difference.columns().contains(column)
                        && difference.checks().contains(check.id()))
                .map(Difference::reason)
                .findFirst();
    }

    private static void everywhere(String reason, String... checks) {
        ALL.add(new Difference(reason, EnumSet.of(REMORA, REMORA_ALTERNATING), Set.of(checks)));
    }
}
