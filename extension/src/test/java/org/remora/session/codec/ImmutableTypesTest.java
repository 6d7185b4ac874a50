package org.remora.session.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImmutableTypesTest {

    private static final ImmutableTypes TYPES = new ImmutableTypes(List.of());

    @Retention(RetentionPolicy.RUNTIME)
    private @interface Immutable {}

    @Immutable
    private static final class Annotated {}

    private static class NotAnnotated {}

    private enum Plain {
        ONE
    }

    private enum WithBody {
        ONE {
            @Override
            public String toString() {
                return "one";
            }
        }
    }

    private record OfValues(String name, int count, TimeUnit unit, LocalDate day, OfNothing nothing) {}

    private record OfNothing() {}

    private record OfList(String name, List<String> items) {}

    @SuppressWarnings("ArrayRecordComponent") // that is what is tested
    private record OfArray(byte[] bytes) {}

    private record OfInterface(Serializable any) {}

    private record OfTemporal(Temporal any) {}

    private record NestedMutable(OfValues values, OfArray array) {}

    private record Recursive(String name, Recursive next) {}

    private record OfAnnotated(Annotated value) {}

    private record OfNotAnnotated(NotAnnotated value) {}

    @ParameterizedTest
    @ValueSource(
            classes = {
                String.class,
                Boolean.class,
                Character.class,
                Byte.class,
                Short.class,
                Integer.class,
                Long.class,
                Float.class,
                Double.class,
                BigInteger.class,
                BigDecimal.class,
                UUID.class,
                URI.class,
                Locale.class,
                Currency.class,
                Instant.class,
                LocalDate.class,
                ZoneId.class,
                DateTimeFormatter.class,
                TimeUnit.class,
                Plain.class,
                WithBody.class,
                OfNothing.class,
                OfValues.class,
                Annotated.class,
                OfAnnotated.class
            })
    void contains_typeThatCannotChange_true(Class<?> type) {
        assertThat(TYPES.contains(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Object.class,
                Number.class,
                Serializable.class,
                Temporal.class,
                Date.class,
                StringBuilder.class,
                AtomicLong.class,
                ArrayList.class,
                byte[].class,
                String[].class,
                NotAnnotated.class,
                OfList.class,
                OfArray.class,
                OfInterface.class,
                OfTemporal.class,
                NestedMutable.class,
                Recursive.class
            })
    void contains_typeThatMayChange_false(Class<?> type) {
        assertThat(TYPES.contains(type)).isFalse();
    }

    @Test
    @SuppressWarnings("GetClassOnEnum") // what is asked about the value of an attribute
    void contains_classesOfObjectsInSessions_asOfTheirTypes() {
        assertThat(TYPES.contains(WithBody.ONE.getClass())).isTrue();
        assertThat(TYPES.contains(ZoneId.of("Europe/Berlin").getClass())).isTrue();
        assertThat(TYPES.contains(Clock.systemUTC().getClass())).isTrue();
        assertThat(TYPES.contains(List.of("a").getClass())).isFalse();
        assertThat(TYPES.contains(
                        new BigDecimal("1") {
                            private static final long serialVersionUID = 1L;
                        }.getClass()))
                .isFalse();
    }

    @Test
    void contains_classNamedInTheSettings_true() {
        ImmutableTypes types = new ImmutableTypes(List.of(NotAnnotated.class.getName()));

        assertThat(types.contains(NotAnnotated.class)).isTrue();
        assertThat(types.contains(OfNotAnnotated.class)).isTrue();
        assertThat(types.contains(NotAnnotated[].class)).isFalse();
        assertThat(types.contains(ArrayList.class)).isFalse();
    }

    @Test
    void contains_classOfANamedPackage_true() {
        ImmutableTypes types = new ImmutableTypes(List.of("org.remora.session.*", "java.util.concurrent.**"));

        assertThat(types.contains(org.remora.session.SessionSamples.class)).isTrue();
        assertThat(types.contains(NotAnnotated.class)).as("of a package below").isFalse();
        assertThat(types.contains(AtomicLong.class)).as("of a package below").isTrue();
        assertThat(types.contains(java.util.concurrent.Semaphore.class)).isTrue();
        assertThat(types.contains(ArrayList.class)).isFalse();
    }
}
