package org.remora.session.codec;

/** The first byte of an encoded value. A tag's form never changes; a new form gets a new tag. */
final class ValueTag {

    static final byte JAVA_SERIALIZATION = 0;
    static final byte LATIN1_STRING = 1;
    static final byte UTF16_STRING = 2;
    static final byte INTEGER = 3;
    static final byte LONG = 4;
    static final byte DOUBLE = 5;
    static final byte TRUE = 6;
    static final byte FALSE = 7;
    static final byte BYTE_ARRAY = 8;

    private ValueTag() {}
}
