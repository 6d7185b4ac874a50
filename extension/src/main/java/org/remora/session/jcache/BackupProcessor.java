package org.remora.session.jcache;

import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.util.UUID;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a backup does after the owner.
 *
 * <p>A backup may have been synchronised meanwhile, so that it has the change already, or not yet have the record at
 * all. So each step applies only to an older version, and leaves an absent record absent.
 */
abstract class BackupProcessor implements EntryProcessor<UUID, StoredSession, Answer>, IdentifiedDataSerializable {

    @Override
    public final Answer process(MutableEntry<UUID, StoredSession> entry, Object... arguments) {
        step(entry, entry.exists() ? entry.getValue() : null);
        return Answer.ABSENT;
    }

    abstract void step(MutableEntry<UUID, StoredSession> entry, @Nullable StoredSession stored);

    @Override
    public final int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }
}
