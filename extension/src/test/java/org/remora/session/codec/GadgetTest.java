package org.remora.session.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.SignedObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.BadAttributeValueExpException;
import org.apache.commons.collections.Transformer;
import org.apache.commons.collections.functors.ChainedTransformer;
import org.apache.commons.collections.functors.ConstantTransformer;
import org.apache.commons.collections.functors.InvokerTransformer;
import org.apache.commons.collections.keyvalue.TiedMapEntry;
import org.apache.commons.collections.map.LazyMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bytes as attackers make them, if they could write to the grid: nothing in them runs. */
@Timeout(30)
class GadgetTest {

    private static final AtomicInteger CALLS = new AtomicInteger();

    /** What a chain of transformers is made to call. */
    @SuppressWarnings("UnusedMethod") // by its name
    public static final class Target implements Serializable {

        private static final long serialVersionUID = 1L;

        /** Called by the gadget. */
        public void call() {
            CALLS.incrementAndGet();
        }
    }

    @Test
    void decode_chainOfTransformersInAMap_refusedAndNothingIsCalled() throws Exception {
        Transformer chain = new ChainedTransformer(new Transformer[] {
            new ConstantTransformer(new Target()), new InvokerTransformer("call", new Class<?>[0], new Object[0])
        });
        Map<Object, Object> map = new HashMap<>();
        map.put(new TiedMapEntry(LazyMap.decorate(new HashMap<>(), new ConstantTransformer(1)), "key"), "value");
        byte[] harmless = serialized(map);
        Map<Object, Object> armed = new HashMap<>();
        Map<?, ?> lazy = LazyMap.decorate(new HashMap<>(), chain);
        armed.put(new TiedMapEntry(lazy, "key"), "value");
        lazy.clear();
        CALLS.set(0);

        assertRefused(harmless);
        assertRefused(serialized(armed));
        assertRefused(serialized(new ArrayList<>(List.of(armed))));
        assertThat(CALLS).hasValue(0);
    }

    @Test
    void decode_entrancesOfTheJdk_refused() throws Exception {
        assertRefused(serialized(new BadAttributeValueExpException("a")));
        assertRefused(serialized(signed("a")));
        assertRefused(serialized(new HashMap<>(Map.of("key", new java.rmi.MarshalledObject<>("a")))));
    }

    /** The key of a map is asked for its hash, and a URL asks the network for it. */
    @Test
    @SuppressWarnings("URLEqualsHashCode") // that is what is tested
    void decode_mapWithAUrl_refusedUnlessAllowed() throws Exception {
        Map<Object, Object> map = new HashMap<>();
        map.put(new URL("http://127.0.0.1/"), 1);
        byte[] bytes = serialized(map);

        assertRefused(bytes);
        assertThatThrownBy(() -> Codecs.standard().encode(map))
                .isInstanceOf(NotStorableException.class)
                .hasMessageContaining("java.net.URL");
        assertThat(Codecs.withPattern("java.net.URL").decode(bytes)).isEqualTo(map);
    }

    @Test
    void decode_arrayThatClaimsToBeHuge_refusedWithoutTheMemory() throws Exception {
        byte[] bytes = serialized(new long[2]);
        int lengthAt = bytes.length - 2 * Long.BYTES - Integer.BYTES;
        bytes[lengthAt] = 0x7F;

        assertRefused(bytes);
    }

    @Test
    void decode_listThatClaimsToBeHuge_refusedWithoutTheMemory() {
        for (byte tag : new byte[] {ValueTag.ARRAY_LIST, ValueTag.HASH_MAP}) {
            assertRefused(new byte[] {tag, -1, -1, -1, -1, 7});
        }
        assertRefused(new byte[] {ValueTag.ARRAY_LIST, 1, ValueTag.LATIN1_STRING, -1, -1, -1, -1, 7});
        assertRefused(new byte[] {ValueTag.BIG_INTEGER, -1, -1, -1, -1, 7});
    }

    /** A short form holds short forms only. */
    @Test
    void decode_serializationInsideOfAShortForm_refused() throws Exception {
        byte[] inner = serialized(new BadAttributeValueExpException("a"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ValueTag.ARRAY_LIST);
        bytes.write(1);
        bytes.write(inner);

        assertRefused(bytes.toByteArray());
    }

    @Test
    void decode_listsNestedDeeperThanTheyAreWritten_refused() {
        byte[] bytes = new byte[2 * 1_000_000];
        for (int i = 0; i < bytes.length; i += 2) {
            bytes[i] = ValueTag.ARRAY_LIST;
            bytes[i + 1] = 1;
        }

        assertRefused(bytes);
    }

    private static SignedObject signed(Serializable content) throws GeneralSecurityException, IOException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        return new SignedObject(content, keys.generateKeyPair().getPrivate(), Signature.getInstance("SHA256withECDSA"));
    }

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> Codecs.standard().decode(bytes)).isInstanceOf(UnreadableAttributeException.class);
    }

    private static byte[] serialized(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ValueTag.JAVA_SERIALIZATION);
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }
}
