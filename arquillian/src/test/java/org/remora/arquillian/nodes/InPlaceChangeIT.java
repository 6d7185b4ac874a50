package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.server.Page;

/** Objects that the application changes without telling the session, in the three modes of finding that out. */
@OnTwoNodes
class InPlaceChangeIT {

    private final TwoNodes nodes;

    InPlaceChangeIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void accessed_objectThatTheRequestHadInHand_itsChangeIsOnTheOtherNode() throws IOException {
        assertThat(addedTwice(Application.PLAIN)).isEqualTo("1,2");
    }

    @Test
    void all_objectThatTheRequestHadInHand_itsChangeIsOnTheOtherNode() throws IOException {
        assertThat(addedTwice(Application.DETECT_ALL)).isEqualTo("1,2");
    }

    @Test
    void none_objectThatTheRequestHadInHand_itsChangeStaysOnItsNode() throws IOException {
        assertThat(addedTwice(Application.DETECT_NONE)).isEqualTo("1");
    }

    @Test
    void accessed_objectThatTheApplicationKept_itsChangeStaysUntilARequestTouchesTheObject() throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        addBesideTheSession(user);
        assertThat(user.basket(nodes.second())).isEqualTo("1");

        // On its node it is seen, and then found.
        ProbeUser again = new ProbeUser(Application.PLAIN);
        addBesideTheSession(again);
        assertThat(again.basket(nodes.first())).isEqualTo("1,2");
        assertThat(again.basket(nodes.second())).isEqualTo("1,2");
    }

    @Test
    void all_objectThatTheApplicationKept_itsChangeIsOnTheOtherNode() throws IOException {
        ProbeUser user = new ProbeUser(Application.DETECT_ALL);
        addBesideTheSession(user);

        assertThat(user.basket(nodes.second())).isEqualTo("1,2");
    }

    @Test
    void statistics_objectOnlyRead_isComparedAndNotSent() throws IOException {
        ProbeUser user = new ProbeUser(Application.DETECT_ALL);
        user.addToBasket(nodes.first(), "1");
        user.basket(nodes.first());
        Page before = user.get(nodes.first(), "/statistics");

        user.basket(nodes.first());

        Page after = user.get(nodes.first(), "/statistics");
        // Requests that show the statistics use the session, too.
        assertThat(grown("CommitsWithoutChange", before, after)).isPositive();
        assertThat(grown("BytesCompared", before, after)).isPositive();
        assertThat(grown("BytesSerialized", before, after)).isPositive();
        assertThat(grown("BytesSent", before, after)).isZero();
        assertThat(grown("Commits", before, after)).isZero();
        assertThat(after.value("ReplicationSuspended")).isEqualTo("false");
    }

    private String addedTwice(Application application) throws IOException {
        ProbeUser user = new ProbeUser(application);
        user.addToBasket(nodes.first(), "1");
        assertThat(user.addToBasket(nodes.first(), "2")).isEqualTo("1,2");
        return user.basket(nodes.second());
    }

    private void addBesideTheSession(ProbeUser user) throws IOException {
        user.addToBasket(nodes.first(), "1");
        user.get(nodes.first(), "/kept?op=keep");
        assertThat(user.get(nodes.first(), "/kept?op=add&item=2").value("items"))
                .isEqualTo("1,2");
    }

    private static long grown(String counter, Page before, Page after) {
        return Long.parseLong(after.value(counter)) - Long.parseLong(before.value(counter));
    }
}
