package org.remora.session.codec;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Knows the classes whose objects cannot change in place, so that reading one is no reason to compare it: values of the
 * JDK, enums, {@code java.time}, records of such, and classes with an annotation named {@code Immutable}.
 */
public final class ImmutableTypes {

    private static final int MAX_NESTING = 4;

    private static final Set<Class<?>> VALUES = Set.of(
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
            Currency.class);

    private static final ClassValue<Boolean> KNOWN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return examine(type, 0);
        }
    };

    private ImmutableTypes() {}

    /**
     * Whether objects of a class stay as they are.
     *
     * @param type the class of a value
     * @return whether it is known to be immutable
     */
    public static boolean contains(Class<?> type) {
        return KNOWN.get(type);
    }

    private static boolean examine(Class<?> type, int depth) {
        if (type.isPrimitive() || VALUES.contains(type) || Enum.class.isAssignableFrom(type)) {
            return true;
        }
        if (type.getPackageName().startsWith("java.time")) {
            return !type.isInterface();
        }
        return type.isRecord() ? hasImmutableComponents(type, depth) : isAnnotatedImmutable(type);
    }

    private static boolean hasImmutableComponents(Class<?> type, int depth) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (depth == MAX_NESTING || !examine(component.getType(), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAnnotatedImmutable(Class<?> type) {
        for (Annotation annotation : type.getAnnotations()) {
            if (annotation.annotationType().getSimpleName().equals("Immutable")) {
                return true;
            }
        }
        return false;
    }
}
