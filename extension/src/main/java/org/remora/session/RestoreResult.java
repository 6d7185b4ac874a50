package org.remora.session;

/** What became of a session that was to be put back; {@link Absent} if it has ended. */
public sealed interface RestoreResult permits RestoreResult.PutBack, RestoreResult.Present, Absent, Unavailable {

    /**
     * It was lost and is there again, as the caller knows it.
     *
     * @param version its version
     */
    record PutBack(long version) implements RestoreResult {}

    /**
     * It is there, with what the caller knows.
     *
     * @param news what the caller does not know
     */
    record Present(SessionChanges news) implements RestoreResult {}
}
