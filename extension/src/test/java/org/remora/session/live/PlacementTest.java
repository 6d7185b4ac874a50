package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionKey;

/** A new session gets an id whose record rests on the node that makes it, if such an id is found soon. */
class PlacementTest {

    private final TestNode node = new TestNode(new InMemorySessionStore(), TestSettings.defaults(), new TurnedClock());

    @Test
    void create_everySecondKeyIsOwnedHere_nearlyAllSessionsAreNear() {
        node.store().ownHere(key -> (key.low() & 1) == 0);

        int near = 0;
        for (int i = 0; i < 200; i++) {
            near += (node.newSession().session().key().low() & 1) == 0 ? 1 : 0;
        }

        assertThat(near).isGreaterThan(180);
    }

    @Test
    void create_noKeyIsOwnedHere_aSessionAfterAFewTries() {
        Set<SessionKey> tried = new HashSet<>();
        node.store().ownHere(key -> !tried.add(key));

        node.newSession();

        assertThat(tried).hasSizeBetween(1, 10);
    }
}
