package org.remora.session.jcache;

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
    STORED_SESSION(() -> new StoredSession(Wire.NO_RECORD)),
    OPERATION(SessionOperation::new),
    BACKUP_OPERATION(SessionBackupOperation::new),
    ANSWER(Answer::new),
    CREATE(CreateProcessor::new),
    LOOK(LookProcessor::new),
    COMMIT(CommitProcessor::new),
    REMOVE(RemoveProcessor::empty),
    CREATE_BACKUP(CreateBackup::new),
    ACCESS_BACKUP(AccessBackup::new),
    COMMIT_BACKUP(CommitBackup::new),
    REMOVE_BACKUP(RemoveBackup::new),
    ECHO(EchoProcessor::new),
    END_BACKUP(EndBackup::new),
    DROP(DropProcessor::new),
    END_OVERDUE(EndOverdueOperation::new),
    NEWS(NewsOperation::new),
    USER_LOGINS(UserLoginsProcessor::new),
    REMOVE_LOGIN(RemoveLoginProcessor::empty),
    REPLICA_VERSION(ReplicaVersionOperation::new),
    MERGE_POLICY(SessionMergePolicy::new),
    MERGE_STATE(MergeStateOperation::new),
    RESTORE(RestoreProcessor::new),
    TAKE(RemoveProcessor::former),
    TAKE_BACKUP(EndBackup::former),
    LIST(ListOperation::new),
    LISTING(WireListing::new),
    FETCH(FetchOperation::new),
    END(EndOperation::new),
    UNTOLD_BACKUP(UntoldBackup::new),
    TOLD(ToldProcessor::new),
    RELEASE(ReleaseProcessor::new),
    LOGIN_AGAIN(UserLoginsProcessor::puttingBack),
    TAKE_KEPT(RemoveProcessor::kept),
    TAKE_LOGIN_KEPT(RemoveLoginProcessor::kept);

    static final int FACTORY_ID = 0x52_4D;

    private static final WireTypes[] BY_ID = values();

    private final Supplier<IdentifiedDataSerializable> maker;

    WireTypes(Supplier<IdentifiedDataSerializable> maker) {
        this.maker = maker;
    }

    int id() {
        return ordinal();
    }

    static DataSerializableFactory factory() {
        return WireTypes::make;
    }

    static IdentifiedDataSerializable make(int id) {
        return BY_ID[id].maker.get();
    }
}
