package org.remora.session.jcache;

import com.hazelcast.cache.BackupAwareEntryProcessor;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.util.UUID;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/**
 * One step on one session, run on the partition's thread of the owner.
 *
 * <p>An {@link Answer} says whether the step changed something; then {@link #createBackupEntryProcessor} tells what the
 * backups have to do to get there as well. Processors read no clock.
 */
abstract class SessionProcessor
        implements BackupAwareEntryProcessor<UUID, StoredSession, Answer>, IdentifiedDataSerializable {

    @Override
    public final Answer process(MutableEntry<UUID, StoredSession> entry, Object... arguments) {
        return step(entry, entry.exists() ? entry.getValue() : null);
    }

    abstract Answer step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored);

    /** What the backups have to do after a step that changed something. */
    @Override
    public abstract BackupProcessor createBackupEntryProcessor();

    /** Whether the asker has seen the session in the grid, so that only its end or a loss can have made it absent. */
    boolean isOfKnownSession() {
        return false;
    }

    /**
     * How a backup that has the change is known.
     *
     * @param answer what the owner has answered
     * @return by default any version that is not older than the answer's
     */
    BackupProof.Change change(Answer answer) {
        return version -> version >= answer.version();
    }

    @Override
    public final int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }
}
