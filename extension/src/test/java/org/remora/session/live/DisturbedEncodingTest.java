package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.StandardCodec;
import org.remora.session.codec.UnreadableAttributeException;

/** Objects that a parallel request changes while they are encoded. */
class DisturbedEncodingTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final AtomicInteger disturbances = new AtomicInteger();
    private final TestNode node = new TestNode(grid, TestSettings.defaults(), clock, new DisturbedCodec());
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);

    /** Lists are changed whenever they are encoded, so many times. */
    private final class DisturbedCodec implements AttributeCodec {

        private final AttributeCodec codec = new StandardCodec(getClass().getClassLoader(), Optional.empty());

        @Override
        public byte[] encode(Object value) throws NotStorableException {
            if (value instanceof List && disturbances.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new NotStorableException("disturbed", new ConcurrentModificationException());
            }
            return codec.encode(value);
        }

        @Override
        public Object decode(byte[] bytes) throws UnreadableAttributeException {
            return codec.decode(bytes);
        }
    }

    @Test
    void commit_objectDisturbedAFewTimes_isSent() {
        SessionId id = node.stored("list", new ArrayList<>());
        Visit visit = node.sticky(id);
        visit.list("list").add(1);
        disturbances.set(4);

        visit.safe();

        assertThat(other.foreign(id).list("list")).containsExactly(1);
        assertThat(node.live().gauges().statistics().attributesRefused()).isZero();
    }

    @Test
    void commit_objectDisturbedAllTheTime_isLeftOutAndSentByTheNextCommitWhateverThatIsAbout() {
        SessionId id = node.stored("list", new ArrayList<>());
        Visit visit = node.sticky(id).set("a", 1);
        visit.list("list").add(1);
        disturbances.set(5);

        visit.safe();

        assertThat(other.foreign(id).get("a")).isEqualTo(1);
        assertThat(other.foreign(id).list("list")).isEmpty();
        assertThat(node.live().gauges().statistics().attributesRefused()).isEqualTo(1);

        node.sticky(id).safe();
        assertThat(other.foreign(id).list("list")).containsExactly(1);

        node.store().newCalls();
        node.sticky(id).safe();
        assertThat(node.store().newCalls()).as("nothing is left").isZero();
    }

    @Test
    void commit_valueSetAndDisturbedAllTheTime_isSentAsItWasSetAndThenAsItIs() {
        ArrayList<Object> list = new ArrayList<>(List.of(1));
        Visit visit = node.newSession().set("list", list);
        list.add(2);
        disturbances.set(5);

        visit.safe();

        SessionId id = visit.session().id();
        assertThat(other.foreign(id).list("list")).containsExactly(1);
        node.sticky(id).safe();
        assertThat(other.foreign(id).list("list")).containsExactly(1, 2);
    }
}
