package org.remora.arquillian.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<User> users =
            IntStream.range(0, 10).mapToObj(i -> new User("u" + i, 0)).toList();

    @Test
    void run_moreRequestsThanUsers_sendsExactlyThatMany() throws IOException, InterruptedException {
        try (SmallServer server = new SmallServer()) {
            LoadResult result = loop(server, 3).run(users, 101, asking("/hello", "hello"::equals));

            assertThat(result.requests()).isEqualTo(101);
            assertThat(result.latencies().total()).isEqualTo(101);
            assertThat(users.stream().mapToLong(User::answered).sum()).isEqualTo(101);
        }
    }

    @Test
    void once_fewerConnectionsThanUsers_asksForEachUserOnce() throws IOException, InterruptedException {
        try (SmallServer server = new SmallServer()) {
            loop(server, 4).once(users, asking("/hello", "hello"::equals));

            assertThat(users).allSatisfy(user -> assertThat(user.answered()).isEqualTo(1));
        }
    }

    @Test
    void run_atAPace_sendsNoRequestBeforeItsTurn() throws IOException, InterruptedException {
        try (SmallServer server = new SmallServer()) {
            LoadResult result = loop(server, 3).run(users, 41, asking("/hello", "hello"::equals), new Pace(400));

            assertThat(result.requests()).isEqualTo(41);
            assertThat(result.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        }
    }

    @Test
    void run_atAPaceThatTheServerCannotKeep_countsTheDelay() throws IOException, InterruptedException {
        try (SmallServer server = new SmallServer()) {
            LoadResult result =
                    loop(server, 1).run(users, 20, asking("/hello", "hello"::equals), new Pace(1_000_000_000));

            assertThat(result.latencies().quantile(1))
                    .isGreaterThan(result.elapsed().dividedBy(2));
        }
    }

    @Test
    void run_wrongAnswer_isBrokenOffAndNamesTheRequest() throws IOException {
        try (SmallServer server = new SmallServer()) {
            Behaviour countingToFifty = asking("/count", body -> Integer.parseInt(body) != 50);

            assertThatThrownBy(() -> loop(server, 2).run(users, 1_000_000, countingToFifty))
                    .isInstanceOf(LoadFailedException.class)
                    .hasMessageContaining("GET /count to node 0")
                    .hasMessageContaining("body=50");
        }
    }

    @Test
    void run_longerThanPatience_isBrokenOff() throws IOException {
        try (SmallServer server = new SmallServer()) {
            ClosedLoop impatient = new ClosedLoop(List.of(server.address()), 2, Duration.ofMillis(50));

            assertThatThrownBy(() -> impatient.run(users, Long.MAX_VALUE, asking("/hello", "hello"::equals)))
                    .isInstanceOf(LoadFailedException.class)
                    .hasMessageContaining("took longer");
        }
    }

    private static ClosedLoop loop(SmallServer server, int connections) {
        return new ClosedLoop(List.of(server.address()), connections, PATIENCE);
    }

    private static Behaviour asking(String path, Predicate<String> right) {
        Request request = Request.get(path);
        return new Behaviour() {
            @Override
            public int node(User user) {
                return user.home();
            }

            @Override
            public Request request(User user) {
                return request;
            }

            @Override
            public boolean isRight(User user, Answer answer) {
                return answer.status() == 200 && right.test(answer.body());
            }
        };
    }
}
