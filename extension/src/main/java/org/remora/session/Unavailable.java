package org.remora.session;

/**
 * The grid did not answer in time. Nothing is known: the session may be there, and a change may have been made.
 *
 * @param reason what happened, without ids or values
 */
public record Unavailable(String reason)
        implements LookResult, CreateResult, CommitResult, RemoveResult, RestoreResult, LoginResult {}
