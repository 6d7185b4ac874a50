package org.remora.session.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that lacks what is called here is refused when the first application is deployed, by the name of it. */
class ServerMethodTest {

    @Test
    void unknownClass_isRefusedByName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ServerMethod.type("org.apache.catalina.Moved"))
                .withMessageContaining("org.apache.catalina.Moved")
                .withMessageContaining("install the version of Remora that belongs to the server");
    }

    @Test
    void unknownMethod_isRefusedByName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ServerMethod.of(List.class, "sizes"))
                .withMessageContaining("java.util.List.sizes");
    }

    @Test
    void unknownConstructor_isRefusedByName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ServerMethod.constructor(String.class, List.class))
                .withMessageContaining("java.lang.String");
    }

    @Test
    void call_givesResultAndNull() {
        ServerMethod set = ServerMethod.of(List.class, "set", int.class, Object.class);
        List<String> list = new ArrayList<>(List.of("a"));

        assertThat(set.call(list, 0, null)).isEqualTo("a");
        assertThat(set.call(list, 0, null)).isNull();
        assertThatIllegalStateException().isThrownBy(() -> set.value(list, 0, "b"));
    }

    @Test
    void call_ofVariableArguments_takesThemAsTheArrayThatTheyAre() {
        ServerMethod format = ServerMethod.of(String.class, "format", String.class, Object[].class);

        assertThat(format.call("%s and %s", new Object[] {"a", "b"})).isEqualTo("a and b");
    }

    @Test
    void call_thatFails_failsAsTheMethodDoes() {
        ServerMethod get = ServerMethod.of(List.class, "get", int.class);

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> get.call(List.of(), 7));
    }

    @Test
    void server_withoutItsClasses_isNoServer() {
        assertThatIllegalStateException().isThrownBy(PayaraLogins::new).withMessageContaining("J2EEInstanceListener");
    }

    @Test
    void compiledCalls_callWhatTheyName() {
        List<Object> heard = new ArrayList<>();
        Object listener = ServerCall.listener(TextListener.class, "text", String.class, heard::add);

        ServerCall.caller(TextListener.class, "text", String.class).accept(listener, "a");

        assertThat(heard).containsExactly("a");
        assertThat(ServerCall.getter(List.class, "size").apply(heard)).isEqualTo(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> ServerCall.getter(List.class, "sizes"))
                .withMessageContaining("java.util.List.sizes");
    }

    /** As a server has them. */
    public interface TextListener {
        /** Hears a text. */
        void text(String text);
    }
}
