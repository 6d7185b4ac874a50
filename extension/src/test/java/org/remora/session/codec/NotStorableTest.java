package org.remora.session.codec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What cannot be stored is refused with its class and the way to the culprit. */
class NotStorableTest {

    private static final String CULPRIT = Culprit.class.getName();

    private static final class Culprit {}

    @SuppressWarnings("UnusedVariable") // read by nobody but the serialization
    private static class Box implements Serializable {

        private static final long serialVersionUID = 1L;

        final @Nullable Object content;
        final transient Culprit ignored = new Culprit();

        Box(@Nullable Object content) {
            this.content = content;
        }
    }

    private static final class SpecialBox extends Box {

        private static final long serialVersionUID = 1L;

        SpecialBox(Object content) {
            super(content);
        }
    }

    private static final class Failing implements Serializable {

        private static final long serialVersionUID = 1L;

        private void writeObject(ObjectOutputStream out) throws IOException {
            throw new IllegalStateException("out of paper");
        }
    }

    @SuppressWarnings("UnusedVariable") // read by nobody but the serialization
    private static final class Chain implements Serializable {

        private static final long serialVersionUID = 1L;

        final @Nullable Chain next;

        Chain(@Nullable Chain next) {
            this.next = next;
        }
    }

    @Test
    void encode_classThatIsNotSerializable_namesIt() {
        assertRefused(new Culprit(), "Class " + CULPRIT + " is not serializable");
    }

    @Test
    void encode_culpritInAField_namesTheField() {
        assertRefused(
                new Box(new Culprit()),
                "Class " + Box.class.getName() + " is not serializable because of content of class " + CULPRIT);
    }

    @Test
    void encode_culpritInAFieldOfAFieldOfASuperclass_namesTheWay() {
        assertRefused(new SpecialBox(new Box(new Culprit())), "content.content of class " + CULPRIT);
    }

    @Test
    void encode_culpritInAListInAField_namesThePlace() {
        assertRefused(new Box(new ArrayList<>(List.of("a", new Culprit()))), "content[1] of class " + CULPRIT);
    }

    @Test
    void encode_culpritInAListItself_namesThePlace() {
        assertRefused(new ArrayList<>(List.of("a", "b", new Culprit())), "[2] of class " + CULPRIT);
    }

    @Test
    void encode_culpritInAMap_namesKeyOrValue() {
        assertRefused(new HashMap<>(Map.of("a", new Culprit())), "[value] of class " + CULPRIT);
        assertRefused(new HashMap<>(Map.of(new Culprit(), "a")), "[key] of class " + CULPRIT);
    }

    @Test
    void encode_culpritInAnArray_namesThePlace() {
        assertRefused(
                new Box(new Object[] {"a", new Object[] {1, new Culprit()}}), "content[1][1] of class " + CULPRIT);
    }

    @Test
    void encode_nullsOnTheWay_areNotTheCulprits() {
        assertRefused(Arrays.asList(null, new Box(null), new Culprit()), "[2] of class " + CULPRIT);
    }

    @Test
    void encode_optionalInAField_namesIt() {
        assertRefused(new Box(Optional.of("a")), "content of class java.util.Optional");
    }

    @Test
    void encode_circleWithACulprit_namesTheWay() {
        List<Object> list = new ArrayList<>();
        list.add(new Box(list));
        list.add(new Culprit());

        assertRefused(list, "[1] of class " + CULPRIT);
    }

    @Test
    void encode_writeObjectThatThrows_namesClassAndReason() {
        assertRefused(new Failing(), "Class " + Failing.class.getName() + " cannot be serialized", "out of paper");
    }

    @Test
    void encode_deeperThanTheStack_refused() {
        Chain chain = new Chain(null);
        for (int i = 0; i < 100_000; i++) {
            chain = new Chain(chain);
        }

        assertRefused(chain, Chain.class.getName());
    }

    /** Or the value would be lost with the node that set it. */
    @Test
    void encode_classThatTheFilterRefusesToRead_refused() {
        assertRefused(new Box(new java.awt.Point(1, 2)), "java.awt.Point");
    }

    private static void assertRefused(Object value, String... inMessage) {
        assertThatThrownBy(() -> Codecs.standard().encode(value))
                .isInstanceOf(NotStorableException.class)
                .hasMessageContainingAll(inMessage);
    }
}
