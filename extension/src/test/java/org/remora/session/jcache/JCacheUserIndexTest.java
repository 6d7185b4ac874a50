package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.APPLICATION;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.key;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.session.LoginResult;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionTake;
import org.remora.session.Unavailable;
import org.remora.session.UserIndex;
import org.remora.session.UserLogin;

/** The sentences of {@link UserIndex} about nodes that are lost or do not answer. */
@Timeout(120)
class JCacheUserIndexTest {

    private static final Duration SHORT = Duration.ofMillis(150);

    private final SessionKey user = SessionKey.ofUser(APPLICATION, "ada");
    private final List<UserLogin> logins = Stream.generate(() -> new UserLogin(key(SessionId.random()), NOW))
            .limit(3)
            .toList();

    private LoginResult enter(UserIndex index, int login) {
        return index.enter(APPLICATION, user, logins.get(login), 2, NOW);
    }

    @Test
    void enter_ownerOfTheUserIsKilled_acknowledgedLoginsAndLogoutsAreKnown() {
        try (StoreCluster cluster = StoreCluster.ofTwo(2)) {
            int owner = cluster.records(0).owns(user) ? 0 : 1;
            UserIndex survivor = cluster.store(1 - owner).users();
            enter(cluster.store(owner).users(), 0);
            enter(survivor, 1);
            assertThat(survivor.leave(user, logins.get(1), NOW)).isTrue();
            enter(survivor, 1);

            cluster.kill(owner);

            assertThat(enter(survivor, 2)).isEqualTo(new LoginResult.Entered(List.of(logins.get(0))));
        }
    }

    @Test
    void operations_ownerOfTheUserIsBusy_unansweredInTime() {
        try (StoreCluster cluster = StoreCluster.ofTwo(2)) {
            BlockedPartition.during(cluster, user, () -> {
                for (int node = 0; node < 2; node++) {
                    UserIndex index = cluster.store(node, SHORT).users();
                    assertThat(enter(index, 0)).isInstanceOf(Unavailable.class);
                    assertThat(index.leave(user, logins.get(0), NOW)).isFalse();
                    assertThat(index.end(new UserLogin(user, NOW), SessionTake.anyway(0, NOW, false)))
                            .isInstanceOf(Unavailable.class);
                }
            });
        }
    }
}
