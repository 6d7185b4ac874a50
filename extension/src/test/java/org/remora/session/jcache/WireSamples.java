package org.remora.session.jcache;

import com.hazelcast.internal.serialization.Data;
import com.hazelcast.internal.serialization.SerializationService;
import com.hazelcast.internal.serialization.impl.DefaultSerializationServiceBuilder;
import com.hazelcast.internal.serialization.impl.HeapData;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.remora.session.AttributeChange;
import org.remora.session.AttributeTable;
import org.remora.session.IdHash;
import org.remora.session.SessionChanges;
import org.remora.session.SessionDelta;
import org.remora.session.SessionKey;
import org.remora.session.SessionListing;
import org.remora.session.SessionLook;
import org.remora.session.SessionNews;
import org.remora.session.SessionQuery;
import org.remora.session.SessionRecord;
import org.remora.session.SessionSummary;
import org.remora.session.SessionTake;
import org.remora.session.UserLogin;

/** One of everything that travels or rests in the grid, and the serialization that the grid uses. */
final class WireSamples {

    private static final SerializationService SERIALIZATION = new DefaultSerializationServiceBuilder()
            .setByteOrder(ByteOrder.LITTLE_ENDIAN)
            .setAllowUnsafe(true)
            .addDataSerializableFactory(WireTypes.FACTORY_ID, WireTypes.factory())
            .build();

    private static final Data KEY = hazelcastKey(new UUID(7, 8));
    private static final IdHash ID = new IdHash(0x0102030405060708L, -2);
    private static final AttributeTable TABLE = AttributeTable.ofRows(
            new String[] {"cart", "gone", "läden"},
            new byte[][] {{3, 0, 0, 0, 7}, {}, {6}},
            new long[] {0x30000, 0x50000, 0x70001},
            0x20000);
    private static final SessionRecord RECORD =
            new SessionRecord("server/shop", ID, 1000, 2000, 1800, 28_800, 0x70001, 0x60000, 0x10000, TABLE);
    private static final SessionDelta FULL = new SessionDelta(
            0x70001,
            3000,
            2500,
            OptionalInt.of(60),
            Optional.of(new IdHash(5, 6)),
            List.of(new AttributeChange.Written("cart", new byte[] {1, 97}), new AttributeChange.Removed("läden")));
    private static final SessionDelta SMALL = new SessionDelta(
            1, 2, 3, OptionalInt.empty(), Optional.empty(), List.of(new AttributeChange.Written("n", new byte[] {6})));
    private static final SessionDelta GUARDED = new SessionDelta(
            1,
            2,
            3,
            OptionalInt.empty(),
            Optional.empty(),
            List.of(new AttributeChange.Written("n", new byte[] {6})),
            Set.of("n"));
    private static final SessionDelta ODD_NAME = new SessionDelta(
            1, 2, 3, OptionalInt.empty(), Optional.empty(), List.of(new AttributeChange.Removed("a\uD834")));
    private static final SessionChanges CHANGES = new SessionChanges(0x70001, 1000, 2000, 1800, true, TABLE);

    private WireSamples() {}

    /** A key as Hazelcast makes it. */
    static Data hazelcastKey(UUID key) {
        return SERIALIZATION.toData(key);
    }

    /** Everything by name. */
    static Map<String, IdentifiedDataSerializable> all() {
        Map<String, IdentifiedDataSerializable> samples = new LinkedHashMap<>();
        samples.put("stored-session", new StoredSession(RECORD));
        samples.put("create", new CreateProcessor(RECORD, SMALL));
        samples.put("look", new LookProcessor(new SessionLook(ID, 0x50000, 4000)));
        samples.put("look.passive", new LookProcessor(new SessionLook(ID, 0x50000, 4000, 3000)));
        samples.put("commit", new CommitProcessor(SMALL));
        samples.put("commit.full", new CommitProcessor(FULL));
        samples.put("commit.guarded", new CommitProcessor(GUARDED));
        samples.put("answer.outdated", Answer.outdated(CHANGES));
        samples.put("commit.odd-name", new CommitProcessor(ODD_NAME));
        samples.put("remove", new RemoveProcessor(SessionTake.anyway(0x70001, 4000, true)));
        samples.put("remove.overdue", new RemoveProcessor(SessionTake.overdue(0, 3000, 3600, 4000)));
        samples.put("restore", new RestoreProcessor(RECORD));
        samples.put("create-backup", new CreateBackup(RECORD));
        samples.put("access-backup", new AccessBackup(4000));
        samples.put("commit-backup", new CommitBackup(FULL, 0x80000));
        samples.put("remove-backup", new RemoveBackup());
        samples.put("merge-state", new MergeStateOperation());
        samples.put("merge-policy", new SessionMergePolicy());
        samples.put("end-backup", new EndBackup(4000, 0x80000));
        samples.put("take", RemoveProcessor.former(SessionTake.anyway(0x70001, 4000, true), 0x0A0B));
        samples.put("take-backup", EndBackup.former(4000, 0x80000, 0x0A0B));
        samples.put(
                "take-kept",
                new RemoveProcessor(SessionTake.anyway(0x70001, 4000, true).by(0x0A0B)));
        samples.put("untold-backup", new UntoldBackup(4000, 0x80000, 0x0A0B));
        samples.put("told", new ToldProcessor(0x0A0B));
        samples.put("release", new ReleaseProcessor(0x0A0B, 4000));
        samples.put("drop", new DropProcessor(4000, 3600));
        samples.put("echo", new EchoProcessor());
        samples.put(
                "end-overdue",
                new EndOverdueOperation(
                        "server/shop", new Overdue(3000, 3600), List.of(new SessionKey(7, 8), new SessionKey(9, -1))));
        samples.put("news.ended", new NewsOperation(SessionNews.Kind.ENDED, "server/shop", new SessionKey(7, 8)));
        samples.put("news.changed", new NewsOperation(SessionNews.Kind.CHANGED, "server/shop", new SessionKey(7, 8)));
        samples.put(
                "user-logins.enter",
                UserLoginsProcessor.entering("server/shop", new UserLogin(new SessionKey(7, 8), 0x70001), 3, 4000));
        samples.put(
                "user-logins.leave", UserLoginsProcessor.leaving(new UserLogin(new SessionKey(7, 8), 0x70001), 4000));
        samples.put(
                "user-logins.again",
                UserLoginsProcessor.puttingBack("server/shop", new UserLogin(new SessionKey(7, 8), 0x70001), 3, 4000));
        samples.put("remove-login", new RemoveLoginProcessor(0x70001, SessionTake.anyway(0x70002, 4000, false)));
        samples.put(
                "take-login-kept",
                new RemoveLoginProcessor(
                        0x70001, SessionTake.anyway(0x70002, 4000, false).by(0x0A0B)));
        samples.put("operation", new SessionOperation(KEY, new CommitProcessor(SMALL)));
        samples.put("list", new ListOperation(new SessionQuery("server/shop", "ann", "0f", "0e", 50)));
        samples.put(
                "listing",
                new WireListing(new SessionListing(
                        List.of(new SessionSummary("0f", "server/shop", "ann", "", 1000, 2000, 1800, 3, 4000)), 7)));
        samples.put("fetch", new FetchOperation(KEY));
        samples.put("end", new EndOperation("server/shop", new SessionKey(7, 8)));
        samples.put("replica-version", new ReplicaVersionOperation(KEY));
        samples.put("backup-operation", new SessionBackupOperation(KEY, new CommitBackup(SMALL, 0x80000)));
        samples.put("answer.absent", Answer.ABSENT);
        samples.put("answer.taken", Answer.TAKEN);
        samples.put("answer.done", Answer.changed(0x80000));
        samples.put("answer.done-with-changes", Answer.changed(CHANGES));
        return samples;
    }

    static IdentifiedDataSerializable of(String name) {
        return Objects.requireNonNull(all().get(name), name);
    }

    static byte[] bytes(Object object) {
        return SERIALIZATION.toData(object).toByteArray();
    }

    static Object object(byte[] bytes) {
        return SERIALIZATION.toObject(new HeapData(bytes));
    }
}
