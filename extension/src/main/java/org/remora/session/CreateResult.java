package org.remora.session;

/** What became of a new record; {@link Absent} if an earlier try got through and the session has ended since. */
public sealed interface CreateResult permits CreateResult.Created, CreateResult.Taken, Absent, Unavailable {

    /**
     * The record is stored.
     *
     * @param version its version
     */
    record Created(long version) implements CreateResult {}

    /** There is a record with this key, of a session that was made at another time; it stays as it was. */
    record Taken() implements CreateResult {}
}
