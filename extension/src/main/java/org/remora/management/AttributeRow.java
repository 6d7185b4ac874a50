package org.remora.management;

/** An attribute of a session. */
public interface AttributeRow {

    /**
     * What the application calls it.
     *
     * @return its name
     */
    String getName();

    /**
     * How much it takes where it rests.
     *
     * @return bytes
     */
    int getBytes();

    /**
     * Its value as text, cut after 500 characters.
     *
     * @return the text; empty if it was not asked for, or is not shown
     */
    String getValue();
}
