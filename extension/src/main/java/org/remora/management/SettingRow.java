package org.remora.management;

/** A setting as it counts. */
public interface SettingRow {

    /**
     * The key.
     *
     * @return its name
     */
    String getKey();

    /**
     * Who has set it for itself.
     *
     * @return the application's name; empty for the server
     */
    String getApplication();

    /**
     * What counts.
     *
     * @return the value; masked if it is a secret; empty if nothing is set
     */
    String getValue();

    /**
     * Where it is written.
     *
     * @return what MicroProfile Config calls the place; {@code default} if nowhere
     */
    String getSource();

    /**
     * What counts if it is written nowhere.
     *
     * @return the default; empty if there is none
     */
    String getDefaultValue();

    /**
     * What it does.
     *
     * @return a sentence
     */
    String getMeaning();
}
