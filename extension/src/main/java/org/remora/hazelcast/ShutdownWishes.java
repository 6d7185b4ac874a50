package org.remora.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.internal.cluster.impl.ClusterServiceImpl;
import com.hazelcast.internal.partition.impl.InternalPartitionServiceImpl;
import com.hazelcast.internal.partition.impl.MigrationManager;
import com.hazelcast.spi.impl.NodeEngine;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;

/**
 * Who has asked the oldest member to be spared of data because it is about to shut down. Hazelcast 5.3 has no way to
 * say that one has thought better of it: so these are its own notes, read and written as it does itself.
 *
 * <p>Any member may become the oldest: all are told.
 */
final class ShutdownWishes {

    private ShutdownWishes() {}

    /** Has this member get its share of data again. Does not wait for the others. */
    static void takeBackOnAll(NodeEngine engine) {
        forgetAnswer((InternalPartitionServiceImpl) engine.getPartitionService());
        for (Member member : engine.getClusterService().getMembers()) {
            Object unused = engine.getOperationService()
                    .createInvocationBuilder(
                            ClusterServiceImpl.SERVICE_NAME, new TakeBackOperation(), member.getAddress())
                    .setTryCount(1)
                    .invoke();
        }
    }

    /** Forgets the wish of a member, if this is where it is noted. */
    static void takeBack(NodeEngine engine, Member member) {
        InternalPartitionServiceImpl partitions = (InternalPartitionServiceImpl) engine.getPartitionService();
        MigrationManager migrations = partitions.getMigrationManager();
        Lock lock = Lock.class.cast(valueOf(InternalPartitionServiceImpl.class, "partitionServiceLock", partitions));
        lock.lock();
        try {
            Set<?> wishes = Set.class.cast(valueOf(MigrationManager.class, "shutdownRequestedMembers", migrations));
            if (wishes.remove(member)) {
                migrations.triggerControlTask();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The member has been told that it may shut down; when it does, it is to ask again and wait for another answer. */
    @SuppressWarnings("unchecked") // as it is declared
    private static void forgetAnswer(InternalPartitionServiceImpl partitions) {
        AtomicReference<CountDownLatch> answer = (AtomicReference<CountDownLatch>)
                valueOf(InternalPartitionServiceImpl.class, "shutdownLatchRef", partitions);
        answer.set(new CountDownLatch(1));
    }

    private static Object valueOf(Class<?> owner, String field, Object object) {
        try {
            Field found = owner.getDeclaredField(field);
            found.setAccessible(true);
            return found.get(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "This server's version of Hazelcast keeps its notes elsewhere: a drained server can only be restarted",
                    e);
        }
    }
}
