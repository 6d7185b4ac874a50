package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.described;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.names;
import static org.remora.session.SessionSamples.removeAll;
import static org.remora.session.SessionSamples.rename;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.setAll;
import static org.remora.session.SessionSamples.timeout;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.remora.session.IdHash;
import org.remora.session.SessionDelta;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionLook;
import org.remora.session.SessionRecord;
import org.remora.session.SessionTake;

/** What the backup has after each operation. */
@Timeout(60)
@ExtendWith(TwoNodes.class)
class JCacheReplicationTest {

    private final StoreCluster cluster;
    private final SessionId id = SessionId.random();
    private final SessionKey key = key(id);

    JCacheReplicationTest(StoreCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void operation_acknowledged_ownerAndBackupHoldTheSameRecord() {
        List<String> many = names("a", 20);
        cluster.store(0).create(key, blank(id), timeout(0, 60, setAll(many, "x")));
        assertSameOnBoth();

        Stream.of(
                        delta(1, NOW + 5, set("a1", "y"), set("new", "z")),
                        delta(1, NOW - 5, removeAll(many)),
                        timeout(1, 120),
                        rename(1, id.renewed(), set("user", "ada")),
                        delta(1, NOW + 1000))
                .forEach(this::commitOnEitherNode);

        cluster.store(1).create(key, blankOfPresentId(), delta(0, set("again", "1")));
        assertSameOnBoth();
    }

    @Test
    void isOwnedHere_anyKey_trueOnTheOwnerAlone() {
        cluster.store(0).create(key, blank(id), timeout(0, 60));

        assertThat(cluster.store(0).isOwnedHere(key))
                .isEqualTo(cluster.records(0).owns(key));
        assertThat(cluster.store(1).isOwnedHere(key))
                .isEqualTo(cluster.records(1).owns(key));
        assertThat(cluster.store(0).isOwnedHere(key))
                .isNotEqualTo(cluster.store(1).isOwnedHere(key));
    }

    @Test
    void remove_timeOver_neitherHoldsTheRecord() {
        create(60);

        cluster.store(0).remove(key, SessionTake.overdue(0, NOW + 1_000_000, 0, NOW + 1_000_000));

        assertThat(cluster.owned(key)).isEmpty();
        assertThat(cluster.backedUp(key)).isEmpty();
    }

    @Test
    void remove_invalidated_bothRememberTheEnd() {
        create(60);

        cluster.store(0).remove(key, SessionTake.anyway(0, NOW, true));

        assertSameOnBoth();
        assertThat(cluster.owned(key).orElseThrow().isEnded()).isTrue();
    }

    @Test
    void look_withinATenthOfTheTimeout_staysWithTheOwner() {
        create(100);

        look(NOW + 10_000);

        assertThat(accessed(true)).isEqualTo(NOW + 10_000);
        assertThat(accessed(false)).isEqualTo(NOW);
    }

    @Test
    void look_afterATenthOfTheTimeout_tellsTheBackup() {
        create(100);

        look(NOW + 10_001);
        assertThat(accessed(false)).isEqualTo(NOW + 10_001);

        look(NOW + 20_001);
        assertThat(accessed(true)).isEqualTo(NOW + 20_001);
        assertThat(accessed(false)).isEqualTo(NOW + 10_001);

        look(NOW + 20_002);
        assertThat(accessed(false)).isEqualTo(NOW + 20_002);
    }

    @Test
    void look_afterACommitThatToldTheBackup_countsFromThere() {
        create(100);
        cluster.store(1).commit(key, delta(1, NOW + 8_000, set("a", "1")));

        look(NOW + 15_000);

        assertThat(accessed(true)).isEqualTo(NOW + 15_000);
        assertThat(accessed(false)).isEqualTo(NOW + 8_000);
    }

    @Test
    void look_sessionWithoutTimeout_neverTellsTheBackup() {
        create(0);

        look(NOW + 1_000_000_000);

        assertThat(accessed(true)).isEqualTo(NOW + 1_000_000_000);
        assertThat(accessed(false)).isEqualTo(NOW);
    }

    @Test
    void commit_hundredsOfSessions_spreadOverBothNodes() {
        List<SessionKey> keys = Stream.generate(SessionId::random)
                .limit(200)
                .peek(each -> cluster.store(0).create(key(each), blank(each), delta(0, set("a", "1"))))
                .map(each -> key(each))
                .toList();

        assertThat(keys).anyMatch(each -> cluster.records(0).owns(each));
        assertThat(keys).anyMatch(each -> cluster.records(1).owns(each));
        assertThat(keys).allSatisfy(each -> assertThat(cluster.peek(each)).isPresent());
    }

    private void create(int timeoutSeconds) {
        cluster.store(0).create(key, blank(id), timeout(0, timeoutSeconds, set("a", "0")));
    }

    private void look(long millis) {
        cluster.store(0).look(key, new SessionLook(IdHash.of(id), 0, millis));
    }

    private long accessed(boolean owner) {
        return (owner ? cluster.owned(key) : cluster.backedUp(key))
                .orElseThrow()
                .accessedMillis();
    }

    private void commitOnEitherNode(SessionDelta delta) {
        cluster.store(0).commit(key, delta);
        assertSameOnBoth();
        cluster.store(1).commit(key, delta);
        assertSameOnBoth();
    }

    private SessionRecord blankOfPresentId() {
        SessionRecord stored = cluster.owned(key).orElseThrow();
        return SessionRecord.blank(stored.application(), stored.id(), NOW);
    }

    private void assertSameOnBoth() {
        SessionRecord owned = cluster.owned(key).orElseThrow();
        SessionRecord backedUp = cluster.backedUp(key).orElseThrow();
        assertThat(backedUp).isNotSameAs(owned);
        assertThat(described(backedUp)).isEqualTo(described(owned));
    }
}
