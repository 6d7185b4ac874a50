package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is left of a session for its taker, and for how long. */
class TakenSessionTest {

    private static final SessionTake TAKE = SessionTake.anyway(0, NOW, false).by(7);
    private final SessionRecord last = blank(SessionId.random()).with(delta(0, set("user", "ada")), 20);
    private final SessionRecord tombstone = TakenSession.tombstone(last, TAKE, 30);

    @Test
    void tombstone_ofATakerWithoutANumber_hasNothing() {
        SessionRecord plain = TakenSession.tombstone(last, SessionTake.anyway(0, NOW, false), 30);

        assertThat(plain.attributes().rows()).isZero();
        assertThat(TakenSession.toldAgain(plain, SessionTake.anyway(0, NOW, false)))
                .isEmpty();
    }

    @Test
    void toldAgain_withinAMinute_everything() {
        assertThat(TakenSession.forgotten(tombstone, NOW + TakenSession.ASKED_AGAIN_MILLIS))
                .isEmpty();
        assertThat(TakenSession.toldAgain(tombstone, TAKE))
                .hasValueSatisfying(told -> assertThat(texts(told.attributes())).isEqualTo(Map.of("user", "ada")));
    }

    @Test
    void toldAgain_later_stillWhoHasTakenIt() {
        SessionRecord smaller = TakenSession.forgotten(tombstone, NOW + TakenSession.ASKED_AGAIN_MILLIS + 1)
                .orElseThrow();

        assertThat(smaller.attributes().rows()).isEqualTo(1);
        assertThat(TakenSession.toldAgain(smaller, TAKE))
                .hasValueSatisfying(told -> assertThat(told.attributes().rows()).isZero());
        assertThat(TakenSession.toldAgain(smaller, TAKE.by(8))).isEmpty();
        assertThat(TakenSession.forgotten(smaller, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void toldAgain_sessionThatHasNotEnded_nothing() {
        assertThat(TakenSession.toldAgain(last, TAKE)).isEmpty();
        assertThat(TakenSession.forgotten(last, Long.MAX_VALUE)).isEmpty();
    }
}
