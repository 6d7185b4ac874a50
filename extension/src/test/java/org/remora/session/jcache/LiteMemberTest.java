package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.APPLICATION;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.removed;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;
import static org.remora.session.SessionSamples.timeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.session.Absent;
import org.remora.session.AttributeChange;
import org.remora.session.CommitResult;
import org.remora.session.CreateResult;
import org.remora.session.IdHash;
import org.remora.session.LookResult;
import org.remora.session.SessionId;
import org.remora.session.SessionLook;
import org.remora.session.SessionTake;

/** Sessions of a node that keeps none, beside two that do. */
@Timeout(180)
class LiteMemberTest {

    private static final int LITE = 2;

    private final StoreCluster cluster = StoreCluster.ofTwo(3);
    private final RecordedEnds application = new RecordedEnds();

    @BeforeEach
    void startLiteNode() {
        cluster.startLiteNode();
        NodeApplications.of(cluster.member(LITE)).started(APPLICATION, application);
    }

    @AfterEach
    void stopCluster() {
        cluster.close();
    }

    @Test
    void commit_byTheLiteMember_restsOnTheOthersAloneAndSurvivesOneOfThem() {
        List<SessionId> ids = Stream.generate(() -> created(LITE, set("a", "0"), set("b", "0")))
                .limit(100)
                .toList();
        ids.forEach(id -> commit(LITE, id, NOW + 1, set("a", "1"), removed("b")));

        assertThat(ids)
                .allSatisfy(id -> assertThat(values(id)).isEqualTo(Map.of("a", "1")))
                .allSatisfy(id -> assertThat(cluster.records(LITE).get(key(id))).isEmpty())
                .noneMatch(id -> cluster.records(LITE).owns(key(id)));

        cluster.kill(1);

        assertThat(ids).allSatisfy(id -> {
            assertThat(looked(LITE, id)).isInstanceOf(LookResult.Found.class);
            commit(LITE, id, NOW + 2, set("c", "2"));
            assertThat(texts(cluster.records(0)
                            .get(key(id))
                            .orElseThrow()
                            .attributes()
                            .withoutTombstones()))
                    .isEqualTo(Map.of("a", "1", "c", "2"));
        });
    }

    @Test
    void heal_changesByTheLiteMemberAndTheOtherHalf_eachRuleOfTheMergeHolds() {
        SessionId written = created(LITE, set("a", "0"), set("b", "0"), set("c", "0"));
        SessionId invalidated = created(LITE, set("a", "0"));

        cluster.split(LITE);
        commit(LITE, written, NOW + 10, set("a", "early"), set("b", "mine"), removed("c"));
        commit(1, written, NOW + 20, set("a", "late"), set("d", "theirs"));
        cluster.store(LITE).remove(key(invalidated), SessionTake.anyway(0, NOW + 10, true));
        commit(1, invalidated, NOW + 20, set("a", "late"));
        SessionId mineAlone = created(LITE, set("a", "mine"));
        SessionId theirsAlone = created(1, set("a", "theirs"));
        cluster.heal(LITE);

        assertThat(values(written)).isEqualTo(Map.of("a", "late", "b", "mine", "d", "theirs"));
        assertThat(values(mineAlone)).isEqualTo(Map.of("a", "mine"));
        assertThat(values(theirsAlone)).isEqualTo(Map.of("a", "theirs"));
        assertThat(looked(LITE, invalidated)).isEqualTo(new Absent());
        assertThat(List.of(written, mineAlone, theirsAlone))
                .allSatisfy(id -> assertThat(looked(LITE, id)).isInstanceOf(LookResult.Found.class))
                .noneMatch(id -> cluster.records(LITE).get(key(id)).isPresent());
        assertThat(application.merges())
                .as("the lite member knows of the merge")
                .isPositive();
    }

    private SessionId created(int node, AttributeChange... changes) {
        SessionId id = SessionId.random();
        assertThat(cluster.store(node).create(key(id), blank(id), timeout(0, 60, changes)))
                .isInstanceOf(CreateResult.Created.class);
        return id;
    }

    private void commit(int node, SessionId id, long millis, AttributeChange... changes) {
        assertThat(cluster.store(node).commit(key(id), delta(0, millis, changes)))
                .isInstanceOf(CommitResult.Committed.class);
    }

    private LookResult looked(int node, SessionId id) {
        return cluster.store(node, Duration.ofSeconds(10)).look(key(id), new SessionLook(IdHash.of(id), 0, NOW));
    }

    private Map<String, String> values(SessionId id) {
        return texts(cluster.peek(key(id)).orElseThrow().attributes().withoutTombstones());
    }
}
