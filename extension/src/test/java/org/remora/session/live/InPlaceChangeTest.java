package org.remora.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.remora.config.MutationDetection;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;

/** What is found of objects that the application changed without a word. */
class InPlaceChangeTest {

    private final InMemorySessionStore grid = new InMemorySessionStore();
    private final TurnedClock clock = new TurnedClock();
    private final TestCodec codec = new TestCodec();
    private final TestNode node = node(MutationDetection.ACCESSED);
    private final TestNode other = new TestNode(grid, TestSettings.defaults(), clock);

    @ParameterizedTest
    @EnumSource(names = {"ACCESSED", "ALL"})
    void commit_listChangedInPlace_isSent(MutationDetection detection) {
        TestNode own = node(detection);
        SessionId id = own.stored("list", new ArrayList<>(List.of(1)));
        Visit visit = own.sticky(id);
        visit.list("list").add(2);

        visit.safe();

        assertThat(own.store().newCalls()).isEqualTo(1);
        assertThat(other.foreign(id).list("list")).containsExactly(1, 2);
    }

    @Test
    void commit_listChangedInPlaceUnderNone_isNotSent() {
        TestNode own = node(MutationDetection.NONE);
        SessionId id = own.stored("list", new ArrayList<>(List.of(1)));
        Visit visit = own.sticky(id);
        visit.list("list").add(2);

        visit.safe();

        assertThat(own.store().newCalls()).isZero();
        assertThat(other.foreign(id).list("list")).containsExactly(1);
    }

    @Test
    void commit_listSetAndChangedAfterwardsUnderNone_isSentAsItIsAtTheCommit() {
        TestNode own = node(MutationDetection.NONE);
        List<Integer> list = new ArrayList<>(List.of(1));
        Visit visit = own.newSession().set("list", list);
        list.add(2);

        visit.safe();

        assertThat(other.foreign(visit.session().id()).list("list")).containsExactly(1, 2);
    }

    @Test
    void commit_listOnlyRead_isComparedAndNotSent() {
        SessionId id = node.stored("list", new ArrayList<>(List.of(1)));
        codec.newlyEncoded();
        Visit visit = node.sticky(id);
        visit.list("list");

        visit.safe();

        assertThat(codec.newlyEncoded()).isEqualTo(1);
        assertThat(node.store().newCalls()).isZero();
    }

    @Test
    void commit_listNotTouchedByTheRequest_isNotCompared() {
        SessionId id = node.stored("list", new ArrayList<>(List.of(1)), "a", 1);
        node.sticky(id).list("list");
        codec.newlyEncoded();
        Visit visit = node.sticky(id);
        visit.get("a");

        visit.safe();

        assertThat(codec.newlyEncoded()).isZero();
    }

    @Test
    void commit_listChangedThroughAReferenceOfAnEarlierRequest_isSentUnderAllOnly() {
        for (MutationDetection detection : List.of(MutationDetection.ACCESSED, MutationDetection.ALL)) {
            TestNode own = node(detection);
            SessionId id = own.stored("list", new ArrayList<>(List.of(1)));
            Visit earlier = own.sticky(id);
            List<Object> kept = earlier.list("list");
            earlier.safe();
            kept.add(2);

            own.sticky(id).safe();

            assertThat(own.store().newCalls()).isEqualTo(detection == MutationDetection.ALL ? 1 : 0);
        }
    }

    @Test
    void commit_immutableValues_areNeverCompared() {
        TestNode own = node(MutationDetection.ALL);
        SessionId id = own.stored("s", "text", "n", 1L, "d", LocalDate.EPOCH, "u", new UUID(1, 2), "t", true);
        codec.newlyEncoded();
        Visit visit = own.sticky(id);
        List.of("s", "n", "d", "u", "t").forEach(visit::get);

        visit.safe();

        assertThat(codec.newlyEncoded()).isZero();
        assertThat(own.store().newCalls()).isZero();
    }

    @Test
    void commit_immutableValueThatCameFromTheGrid_isNotCompared() {
        SessionId id = other.stored("d", LocalDate.EPOCH, "list", new ArrayList<>());
        Visit visit = node.foreign(id);
        visit.get("d");

        visit.safe();

        assertThat(codec.newlyEncoded()).isZero();
    }

    @Test
    void commit_byteArrayChangedInPlace_isSent() {
        SessionId id = node.stored("bytes", new byte[] {1});
        Visit visit = node.sticky(id);
        ((byte[]) Objects.requireNonNull(visit.get("bytes")))[0] = 2;

        visit.safe();

        assertThat(other.foreign(id).get("bytes")).isEqualTo(new byte[] {2});
    }

    @Test
    void commit_listThatCameFromTheGridChangedInPlace_isSent() {
        SessionId id = other.stored("list", new ArrayList<>(List.of(1)));
        Visit visit = node.foreign(id);
        visit.list("list").add(2);

        visit.safe();

        assertThat(other.foreign(id).list("list")).containsExactly(1, 2);
    }

    @Test
    void commit_changedTwiceInOneRequest_bothAreSent() {
        SessionId id = node.stored("list", new ArrayList<>());
        Visit visit = node.sticky(id);
        List<Object> list = visit.list("list");
        list.add(1);
        visit.safe();
        list.add(2);

        visit.safe();

        assertThat(other.foreign(id).list("list")).containsExactly(1, 2);
    }

    /** A set or map may choose another capacity when it is read, and its bytes differ then without a change. */
    @Test
    void commit_setThatCameFromTheGridOnlyRead_isNotSent() {
        SessionId id = other.stored("set", new HashSet<>(Set.of("a")), "map", new HashMap<>(Map.of("a", 1)));
        Visit visit = node.foreign(id);
        visit.get("set");
        visit.get("map");

        visit.safe();

        assertThat(node.store().newChanges()).isZero();
    }

    @Test
    void commit_setOnlyReadWhileAnotherNodeChangedIt_theChangeStays() {
        SessionId id = other.stored("set", new HashSet<>(Set.of("a")));
        Visit reader = node.foreign(id);
        reader.get("set");
        other.sticky(id).set("set", new HashSet<>(Set.of("a", "b"))).safe();

        reader.safe();

        assertThat(other.foreign(id).get("set")).isEqualTo(Set.of("a", "b"));
        assertThat(node.foreign(id).get("set")).isEqualTo(Set.of("a", "b"));
    }

    private TestNode node(MutationDetection detection) {
        return new TestNode(grid, TestSettings.detecting(detection), clock, codec);
    }
}
