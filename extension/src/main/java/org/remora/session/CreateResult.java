package org.remora.session;

/** What became of a new record. */
public sealed interface CreateResult permits CreateResult.Created, CreateResult.Taken, Unavailable {

    /**
     * The record is stored.
     *
     * @param version its version
     */
    record Created(long version) implements CreateResult {}

    /** There is a record with this key, of a session that was made at another time; it stays as it was. */
    record Taken() implements CreateResult {}
}
