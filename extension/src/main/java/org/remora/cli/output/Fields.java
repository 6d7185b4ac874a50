package org.remora.cli.output;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named values: what a server has said, and what {@code --json} prints.
 *
 * <p>Values are texts, numbers, booleans, null, other fields, and lists of these. A name that is missing reads as
 * nothing, so that this command line understands servers of other versions.
 */
public final class Fields {

    private final Map<String, @Nullable Object> values;

    private Fields(Map<String, @Nullable Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Fields of some values.
     *
     * @param values by name, in the order to print them
     * @return the fields
     */
    public static Fields of(Map<String, @Nullable Object> values) {
        return new Fields(values);
    }

    /**
     * These fields and one more, the last.
     *
     * @param name its name
     * @param value its value
     * @return other fields
     */
    public Fields with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Fields(more);
    }

    /**
     * No fields, to begin with.
     *
     * @return fields without any
     */
    public static Fields none() {
        return new Fields(Map.of());
    }

    /**
     * All of them.
     *
     * @return values by name, in order; cannot be changed
     */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    /**
     * A value as text.
     *
     * @param name the field's name
     * @return the text; empty if there is none
     */
    public String text(String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString();
    }

    /**
     * A number.
     *
     * @param name the field's name
     * @return the number; 0 if there is none
     */
    public long number(String name) {
        return values.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /**
     * A yes or no.
     *
     * @param name the field's name
     * @return whether it is true
     */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /**
     * Fields within these.
     *
     * @param name the field's name
     * @return what it has; none if it is missing
     */
    public Fields fields(String name) {
        return values.get(name) instanceof Fields within ? within : none();
    }

    /**
     * A list of fields within these.
     *
     * @param name the field's name
     * @return one for each row; none if it is missing
     */
    public List<Fields> rows(String name) {
        return rowsOf(values.get(name));
    }

    /**
     * A list of fields.
     *
     * @param value anything that a field may have
     * @return the fields in it if it is a list, in order
     */
    public static List<Fields> rowsOf(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(Fields.class::isInstance)
                        .map(Fields.class::cast)
                        .toList()
                : List.of();
    }

    @Override
    public String toString() {
        return Json.of(this);
    }
}
