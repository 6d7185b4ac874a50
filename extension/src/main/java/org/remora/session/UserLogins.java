package org.remora.session;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that a user of an application is logged in with, in the order in which the owner of the user's record
 * heard of them.
 *
 * @param logins the oldest first, each session once
 */
public record UserLogins(List<UserLogin> logins) {

    /** How many logins are remembered beyond the limit, until their sessions have ended. */
    public static final int REMEMBERED_BEYOND_LIMIT = 100;

    private static final String ATTRIBUTE = "logins";
    private static final int LOGIN_BYTES = 3 * Long.BYTES;

    /** Copies the list. */
    public UserLogins {
        logins = List.copyOf(logins);
    }

    /**
     * Reads what rests in a user's record.
     *
     * @param record the record
     * @return the logins
     */
    public static UserLogins of(SessionRecord record) {
        return of(record.attributes());
    }

    /**
     * Reads the same from the record's attributes.
     *
     * @param attributes the attributes
     * @return the logins
     */
    public static UserLogins of(AttributeTable attributes) {
        List<UserLogin> logins = new ArrayList<>();
        for (int row = 0; row < attributes.rows(); row++) {
            ByteBuffer bytes = ByteBuffer.wrap(attributes.bytes(row));
            while (attributes.name(row).equals(ATTRIBUTE) && bytes.remaining() >= LOGIN_BYTES) {
                logins.add(new UserLogin(new SessionKey(bytes.getLong(), bytes.getLong()), bytes.getLong()));
            }
        }
        return new UserLogins(logins);
    }

    /**
     * A user's record after a login; of more logins than the limit and {@link #REMEMBERED_BEYOND_LIMIT} the oldest are
     * forgotten.
     *
     * @param before the record, null if there is none
     * @param application the application's name
     * @param login the login
     * @param limit how many the user may have
     * @param millis the present, milliseconds since the epoch
     * @return the new record
     */
    public static SessionRecord entered(
            @Nullable SessionRecord before, String application, UserLogin login, int limit, long millis) {
        SessionRecord known = before == null ? SessionRecord.ofUser(application, millis) : before;
        return of(known).with(login).latest(limit + REMEMBERED_BEYOND_LIMIT).in(known, millis);
    }

    /**
     * A user's record after a login was put back that may have been lost.
     *
     * @param before the record, null if there is none
     * @param application the application's name
     * @param login the login
     * @param limit how many the user may have
     * @param millis the present, milliseconds since the epoch
     * @return the new record
     */
    public static SessionRecord putBack(
            @Nullable SessionRecord before, String application, UserLogin login, int limit, long millis) {
        SessionRecord known = before == null ? SessionRecord.ofUser(application, millis) : before;
        return of(known).inOrder(login).latest(limit + REMEMBERED_BEYOND_LIMIT).in(known, millis);
    }

    /**
     * A user's record after a logout, or the end of a session.
     *
     * @param before the record
     * @param login the login, which may be an earlier one of its session; a later one stays
     * @param millis the present, milliseconds since the epoch
     * @return the new record, empty if no login is left
     */
    public static Optional<SessionRecord> left(SessionRecord before, UserLogin login, long millis) {
        UserLogins rest = of(before).without(login);
        return rest.logins.isEmpty() ? Optional.empty() : Optional.of(rest.in(before, millis));
    }

    /**
     * The logins that are too many.
     *
     * @param limit how many the user may have
     * @return the oldest ones, oldest first
     */
    public List<UserLogin> beyond(int limit) {
        return logins.subList(0, Math.max(0, logins.size() - limit));
    }

    private boolean know(UserLogin login) {
        return logins.stream()
                .anyMatch(each -> each.session().equals(login.session()) && each.version() >= login.version());
    }

    private UserLogins inOrder(UserLogin login) {
        if (know(login)) {
            return this;
        }
        List<UserLogin> all = new ArrayList<>(without(login).logins);
        int place = 0;
        while (place < all.size() && all.get(place).version() <= login.version()) {
            place++;
        }
        all.add(place, login);
        return new UserLogins(all);
    }

    private UserLogins with(UserLogin login) {
        return know(login)
                ? this
                : new UserLogins(Stream.concat(without(login).logins.stream(), Stream.of(login))
                        .toList());
    }

    private UserLogins without(UserLogin login) {
        return new UserLogins(logins.stream()
                .filter(each -> !each.session().equals(login.session()) || each.version() > login.version())
                .toList());
    }

    private UserLogins latest(int most) {
        return new UserLogins(logins.subList(Math.max(0, logins.size() - most), logins.size()));
    }

    private SessionRecord in(SessionRecord known, long millis) {
        ByteBuffer bytes = ByteBuffer.allocate(logins.size() * LOGIN_BYTES);
        for (UserLogin login : logins) {
            bytes.putLong(login.session().high()).putLong(login.session().low()).putLong(login.version());
        }
        SessionDelta delta = new SessionDelta(
                known.version(),
                millis,
                millis,
                OptionalInt.empty(),
                Optional.empty(),
                List.of(new AttributeChange.Written(ATTRIBUTE, bytes.array())));
        return known.with(delta, known.versionAfter(delta));
    }
}
