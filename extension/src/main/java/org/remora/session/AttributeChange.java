package org.remora.session;

/**
 * One attribute that a commit changes.
 *
 * <p>The bytes are shared, not copied: nobody writes to them once they are here.
 */
public sealed interface AttributeChange {

    /**
     * The attribute's name.
     *
     * @return the name
     */
    String name();

    /**
     * The attribute has a new value.
     *
     * @param name the attribute's name
     * @param bytes the encoded value, at least one byte
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied never
    record Written(String name, byte[] bytes) implements AttributeChange {

        /** Checks that there is a value. */
        public Written {
            if (bytes.length == 0) {
                throw new IllegalArgumentException("The attribute '" + name + "' has no bytes");
            }
        }
    }

    /**
     * The attribute is gone.
     *
     * @param name the attribute's name
     */
    record Removed(String name) implements AttributeChange {}
}
