package org.remora.session.jcache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.NOW;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.remora.cluster.ClusterKeys;
import org.remora.config.ClusterSecret;
import org.remora.session.AttributeChange;
import org.remora.session.CreateResult;
import org.remora.session.IdHash;
import org.remora.session.Login;
import org.remora.session.LoginText;
import org.remora.session.SessionDelta;
import org.remora.session.SessionDirectory;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionKeyText;
import org.remora.session.SessionListing;
import org.remora.session.SessionQuery;
import org.remora.session.SessionRecord;
import org.remora.session.SessionStore;
import org.remora.session.SessionSummary;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.StandardCodec;
import org.remora.session.seal.RecordReader;
import org.remora.session.seal.Seal;
import org.remora.session.seal.SealedSessionStore;

/** All sessions of two nodes, seen from one, which does not get them for it. */
@Timeout(60)
@ExtendWith(TwoNodes.class)
class GridDirectoryTest {

    private static final int MANY = 40;
    private static final Seal SEAL = Seal.of(ClusterKeys.of(List.of(new ClusterSecret("the secret of the shop"))));
    private static final StandardCodec CODEC =
            new StandardCodec(GridDirectoryTest.class.getClassLoader(), Optional.empty());

    private final String application = "server/" + UUID.randomUUID();
    private final StoreCluster cluster;
    private final SessionStore store;
    private final List<SessionDirectory> nodes = new ArrayList<>();
    private final RecordedEnds running = new RecordedEnds();

    GridDirectoryTest(StoreCluster cluster) {
        this.cluster = cluster;
        this.store = new SealedSessionStore(cluster.store(0), SEAL);
    }

    @BeforeEach
    void start() {
        RecordReader reader = new RecordReader(Optional.of(SEAL), name -> CODEC);
        for (int node = 0; node < 2; node++) {
            nodes.add(new GridDirectory(cluster.member(node), cluster.store(node), reader, InstantSource.system()));
        }
    }

    @AfterEach
    void stop() {
        NodeApplications.of(cluster.member(1)).stopped(application, running);
    }

    @Test
    void list_sessionsOfBothNodes_eachWithItsOwner() throws NotStorableException {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            made.add(SessionKeyText.of(create("ann")));
        }

        SessionListing all = list(new SessionQuery(application, "", "", "", MANY));

        assertThat(all.total()).isEqualTo(MANY);
        assertThat(all.sessions()).extracting(SessionSummary::id).containsExactlyInAnyOrderElementsOf(made);
        assertThat(all.sessions()).extracting(SessionSummary::node).contains("node-0", "node-1");
    }

    @Test
    void list_byLogin_onlyThatUsers() throws NotStorableException {
        SessionKey bobs = create("bob");
        create("ann");
        create("");

        assertThat(list(new SessionQuery(application, "bob", "", "", 10)).sessions())
                .singleElement()
                .satisfies(session -> {
                    assertThat(session.id()).isEqualTo(SessionKeyText.of(bobs));
                    assertThat(session.login()).isEqualTo("bob");
                    assertThat(session.attributes()).isEqualTo(1);
                });
    }

    @Test
    void list_nextPage_goesOnBehindTheLast() throws NotStorableException {
        create("");
        create("");
        create("");
        String last = list(new SessionQuery(application, "", "", "", 2))
                .sessions()
                .get(1)
                .id();

        SessionListing next = list(new SessionQuery(application, "", "", last, 2));

        assertThat(next.sessions())
                .singleElement()
                .satisfies(session -> assertThat(session.id()).isGreaterThan(last));
        assertThat(next.total()).isEqualTo(3);
    }

    @Test
    void find_session_isNoUseOfIt() throws NotStorableException {
        SessionKey key = create("ann");

        for (SessionDirectory node : nodes) {
            Optional<SessionRecord> found = node.find(key);

            assertThat(found.map(SessionRecord::accessedMillis)).contains(NOW);
            assertThat(found.flatMap(stored -> stored.attributes().find("cart")))
                    .isPresent();
        }
        assertThat(nodes.get(0).find(new SessionKey(1, 1))).isEmpty();
    }

    @Test
    void end_applicationOnTheOtherNode_isEndedThere() throws NotStorableException {
        SessionKey key = create("ann");
        NodeApplications.of(cluster.member(1)).started(application, running);

        assertThat(nodes.get(0).end(application, key)).isEqualTo(SessionDirectory.End.ENDED);
        assertThat(running.keysEndedNow()).containsExactly(key);
    }

    @Test
    void end_nodeDoesNotGetIt_isUnansweredWhileItIsThere() throws NotStorableException {
        SessionKey key = create("ann");
        NodeApplications.of(cluster.member(1)).started(application, running);
        running.refuse(true);

        assertThat(nodes.get(0).end(application, key)).isEqualTo(SessionDirectory.End.UNANSWERED);
        assertThat(nodes.get(0).end(application, new SessionKey(1, 1))).isEqualTo(SessionDirectory.End.NOT_FOUND);
    }

    @Test
    void end_applicationRunsNowhere_goesWithoutAWord() throws NotStorableException {
        SessionKey key = create("ann");

        assertThat(nodes.get(0).end(application, key)).isEqualTo(SessionDirectory.End.ENDED_UNTOLD);
        assertThat(nodes.get(0).find(key)).isEmpty();
        assertThat(list(new SessionQuery(application, "", "", "", 1)).total()).isZero();
        assertThat(nodes.get(0).end(application, key)).isEqualTo(SessionDirectory.End.NOT_FOUND);
    }

    private SessionListing list(SessionQuery query) {
        SessionDirectory.Page page = nodes.get(0).list(query);
        assertThat(page.silent()).isEmpty();
        return page.listing();
    }

    /** A session with a cart, of a user if one is named. */
    private SessionKey create(String user) throws NotStorableException {
        SessionId id = SessionId.random();
        SessionKey key = SessionKey.of(application, id);
        List<AttributeChange> changes = new ArrayList<>();
        changes.add(new AttributeChange.Written("cart", "two apples".getBytes(UTF_8)));
        if (!user.isEmpty()) {
            String text = LoginText.of(new Login(user, Login.CallerType.CONTAINER, "FORM", List.of("employees")));
            changes.add(new AttributeChange.Written(LoginText.ATTRIBUTE, CODEC.encode(text)));
        }
        CreateResult result = store.create(
                key,
                SessionRecord.blank(application, IdHash.of(id), NOW),
                new SessionDelta(0, NOW, NOW, OptionalInt.empty(), Optional.empty(), changes));
        assertThat(result).isInstanceOf(CreateResult.Created.class);
        return key;
    }
}
