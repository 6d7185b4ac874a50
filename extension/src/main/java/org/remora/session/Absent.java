package org.remora.session;

/** There is no such session: never made, timed out, invalidated, or its id was changed. */
public record Absent() implements LookResult, CreateResult, CommitResult, RemoveResult, RestoreResult {}
