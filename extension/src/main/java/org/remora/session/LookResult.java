package org.remora.session;

/** The answer to a {@link SessionLook}. */
public sealed interface LookResult permits LookResult.Found, Absent, Unavailable {

    /**
     * The session is there.
     *
     * @param changes what is new
     */
    record Found(SessionChanges changes) implements LookResult {}
}
