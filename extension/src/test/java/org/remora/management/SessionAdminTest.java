package org.remora.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.security.PrivilegedAction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.remote.JMXPrincipal;
import javax.security.auth.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.remora.hazelcast.RecordedLog;
import org.remora.session.AttributeChange;
import org.remora.session.SessionDelta;
import org.remora.session.SessionDirectory;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionKeyText;
import org.remora.session.SessionListing;
import org.remora.session.SessionQuery;
import org.remora.session.SessionRecord;
import org.remora.session.SessionSamples;
import org.remora.session.SessionSummary;

/** The MBean over a few sessions, through the platform's MBean server. */
class SessionAdminTest {

    private static final long NOW = SessionSamples.NOW;

    private final Map<SessionKey, SessionRecord> stored =
            new TreeMap<>((one, other) -> SessionKeyText.of(one).compareTo(SessionKeyText.of(other)));
    private final RecordedLog messages = new RecordedLog("org.remora.management");
    private Runnable withdraw = () -> {};

    @AfterEach
    void withdraw() {
        withdraw.run();
        messages.close();
    }

    private final class Sessions implements SessionDirectory {

        @Override
        public Page list(SessionQuery query) {
            SessionListing.Collector page = new SessionListing.Collector(query);
            stored.forEach((key, session) -> {
                if (query.isFor(session, SessionKeyText.of(key))) {
                    page.add(SessionSummary.of(key, session, "ann").on("node-1"));
                }
            });
            return new Page(page.page(), List.of());
        }

        @Override
        public Optional<SessionRecord> find(SessionKey key) {
            return Optional.ofNullable(stored.get(key));
        }

        @Override
        public End end(String application, SessionKey key) {
            return stored.remove(key) == null ? End.NOT_FOUND : End.ENDED;
        }
    }

    private SessionAdminMXBean bean(Optional<ValueReader> values) {
        withdraw = new SessionAdmin(
                        new Sessions(), (key, session) -> "ann", values, InstantSource.fixed(Instant.ofEpochMilli(NOW)))
                .register();
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        return JMX.newMXBeanProxy(server, BeanNames.of("SessionAdmin"), SessionAdminMXBean.class);
    }

    private String store(long high) {
        SessionKey key = new SessionKey(high, 5);
        SessionRecord blank = SessionSamples.blank(SessionId.random());
        AttributeChange[] changes = {SessionSamples.set("cart", "apples"), SessionSamples.set("org.remora.login", "x")};
        SessionDelta delta = SessionSamples.delta(0, changes);
        stored.put(key, blank.with(delta, blank.versionAfter(delta)));
        return SessionKeyText.of(key);
    }

    @Test
    void list_moreThanAPage_saysWhereToGoOn() {
        store(1);
        store(2);
        store(3);
        SessionAdminMXBean bean = bean(Optional.empty());

        SessionPage first = bean.list("", "", "", "", 2);
        SessionPage second = bean.list("", "", "", first.getNext(), 2);

        assertThat(first.getTotal()).isEqualTo(3);
        assertThat(first.getSessions()).extracting(SessionRow::getNode).containsOnly("node-1");
        assertThat(second.getSessions()).hasSize(1);
        assertThat(second.getNext()).isEmpty();
        assertThat(bean.getTimeMillis()).isEqualTo(NOW);
    }

    @Test
    void show_withoutValues_hasNamesAndSizes() {
        String id = store(1);

        SessionDetail detail =
                bean(Optional.of((key, session, name) -> Optional.of("value"))).show(id, false);

        assertThat(detail.getOutcome()).isEqualTo("FOUND");
        assertThat(detail.getAttributes()).singleElement().satisfies(attribute -> {
            assertThat(attribute.getName()).isEqualTo("cart");
            assertThat(attribute.getBytes()).isEqualTo(6);
            assertThat(attribute.getValue()).isEmpty();
        });
        assertThat(messages.lines())
                .singleElement()
                .asString()
                .startsWith("RMR-5102")
                .contains(id, "own user");
    }

    @Test
    void show_valuesThatAreNotAllowed_areNotShown() {
        SessionDetail detail = bean(Optional.empty()).show(store(1), true);

        assertThat(detail.getAttributes())
                .allSatisfy(each -> assertThat(each.getValue()).isEmpty());
        assertThat(detail.getNote()).contains("remora.management.show-values");
        assertThat(messages.lines()).singleElement().asString().startsWith("RMR-5102");
    }

    @Test
    void show_allowedValues_areCutAndLogged() {
        SessionDetail detail = bean(Optional.of((key, session, name) -> Optional.of("v".repeat(600))))
                .show(store(1), true);

        assertThat(detail.getAttributes())
                .allSatisfy(each -> assertThat(each.getValue()).hasSize(502));
        assertThat(detail.getNote()).isEmpty();
        assertThat(messages.lines())
                .singleElement()
                .asString()
                .startsWith("RMR-5103")
                .doesNotContain("vvv");
    }

    @Test
    void show_valuesOfAnApplicationElsewhere_saysWhereToAsk() {
        SessionDetail detail =
                bean(Optional.of((key, session, name) -> Optional.empty())).show(store(1), true);

        assertThat(detail.getNote()).contains("does not run on this server");
    }

    @Test
    void show_nothingToShow_saysWhy() {
        store(0x1234567812345678L);
        store(0x1234567812345679L);
        SessionAdminMXBean bean = bean(Optional.empty());

        assertThat(bean.show("12345678", false).getOutcome()).isEqualTo("AMBIGUOUS");
        assertThat(bean.show("1234567", false).getOutcome()).isEqualTo("TOO_SHORT");
        assertThat(bean.show("ffffffff", false).getOutcome()).isEqualTo("NOT_FOUND");
        assertThat(bean.show("ffffffff", false).getSession()).isNull();
    }

    @Test
    void kill_byTheFirstDigits_endsItAndSaysWhoDidSo() {
        String id = store(0x0123456789abcdefL);
        SessionAdminMXBean bean = bean(Optional.empty());

        String outcome = as("carol", () -> bean.kill("01234567"));

        assertThat(outcome).isEqualTo("ENDED");
        assertThat(stored).isEmpty();
        assertThat(messages.lines())
                .singleElement()
                .asString()
                .startsWith("RMR-5101")
                .contains(id, "carol", "server/shop", "ENDED");
        assertThat(bean.kill("01234567")).isEqualTo("NOT_FOUND");
    }

    private static String as(String user, PrivilegedAction<String> action) {
        Subject subject = new Subject(true, Set.of(new JMXPrincipal(user)), Set.of(), Set.of());
        return Subject.doAs(subject, action);
    }
}
