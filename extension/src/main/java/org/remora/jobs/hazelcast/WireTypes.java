package org.remora.jobs.hazelcast;

import com.hazelcast.nio.serialization.DataSerializableFactory;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.util.function.Supplier;

/**
 * The types that travel between nodes or rest in the grid, and their numbers.
 *
 * <p>A number's form never changes: a new form gets a new number, so that nodes of different versions understand each
 * other.
 */
@SuppressWarnings({"ImmutableEnumChecker", "EnumOrdinal"}) // constructors; the order is the form
enum WireTypes {
    STORED_JOB(StoredJob::new),
    PROCESSOR(JobProcessor::new),
    BACKUP(JobBackup::new),
    ANSWER(WireAnswer::new),
    ASK(AskOperation::new),
    OFFERS(WireOffers::new),
    HINT(HintOperation::new),
    NEWS(NewsOperation::new),
    MERGE_POLICY(JobMergePolicy::new),
    LIST(ListOperation::new),
    LISTING(WireListing::new);

    static final int FACTORY_ID = 0x52_4A;

    private static final WireTypes[] BY_ID = values();

    private final Supplier<IdentifiedDataSerializable> maker;

    WireTypes(Supplier<IdentifiedDataSerializable> maker) {
        this.maker = maker;
    }

    int id() {
        return ordinal();
    }

    static DataSerializableFactory factory() {
        return id -> BY_ID[id].maker.get();
    }
}
