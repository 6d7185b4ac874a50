package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.APPLICATION;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.set;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of sessions, and how sessions are called. */
class SessionListingTest {

    private static final int MANY = 25;

    @Test
    void pages_oneAfterTheOther_haveEverySessionOnce() {
        List<SessionSummary> all = sessions();
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            SessionListing page = page(all, new SessionQuery("", "", "", after, 7));
            assertThat(page.total()).isEqualTo(MANY);
            page.sessions().forEach(session -> seen.add(session.id()));
            after = page.sessions().size() < 7 ? "" : seen.get(seen.size() - 1);
        } while (!after.isEmpty());

        assertThat(seen).hasSize(MANY).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void addAll_pagesOfTwoNodes_isThePageOfBoth() {
        List<SessionSummary> all = sessions();
        SessionQuery query = new SessionQuery("", "", "", "", 6);
        SessionListing.Collector both = new SessionListing.Collector(query);
        both.addAll(page(all.subList(0, 10), query));
        both.addAll(page(all.subList(10, MANY), query));

        assertThat(both.page()).isEqualTo(page(all, query));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "50, 50", "5000, 1000"})
    void limit_outOfBounds_becomesTheBound(int asked, int limit) {
        assertThat(new SessionQuery("", "", "", "", asked).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({"'', true", "server/shop, true", "/shop, true", "shop, false", "/sho, false", "other/shop, false"})
    void isFor_application_byNameOrPath(String application, boolean expected) {
        SessionRecord stored = blank(SessionId.random());

        assertThat(new SessionQuery(application, "", "", "", 1).isFor(stored, "abc"))
                .isEqualTo(expected);
    }

    @Test
    void isFor_endedSession_never() {
        assertThat(new SessionQuery("", "", "", "", 1)
                        .isFor(blank(SessionId.random()).tombstone(NOW, 1), ""))
                .isFalse();
    }

    @Test
    void summary_attributes_withoutThoseOfTheLibrary() {
        SessionRecord stored = blank(SessionId.random());
        SessionDelta delta = delta(0, set("a", "four"), set("org.remora.login", "hidden"));
        SessionRecord filled = stored.with(delta, stored.versionAfter(delta));

        SessionSummary summary = SessionSummary.of(new SessionKey(1, -1), filled, "bob");

        assertThat(summary)
                .isEqualTo(new SessionSummary(
                        "0000000000000001ffffffffffffffff", APPLICATION, "bob", "", NOW, NOW, 0, 1, 4));
    }

    @Test
    void parse_text_isTheKeyAgain() {
        SessionKey key = SessionSamples.key(SessionId.random());

        assertThat(SessionKeyText.parse(SessionKeyText.of(key))).contains(key);
        assertThat(SessionKeyText.parse("0123456789")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"01234567, true", "0123456, false", "0123456g, false", "ABCDEF01, false", "'', false"})
    void isBegin_someDigits_fromEightOn(String text, boolean expected) {
        assertThat(SessionKeyText.isBegin(text)).isEqualTo(expected);
    }

    private static SessionListing page(List<SessionSummary> sessions, SessionQuery query) {
        SessionListing.Collector page = new SessionListing.Collector(query);
        sessions.forEach(page::add);
        return page.page();
    }

    private static List<SessionSummary> sessions() {
        List<SessionSummary> all = new ArrayList<>(IntStream.range(0, MANY)
                .mapToObj(number -> SessionSummary.of(new SessionKey(number, 0), blank(SessionId.random()), ""))
                .toList());
        Collections.shuffle(all, new Random(1));
        return all;
    }
}
