package org.remora.arquillian.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.PayaraServer;

/** A user's last logins are left, as many as the application allows, whichever nodes they are made on. */
@OnLoginNodes
class UserLimitIT {

    /** The default bound for what somebody else did, and the time for listeners, with a wide margin. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final LoginNodes nodes;

    UserLimitIT(LoginNodes nodes) {
        this.nodes = nodes;
    }

    private PayaraServer node(int index) {
        return index % 2 == 0 ? nodes.first() : nodes.second();
    }

    private Visitor loggedIn(int node, String name) throws IOException {
        Visitor visitor = new Visitor(Secured.CALLED);
        visitor.login(node(node));
        visitor.keep(node(node), name);
        return visitor;
    }

    private static String userOf(Visitor visitor, PayaraServer node) throws IOException {
        return visitor.open(node).value("user");
    }

    private static String unique() {
        return "session-" + UUID.randomUUID();
    }

    @Test
    void login_beyondTheLimit_oldestEndsOnTheNodeItWasOnAndIsAnnouncedOnce() throws IOException {
        String name = unique();
        Visitor oldest = loggedIn(0, name);
        Visitor second = loggedIn(0, unique());
        Visitor twin = oldest.inAnotherBrowser();

        Visitor third = loggedIn(1, unique());

        assertThat(userOf(oldest, nodes.second())).isEqualTo("null");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(userOf(twin, nodes.first())).isEqualTo("null"));
        assertThat(userOf(second, nodes.second())).isEqualTo(Secured.CALLED.user());
        assertThat(userOf(third, nodes.first())).isEqualTo(Secured.CALLED.user());
        await().atMost(SOON).untilAsserted(() -> assertThat(endsAnywhere()).containsOnlyOnce(name));
    }

    @Test
    void logins_manyAtOnceOnBothNodes_asManyAsAllowedAreLeftAndTheOthersAreAnnouncedOnce() throws IOException {
        List<Visitor> visitors =
                Stream.generate(() -> new Visitor(Secured.CALLED)).limit(8).toList();
        List<String> names = Stream.generate(UserLimitIT::unique).limit(8).toList();
        for (int i = 0; i < visitors.size(); i++) {
            visitors.get(i).keep(node(i), names.get(i));
        }

        CompletableFuture.allOf(IntStream.range(0, visitors.size())
                        .mapToObj(i -> CompletableFuture.runAsync(() -> logIn(visitors.get(i), node(i))))
                        .toArray(CompletableFuture[]::new))
                .join();

        List<String> left = new ArrayList<>();
        for (int i = 0; i < visitors.size(); i++) {
            if (!userOf(visitors.get(i), node(i + 1)).equals("null")) {
                left.add(names.get(i));
            }
        }
        assertThat(left).hasSize(Secured.SESSIONS_OF_A_USER);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(endsAnywhere())
                        .filteredOn(names::contains)
                        .containsExactlyInAnyOrderElementsOf(names.stream()
                                .filter(name -> !left.contains(name))
                                .toList()));
    }

    @Test
    void logout_onAnotherNode_freesThePlace() throws IOException {
        Visitor stays = loggedIn(0, unique());
        Visitor leaves = loggedIn(1, unique());
        leaves.logout(nodes.first());

        Visitor comes = loggedIn(1, unique());

        assertThat(userOf(stays, nodes.second())).isEqualTo(Secured.CALLED.user());
        assertThat(userOf(comes, nodes.first())).isEqualTo(Secured.CALLED.user());
    }

    private List<String> endsAnywhere() throws IOException {
        List<String> ends = new ArrayList<>(Visitor.ends(nodes.first()));
        ends.addAll(Visitor.ends(nodes.second()));
        return ends;
    }

    private static void logIn(Visitor visitor, PayaraServer node) {
        try {
            visitor.get(node, "/account?op=login&user=ann&password=secret1");
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
