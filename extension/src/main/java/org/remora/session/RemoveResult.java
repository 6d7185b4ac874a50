package org.remora.session;

/** What became of a removal. */
public sealed interface RemoveResult permits RemoveResult.Removed, Absent, Unavailable {

    /** The record was there and is no more. */
    record Removed() implements RemoveResult {}
}
