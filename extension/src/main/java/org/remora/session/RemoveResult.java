package org.remora.session;

/** What became of a removal. */
public sealed interface RemoveResult permits RemoveResult.Removed, Absent, Unavailable {

    /**
     * The record was there and is no more. Of all callers that ask for it, exactly one gets this.
     *
     * @param last what changed since the version that the caller had
     */
    record Removed(SessionChanges last) implements RemoveResult {}
}
