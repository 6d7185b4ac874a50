package org.remora.management;

/** A session, without what it holds. */
public interface SessionRow {

    /**
     * The hash that it goes by.
     *
     * @return 32 hexadecimal digits
     */
    String getId();

    /**
     * Whose session it is.
     *
     * @return the application's name
     */
    String getApplication();

    /**
     * Who has logged in with it.
     *
     * @return the user's name; empty if nobody has
     */
    String getLogin();

    /**
     * Where it rests.
     *
     * @return the name of the owner's node; empty if it is not known
     */
    String getNode();

    /**
     * When it was made.
     *
     * @return milliseconds since the epoch
     */
    long getCreatedMillis();

    /**
     * When it was last used, as far as its owner has heard.
     *
     * @return milliseconds since the epoch
     */
    long getAccessedMillis();

    /**
     * After how long without use it ends.
     *
     * @return seconds; 0 or less means never
     */
    int getTimeoutSeconds();

    /**
     * How many attributes the application has in it.
     *
     * @return the number
     */
    int getAttributes();

    /**
     * How much they take where they rest.
     *
     * @return bytes
     */
    long getBytes();
}
