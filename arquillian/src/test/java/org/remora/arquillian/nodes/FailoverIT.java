package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/**
 * One user's session before the first node is killed, on the second node right after, and on the first started anew.
 */
@OnTwoNodes(NodePair.TO_BE_KILLED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailoverIT {

    private static final System.Logger LOG = System.getLogger(FailoverIT.class.getName());

    private record View(Page session, int visits, String basket) {

        static View of(ProbeUser user, PayaraServer node) throws IOException {
            return new View(user.session(node), user.visits(node), user.basket(node));
        }

        List<String> attributes() {
            return session.body()
                    .lines()
                    .filter(line -> line.startsWith("attribute."))
                    .toList();
        }
    }

    private final ProbeUser user = new ProbeUser(Application.PLAIN);
    private final View before;
    private final View survivor;
    private final View restarted;

    FailoverIT(TwoNodes nodes) throws IOException {
        fill(nodes.first());
        before = View.of(user, nodes.first());
        nodes.killFirst();
        long startNanos = System.nanoTime();
        user.session(nodes.second());
        LOG.log(
                System.Logger.Level.INFO,
                "first answer of the other node after {0} ms",
                Duration.ofNanos(System.nanoTime() - startNanos).toMillis());
        survivor = View.of(user, nodes.second());
        nodes.restartFirst();
        restarted = View.of(user, nodes.first());
    }

    private void fill(PayaraServer node) throws IOException {
        user.createSession(node);
        user.setTimeout(node, 1234);
        user.set(node, "text", "for later");
        user.setBytes(node, "bytes", 20_000);
        user.set(node, "removed", "soon");
        user.remove(node, "removed");
        user.increment(node);
        user.increment(node);
        user.addToBasket(node, "bread");
        user.addToBasket(node, "butter");
        user.visit(node);
        user.visit(node);
        user.visit(node);
    }

    @BeforeAll
    void sessionBeforeTheKill_hasWhatWasPutIn() {
        assertThat(before.attributes())
                .contains("attribute.text=for later", "attribute.counter=2", "attribute.basket=bread,butter")
                .noneMatch(line -> line.contains("removed"));
        assertThat(before.visits()).isEqualTo(3);
    }

    @Test
    void killedNode_nextRequestElsewhere_findsIdAndCreationTime() {
        assertThat(survivor.session().value("id"))
                .isEqualTo(before.session().value("id"))
                .isNotEqualTo("none");
        assertThat(survivor.session().value("created"))
                .isEqualTo(before.session().value("created"));
        assertThat(survivor.session().value("new")).isEqualTo("false");
    }

    @Test
    void killedNode_nextRequestElsewhere_findsTimeout() {
        assertThat(survivor.session().value("timeout")).isEqualTo("1234");
    }

    @Test
    void killedNode_nextRequestElsewhere_findsEveryAttribute() {
        assertThat(survivor.attributes()).isEqualTo(before.attributes());
    }

    @Test
    void killedNode_nextRequestElsewhere_findsObjectChangedInPlace() {
        assertThat(survivor.basket()).isEqualTo("bread,butter");
    }

    @Test
    void killedNode_nextRequestElsewhere_findsSessionScopedBean() {
        assertThat(survivor.visits()).isEqualTo(3);
    }

    @Test
    void restartedNode_nextRequestThere_findsTheSameSession() {
        assertThat(restarted.session().value("id")).isEqualTo(before.session().value("id"));
        assertThat(restarted.session().value("created"))
                .isEqualTo(before.session().value("created"));
        assertThat(restarted.session().value("timeout")).isEqualTo("1234");
        assertThat(restarted.attributes()).isEqualTo(before.attributes());
        assertThat(restarted.visits()).isEqualTo(3);
    }
}
