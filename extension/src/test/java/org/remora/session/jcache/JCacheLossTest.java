package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.remora.session.SessionSamples.APPLICATION;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.session.Absent;
import org.remora.session.CreateResult;
import org.remora.session.IdHash;
import org.remora.session.InParallel;
import org.remora.session.LookResult;
import org.remora.session.RestoreResult;
import org.remora.session.SessionId;
import org.remora.session.SessionLook;
import org.remora.session.SessionRecord;
import org.remora.session.SessionStore;

/** All members that had a session are lost. */
@Timeout(120)
class JCacheLossTest {

    @Test
    void kill_onlyMemberWithTheSession_theLossIsToldAndTheSessionPutBack() {
        try (StoreCluster cluster = StoreCluster.ofTwoWithoutBackups(2)) {
            SessionId id = ownedBy(cluster, 1);
            SessionStore survivor = cluster.store(0);
            SessionRecord known = stored(survivor, id);
            RecordedEnds applications = new RecordedEnds();
            NodeApplications.of(cluster.member(0)).started(APPLICATION, applications);

            cluster.kill(1);

            assertLostAndPutBack(survivor, id, known);
            assertThat(applications.losses()).isPositive();
        }
    }

    @Test
    void kill_ownerAndBackupAtOnce_theLossIsToldAndTheSessionPutBack() {
        try (StoreCluster cluster = StoreCluster.ofTwo(3)) {
            cluster.startNode();
            SessionId id = cluster.idOn(0, 1);
            SessionStore survivor = cluster.store(2);
            SessionRecord known = stored(survivor, id);

            InParallel.run(() -> cluster.kill(0), () -> cluster.kill(1));

            assertLostAndPutBack(survivor, id, known);
        }
    }

    @Test
    void kill_memberWhoseSessionsHaveBackups_noLossIsTold() {
        try (StoreCluster cluster = StoreCluster.ofTwo(3)) {
            cluster.startNode();
            SessionId id = cluster.idOn(1, 2);
            SessionStore survivor = cluster.store(0);
            SessionRecord known = stored(survivor, id);

            cluster.kill(1);

            assertThat(look(survivor, id, known.version())).isInstanceOf(LookResult.Found.class);
            assertThat(survivor.losses(key(id))).isZero();
        }
    }

    /** Somebody who has no copy cannot know whether another node has one. */
    @Test
    void look_withoutACopyAfterALoss_waitsForTheNodeThatPutsTheSessionBack() {
        try (StoreCluster cluster = StoreCluster.ofTwoWithoutBackups(3)) {
            cluster.startNode();
            SessionId id = ownedBy(cluster, 2);
            SessionRecord known = stored(cluster.store(0), id);
            cluster.kill(2);
            await().until(() -> cluster.store(0).losses(key(id)) > 0);

            CompletableFuture<LookResult> look = CompletableFuture.supplyAsync(() -> look(cluster.store(1), id, 0));
            assertThat(look(cluster.store(0), id, known.version())).isEqualTo(new Absent());
            assertThat(look).isNotDone();
            cluster.store(0).restore(key(id), known);

            assertThat(look.join()).isInstanceOf(LookResult.Found.class);
        }
    }

    private static void assertLostAndPutBack(SessionStore survivor, SessionId id, SessionRecord known) {
        assertThat(look(survivor, id, known.version())).isEqualTo(new Absent());
        assertThat(survivor.losses(key(id))).isPositive();

        assertThat(survivor.restore(key(id), known)).isEqualTo(new RestoreResult.PutBack(known.version()));

        LookResult found = look(survivor, id, 0);
        assertThat(found).isInstanceOf(LookResult.Found.class);
        assertThat(texts(((LookResult.Found) found).changes().attributes())).isEqualTo(Map.of("user", "ada"));
    }

    private static SessionRecord stored(SessionStore store, SessionId id) {
        long version = assertThat(store.create(key(id), blank(id), delta(0, set("user", "ada"))))
                .asInstanceOf(InstanceOfAssertFactories.type(CreateResult.Created.class))
                .actual()
                .version();
        return blank(id).with(delta(0, set("user", "ada")), version);
    }

    private static SessionId ownedBy(StoreCluster cluster, int node) {
        return Stream.generate(SessionId::random)
                .filter(id -> cluster.records(node).owns(key(id)))
                .findFirst()
                .orElseThrow();
    }

    private static LookResult look(SessionStore store, SessionId id, long since) {
        return store.look(key(id), new SessionLook(IdHash.of(id), since, NOW));
    }
}
