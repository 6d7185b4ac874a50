package org.remora.cli.server;

/**
 * An argument of an operation.
 *
 * @param type the class, by the name that JMX has for it
 * @param value the value
 */
record Argument(String type, Object value) {

    static Argument of(Object value) {
        if (value instanceof Long) {
            return new Argument("long", value);
        }
        if (value instanceof Integer) {
            return new Argument("int", value);
        }
        return value instanceof Boolean ? new Argument("boolean", value) : new Argument(String.class.getName(), value);
    }
}
