package org.remora.session;

/**
 * A session as it is listed: nothing of what it holds.
 *
 * @param id its record's key, as {@link SessionKeyText} has it
 * @param application the application's name
 * @param login the name of the user who has logged in; empty if nobody has, or it cannot be read
 * @param node the name of the node that it rests on; empty where that is not known yet
 * @param createdMillis when it was made, milliseconds since the epoch
 * @param accessedMillis when it was last used, as far as its owner has heard
 * @param maxInactiveSeconds its timeout; 0 or less means never
 * @param attributes how many attributes the application has in it
 * @param bytes how much they take, as they rest in the grid
 */
public record SessionSummary(
        String id,
        String application,
        String login,
        String node,
        long createdMillis,
        long accessedMillis,
        int maxInactiveSeconds,
        int attributes,
        long bytes) {

    private static final String OWN = "org.remora.";

    /**
     * The summary of a record.
     *
     * @param key the record's key
     * @param stored the record
     * @param login the name of its user
     * @return the summary, of no node yet
     */
    public static SessionSummary of(SessionKey key, SessionRecord stored, String login) {
        int attributes = 0;
        long bytes = 0;
        AttributeTable table = stored.attributes();
        for (int row = 0; row < table.rows(); row++) {
            if (isApplications(table.name(row)) && table.bytes(row).length > 0) {
                attributes++;
                bytes += table.bytes(row).length;
            }
        }
        return new SessionSummary(
                SessionKeyText.of(key),
                stored.application(),
                login,
                "",
                stored.createdMillis(),
                stored.accessedMillis(),
                stored.maxInactiveSeconds(),
                attributes,
                bytes);
    }

    /**
     * Whether an attribute is one of the application's, and not of this library.
     *
     * @param name the attribute's name
     * @return false for those that applications do not see
     */
    public static boolean isApplications(String name) {
        return !name.startsWith(OWN);
    }

    /**
     * The same session, now that it is known where it rests.
     *
     * @param name the node's name
     * @return the summary
     */
    public SessionSummary on(String name) {
        return new SessionSummary(
                id, application, login, name, createdMillis, accessedMillis, maxInactiveSeconds, attributes, bytes);
    }
}
