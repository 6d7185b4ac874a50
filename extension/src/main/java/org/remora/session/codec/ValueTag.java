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
    static final byte NULL = 9;
    static final byte CHARACTER = 10;
    static final byte BYTE = 11;
    static final byte SHORT = 12;
    static final byte FLOAT = 13;
    static final byte BIG_INTEGER = 14;
    static final byte BIG_DECIMAL = 15;
    static final byte UUID = 16;
    static final byte INSTANT = 17;
    static final byte DURATION = 18;
    static final byte LOCAL_DATE = 19;
    static final byte LOCAL_TIME = 20;
    static final byte LOCAL_DATE_TIME = 21;
    static final byte ARRAY_LIST = 22;
    static final byte HASH_MAP = 23;
    static final byte APPLICATION_CODEC = 24;
    static final byte SEALED = StandardCodec.SEALED;

    private ValueTag() {}
}
