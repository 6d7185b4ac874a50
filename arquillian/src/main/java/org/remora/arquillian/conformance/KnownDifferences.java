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
                "Session ids travel in cookies only.",
                "SRV.7.1.1-4",
                "SRV.7.1.4-1",
                "SRV.7.1.3-1",
                "SRV.7.1.3-2",
                "SRV.7.1.3-3",
                "SRV.HttpServletResponse-3",
                "SRV.HttpServletResponse-6",
                "SRV.HttpServletRequest-1",
                "SRV.ServletContext-3",
                "SRV.ServletContext-4",
                "SRV.ServletContext-5");
        everywhere("A dispatch to another application takes its session along.", "SRV.7.3-3", "SRV.7.3-4");
        everywhere("A request that does not ask for its session is no access.", "SRV.7.6-3", "SRV.7.6-4");
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
