package org.remora.session.codec;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Knows the classes whose objects cannot change in place, so that reading one is no reason to compare it: values of the
 * JDK, enums, {@code java.time}, records of such, classes with an annotation named {@code Immutable}, and those that
 * the settings name.
 */
public final class ImmutableTypes {

    private static final int MAX_NESTING = 4;
    private static final String PACKAGE = ".*";
    private static final String PACKAGE_TREE = ".**";

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

    private final List<String> named;

    private final ClassValue<Boolean> known = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return examine(type, 0);
        }
    };

    /**
     * Makes the types of one application.
     *
     * @param named names of further classes, or of packages, which end in {@code .*}, or in {@code .**} if those below
     *     them are meant, too
     */
    public ImmutableTypes(List<String> named) {
        this.named = List.copyOf(named);
    }

    /**
     * Whether objects of a class stay as they are.
     *
     * @param type the class of a value
     * @return whether it is known to be immutable
     */
    public boolean contains(Class<?> type) {
        return known.get(type);
    }

    private boolean examine(Class<?> type, int depth) {
        if (type.isPrimitive() || VALUES.contains(type) || Enum.class.isAssignableFrom(type) || isNamed(type)) {
            return true;
        }
        if (type.getPackageName().startsWith("java.time")) {
            return !type.isInterface();
        }
        return type.isRecord() ? hasImmutableComponents(type, depth) : isAnnotatedImmutable(type);
    }

    private boolean isNamed(Class<?> type) {
        return !type.isArray() && named.stream().anyMatch(pattern -> matches(pattern, type));
    }

    private static boolean matches(String pattern, Class<?> type) {
        if (pattern.endsWith(PACKAGE_TREE)) {
            return type.getName().startsWith(pattern.substring(0, pattern.length() - PACKAGE.length()));
        }
        return pattern.endsWith(PACKAGE)
                ? type.getPackageName().equals(pattern.substring(0, pattern.length() - PACKAGE.length()))
                : type.getName().equals(pattern);
    }

    private boolean hasImmutableComponents(Class<?> type, int depth) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (depth == MAX_NESTING || !examine(component.getType(), depth + 1)) {
                return isAnnotatedImmutable(type);
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
