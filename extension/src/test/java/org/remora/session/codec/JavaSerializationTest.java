package org.remora.session.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Values of applications, whose classes only their own loader knows. */
class JavaSerializationTest {

    /** A service of an application. */
    interface Greeting {
        String greet();
    }

    private static final class Answering implements InvocationHandler, Serializable {

        private static final long serialVersionUID = 1L;

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            return "hello";
        }
    }

    private static final class Hostile implements Serializable {

        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream in) {
            throw new IllegalStateException("no");
        }
    }

    private static final class OutOfStack implements Serializable {

        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream in) {
            throw new StackOverflowError();
        }
    }

    @Test
    void decode_classOfAnApplication_isItsLoadersClass() throws Exception {
        ApplicationLoader loader = new ApplicationLoader(Article.class);
        byte[] stored = Codecs.standard().encode(List.of(new Article("fish")));

        Object read = ((List<?>) Codecs.of(loader).decode(stored)).get(0);

        assertThat(read.getClass()).isNotSameAs(Article.class);
        assertThat(read.getClass().getClassLoader()).isSameAs(loader);
        assertThat(read).hasToString(new Article("fish").toString());
        assertThat(Codecs.of(loader).encode(List.of(read))).isEqualTo(stored);
    }

    @Test
    void decode_arrayOfAnApplicationsClass_isItsLoadersClass() throws Exception {
        ApplicationLoader loader = new ApplicationLoader(Article.class);

        Object read = Codecs.of(loader).decode(Codecs.standard().encode(new Article[] {new Article("fish")}));

        assertThat(read.getClass().getComponentType().getClassLoader()).isSameAs(loader);
    }

    @Test
    void decode_primitiveClassesAndArrays_areTheJdks() throws Exception {
        assertThat(Codecs.standard().decode(Codecs.standard().encode(int.class)))
                .isEqualTo(int.class);
        assertThat(Codecs.standard().decode(Codecs.standard().encode(new long[] {1, 2})))
                .isEqualTo(new long[] {1, 2});
    }

    @Test
    void decode_proxyOfAnApplication_works() throws Exception {
        Object proxy =
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Greeting.class}, new Answering());

        Object read = Codecs.standard().decode(Codecs.standard().encode(proxy));

        assertThat(((Greeting) read).greet()).isEqualTo("hello");
    }

    @Test
    void decode_serializableLambda_works() throws Exception {
        String captured = "hello";
        Supplier<String> supplier = (Supplier<String> & Serializable) () -> captured;

        Object read = Codecs.standard().decode(Codecs.standard().encode(supplier));

        assertThat(((Supplier<?>) read).get()).isEqualTo("hello");
    }

    @Test
    void decode_sharedAndCircularReferences_stayShared() throws Exception {
        List<Object> list = new ArrayList<>();
        List<Object> inner = new ArrayList<>(List.of(list));
        list.add(inner);
        list.add(inner);

        List<?> read = (List<?>) Codecs.standard().decode(Codecs.standard().encode(list));

        assertThat(read.get(0)).isSameAs(read.get(1));
        assertThat(((List<?>) read.get(0)).get(0)).isSameAs(read);
    }

    /** The extension has the class, and the application has not. */
    @Test
    void decode_classThatTheApplicationDoesNotHave_unreadableWithItsName() throws Exception {
        byte[] stored = Codecs.standard().encode(new Article("fish"));
        ClassLoader without = new ClassLoader(ClassLoader.getPlatformClassLoader()) {};

        assertThatThrownBy(() -> Codecs.of(without).decode(stored))
                .isInstanceOf(UnreadableAttributeException.class)
                .hasMessageContaining(Article.class.getName());
    }

    @Test
    void decode_classThatChanged_unreadableWithItsName() throws Exception {
        byte[] stored = Codecs.standard().encode(new Hostile());
        byte[] name = Hostile.class.getName().getBytes(US_ASCII);
        int versionAt = indexOf(stored, name) + name.length;
        stored[versionAt + Long.BYTES - 1] = 2;

        assertThatThrownBy(() -> Codecs.standard().decode(stored))
                .isInstanceOf(UnreadableAttributeException.class)
                .hasMessageContaining(Hostile.class.getName());
    }

    @Test
    void decode_readObjectThatThrows_unreadable() throws Exception {
        byte[] stored = Codecs.standard().encode(new Hostile());

        assertThatThrownBy(() -> Codecs.standard().decode(stored)).isInstanceOf(UnreadableAttributeException.class);
    }

    @Test
    void decode_readObjectThatRunsOutOfStack_unreadable() throws Exception {
        byte[] stored = Codecs.standard().encode(new OutOfStack());

        assertThatThrownBy(() -> Codecs.standard().decode(stored)).isInstanceOf(UnreadableAttributeException.class);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        int at = 0;
        while (!Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
            at++;
        }
        return at;
    }
}
