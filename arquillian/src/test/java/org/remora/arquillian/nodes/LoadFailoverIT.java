package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.remora.arquillian.server.PayaraServer;

/** The loss of a node while 200 users, half of them on that node, change their sessions. */
@OnTwoNodes(NodePair.TO_BE_KILLED)
@Isolated("prints the longest stall of a user")
class LoadFailoverIT {

    private static final System.Logger LOG = System.getLogger(LoadFailoverIT.class.getName());
    private static final int USERS = 200;
    private static final int INCREMENTS_BEFORE = 20 * USERS;
    private static final int INCREMENTS_AFTER = 20 * USERS;
    private static final Duration PHASE_TIMEOUT = Duration.ofMinutes(2);

    private final TwoNodes nodes;
    private final List<LoadUser> users;

    LoadFailoverIT(TwoNodes nodes) {
        this.nodes = nodes;
        users = IntStream.range(0, USERS)
                .mapToObj(index -> new LoadUser(nodes.both(), index))
                .toList();
    }

    @Test
    void killedNodeUnderLoad_noSessionAndNoAcknowledgedIncrementIsLost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(USERS);
        try {
            users.forEach(threads::execute);
            awaitIncrements(INCREMENTS_BEFORE);
            nodes.killFirst();
            awaitIncrements(acknowledged() + INCREMENTS_AFTER);
        } finally {
            users.forEach(LoadUser::stop);
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        report();
        checkUsers();
    }

    private void awaitIncrements(long count) {
        await().atMost(PHASE_TIMEOUT).until(() -> acknowledged() >= count);
    }

    private long acknowledged() {
        return users.stream().mapToLong(LoadUser::acknowledged).sum();
    }

    private void report() {
        LOG.log(
                System.Logger.Level.INFO,
                "{0} users, {1} acknowledged increments, {2} attempts without an answer, {3} answered 503; longest "
                        + "stall of a user {4} ms",
                USERS,
                acknowledged(),
                users.stream().mapToLong(LoadUser::unanswered).sum(),
                users.stream().mapToLong(LoadUser::unavailable).sum(),
                users.stream()
                        .map(LoadUser::longestStall)
                        .max(Duration::compareTo)
                        .orElseThrow()
                        .toMillis());
    }

    private void checkUsers() throws IOException {
        PayaraServer survivor = nodes.second();
        for (LoadUser user : users) {
            int value = user.counterOn(survivor);
            assertThat(user.surprises()).as("surprises of %s", user).isEmpty();
            assertThat(value)
                    .as("counter of %s", user)
                    .isBetween(Math.toIntExact(user.acknowledged()), Math.toIntExact(user.attempted()));
        }
    }
}
