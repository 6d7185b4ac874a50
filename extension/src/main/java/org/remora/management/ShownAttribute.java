package org.remora.management;

/** An attribute, with its value if that is shown. */
record ShownAttribute(String name, int bytes, String value) implements AttributeRow {

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getBytes() {
        return bytes;
    }

    @Override
    public String getValue() {
        return value;
    }
}
