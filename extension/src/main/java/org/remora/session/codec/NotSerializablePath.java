package org.remora.session.codec;

import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the way from a value to the first object in it that is not serializable, for the message of an error. */
final class NotSerializablePath {

    private static final int MAX_DEPTH = 50;

    private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());

    private NotSerializablePath() {}

    static String describe(Object value, Throwable failure) {
        String type = value.getClass().getName();
        return searched(value)
                .map(path -> path.startsWith(" ")
                        ? "Class " + type + " is not serializable"
                        : "Class " + type + " is not serializable because of " + path)
                .orElseGet(() -> "Class " + type + " cannot be serialized: " + failure);
    }

    private static Optional<String> searched(Object value) {
        try {
            return new NotSerializablePath().find(value, "", 0);
        } catch (RuntimeException e) {
            // A collection of the application does not like to be looked through; the failure is told all the same.
            return Optional.empty();
        }
    }

    private Optional<String> find(Object value, String path, int depth) {
        if (!(value instanceof Serializable)) {
            return Optional.of(path + " of class " + value.getClass().getName());
        }
        if (depth > MAX_DEPTH || !visited.add(value)) {
            return Optional.empty();
        }
        if (value instanceof Object[] array) {
            return findInArray(array, path, depth);
        }
        if (value instanceof Map<?, ?> map) {
            return findInMap(map, path, depth);
        }
        if (value instanceof Collection<?> collection) {
            return findInArray(collection.toArray(), path, depth);
        }
        return findInFields(value, path, depth);
    }

    private Optional<String> findInArray(Object[] elements, String path, int depth) {
        for (int i = 0; i < elements.length; i++) {
            Optional<String> found = findIn(elements[i], path + "[" + i + "]", depth);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> findInMap(Map<?, ?> map, String path, int depth) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Optional<String> found = findIn(entry.getKey(), path + "[key]", depth)
                    .or(() -> findIn(entry.getValue(), path + "[value]", depth));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> findInFields(Object value, String path, int depth) {
        for (Class<?> type = value.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Optional<String> found = findInField(field, value, path, depth);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> findInField(Field field, Object owner, String path, int depth) {
        int modifiers = field.getModifiers();
        if (Modifier.isStatic(modifiers)
                || Modifier.isTransient(modifiers)
                || field.getType().isPrimitive()) {
            return Optional.empty();
        }
        try {
            field.setAccessible(true);
            return findIn(field.get(owner), path.isEmpty() ? field.getName() : path + "." + field.getName(), depth);
        } catch (IllegalAccessException | InaccessibleObjectException closed) {
            return Optional.empty(); // a closed module: the message goes without the path
        }
    }

    private Optional<String> findIn(@Nullable Object value, String path, int depth) {
        return value == null ? Optional.empty() : find(value, path, depth + 1);
    }
}
