package org.remora.session.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.key;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.texts;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.remora.cluster.ClusterKeys;
import org.remora.config.ClusterSecret;
import org.remora.session.AttributeChange;
import org.remora.session.AttributeTable;
import org.remora.session.InMemorySessionStore;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionRecord;
import org.remora.session.SessionStore;
import org.remora.session.SessionStoreContract;
import org.remora.session.UserIndex;
import org.remora.session.codec.StandardCodec;

/** The contract holds as before, and what rests in the store says nothing. */
class SealedSessionStoreTest extends SessionStoreContract {

    private static final Seal OLD = seal("the old secret of the shop");
    private static final Seal BOTH = seal("the new secret of the shop", "the old secret of the shop");
    private static final Seal NEW = seal("the new secret of the shop");

    private final InMemorySessionStore inner = new InMemorySessionStore();
    private final SessionStore store = new SealedSessionStore(inner, NEW);

    static Seal seal(String... secrets) {
        return Seal.of(
                ClusterKeys.of(List.of(secrets).stream().map(ClusterSecret::new).toList()));
    }

    @Override
    public SessionStore store(int node) {
        return store;
    }

    @Override
    public Optional<SessionRecord> peek(SessionKey key) {
        return inner.peek(key).map(record -> Unsealed.record(record, key, NEW));
    }

    @Test
    void create_restingBytes_sayNothing() {
        SessionId id = SessionId.random();
        created(id, set("card", "4111 1111 1111 1111"));

        byte[] resting = resting(id).bytes(0);

        assertThat(new String(resting, StandardCharsets.ISO_8859_1)).doesNotContain("4111");
        assertThat(resting).startsWith(StandardCodec.SEALED);
    }

    /** Else a session that two nodes put back would not be one and the same. */
    @Test
    void seal_sameValue_sameBytesForTheSameSessionAndNameOnly() {
        SessionId id = SessionId.random();
        SessionId other = SessionId.random();
        created(id, set("cart", "fish"), set("dish", "fish"));
        created(other, set("cart", "fish"));

        byte[] resting = resting(id).bytes(0);

        assertThat(NEW.of(key(id)).seal("cart", "fish".getBytes(UTF_8))).isEqualTo(resting);
        assertThat(resting(id).bytes(1)).isNotEqualTo(resting);
        assertThat(resting(other).bytes(0)).isNotEqualTo(resting);
    }

    @Test
    void look_withWrongSecret_unreadableForTheCodecAndNothingElse() {
        SessionId id = SessionId.random();
        created(id, set("cart", "fish"));
        SessionStore other = new SealedSessionStore(inner, OLD);

        AttributeTable seen = Unsealed.look(other, id).attributes();

        assertThat(seen.name(0)).isEqualTo("cart");
        assertThat(seen.bytes(0))
                .startsWith(StandardCodec.SEALED)
                .isEqualTo(resting(id).bytes(0));
    }

    @Test
    void commit_ofBytesThatCouldNotBeOpened_theyRestAsTheyWere() {
        SessionId id = SessionId.random();
        long version = created(id, set("cart", "fish"));
        SessionStore other = new SealedSessionStore(inner, OLD);
        byte[] unopened = Unsealed.look(other, id).attributes().bytes(0);

        other.commit(key(id), delta(version, new AttributeChange.Written("cart", unopened)));

        assertThat(texts(found(0, id, 0).attributes())).isEqualTo(Map.of("cart", "fish"));
    }

    @Test
    void look_duringARotation_readsWhatEitherSecretHasSealed() {
        SessionId id = SessionId.random();
        SessionStore before = new SealedSessionStore(inner, OLD);
        SessionStore during = new SealedSessionStore(inner, BOTH);
        before.create(key(id), blank(id), delta(0, set("old", "1")));
        during.commit(key(id), delta(0, set("new", "2")));

        assertThat(texts(Unsealed.look(during, id).attributes())).isEqualTo(Map.of("old", "1", "new", "2"));
        assertThat(texts(Unsealed.look(store, id).attributes())).containsEntry("new", "2");
    }

    @Test
    void look_attributeOfAnotherSessionOrNamePutInItsPlace_unreadable() {
        SessionId rich = SessionId.random();
        SessionId poor = SessionId.random();
        created(rich, set("balance", "1000000"));
        created(poor, set("balance", "1"));
        byte[] stolen = resting(rich).bytes(0);

        inner.commit(key(poor), delta(0, new AttributeChange.Written("balance", stolen)));
        inner.commit(key(rich), delta(0, new AttributeChange.Written("limit", stolen)));

        assertThat(found(0, poor, 0).attributes().bytes(0)).startsWith(StandardCodec.SEALED);
        assertThat(found(0, rich, 0).attributes().bytes(1)).startsWith(StandardCodec.SEALED);
        assertThat(texts(found(0, rich, 0).attributes())).containsEntry("balance", "1000000");
    }

    @Test
    void look_valueBroughtInWithoutTheSecret_unreadable() {
        SessionId id = SessionId.random();
        created(id, set("cart", "fish"));

        inner.commit(key(id), delta(0, set("role", "admin")));

        byte[] seen = found(0, id, 0).attributes().bytes(1);
        assertThat(seen).startsWith(StandardCodec.SEALED).isNotEqualTo("admin".getBytes(UTF_8));
    }

    /** A method with a default would otherwise let attributes through as they are. */
    @Test
    void methods_ofThePorts_areAllDecorated() {
        assertThat(SealedSessionStore.class.getDeclaredMethods())
                .extracting(SealedSessionStoreTest::signature)
                .contains(signatures(SessionStore.class));
        assertThat(SealedUserIndex.class.getDeclaredMethods())
                .extracting(SealedSessionStoreTest::signature)
                .contains(signatures(UserIndex.class));
    }

    private static String[] signatures(Class<?> port) {
        return Stream.of(port.getMethods())
                .map(SealedSessionStoreTest::signature)
                .toArray(String[]::new);
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    private AttributeTable resting(SessionId id) {
        return inner.peek(key(id)).orElseThrow().attributes();
    }
}
