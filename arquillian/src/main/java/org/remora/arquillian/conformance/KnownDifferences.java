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
                "Listeners of the application are not called for clustered sessions.",
                "SRV.7.4-3",
                "SRV.7.4-4",
                "SRV.HttpSession-1",
                "SRV.HttpSession-2",
                "SRV.HttpSession-3",
                "SRV.HttpSession-6",
                "SRV.HttpSession-9",
                "SRV.HttpSession-27",
                "SRV.HttpSession-28",
                "SRV.7.7.1-2",
                "SRV.11.2-1",
                "SRV.11.2-2",
                "SRV.11.2-3",
                "SRV.11.3-1",
                "SRV.11.3-2",
                "SRV.11.3-3",
                "SRV.11.3-4",
                "SRV.11.3-5",
                "SRV.11.3-6",
                "SRV.HttpSessionListener-1",
                "SRV.HttpSessionListener-2",
                "SRV.HttpSessionListener-3",
                "SRV.HttpSessionBindingListener-1",
                "SRV.HttpSessionAttributeListener-1",
                "SRV.HttpSessionAttributeListener-2",
                "SRV.HttpSessionAttributeListener-3",
                "SRV.HttpSessionAttributeListener-4",
                "SRV.HttpSessionAttributeListener-5",
                "SRV.HttpSessionAttributeListener-7",
                "SRV.HttpSessionAttributeListener-8",
                "SRV.HttpSessionIdListener-1",
                "CDI.SessionScoped-8",
                "CDI.SessionScoped-9",
                "CDI.SessionScoped-10",
                "CDI.SessionScoped-11",
                "CDI.SessionScoped-12",
                "CDI.ConversationScoped-11",
                "CDI.ConversationScoped-12",
                "CDI.ConversationScoped-17",
                "FAC.ViewScoped-6");
        alternating("Attributes are not told of migration.", "SRV.7.7.2-7", "SRV.7.7.2-8");
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

    private static void alternating(String reason, String... checks) {
        ALL.add(new Difference(reason, EnumSet.of(REMORA_ALTERNATING), Set.of(checks)));
    }
}
