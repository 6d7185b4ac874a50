package org.remora.session;

import java.util.Optional;

/** What became of a delta. */
public sealed interface CommitResult permits CommitResult.Committed, CommitResult.Outdated, Absent, Unavailable {

    /**
     * The owner and the synchronous backups have it.
     *
     * @param version the record's version now
     * @param others what other nodes wrote between the delta's base and the delta, without the names in the delta
     */
    record Committed(long version, Optional<SessionChanges> others) implements CommitResult {}

    /**
     * Others have changed a guarded attribute; nothing of the delta was applied.
     *
     * @param others what others wrote since the delta's base, the guarded names among it
     */
    record Outdated(SessionChanges others) implements CommitResult {}
}
