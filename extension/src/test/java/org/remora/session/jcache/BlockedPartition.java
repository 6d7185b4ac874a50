package org.remora.session.jcache;

import com.hazelcast.cache.ICache;
import com.hazelcast.cache.impl.CacheProxy;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.spi.impl.NodeEngine;
import com.hazelcast.spi.impl.PartitionSpecificRunnable;
import com.hazelcast.spi.impl.operationservice.impl.OperationServiceImpl;
import java.io.Serializable;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.MutableEntry;
import org.remora.session.SessionKey;

/** Keeps the owner of a session busy, so that nothing else on the session is answered. */
final class BlockedPartition {

    private static volatile CountDownLatch entered = new CountDownLatch(1);
    private static volatile CountDownLatch released = new CountDownLatch(1);

    private BlockedPartition() {}

    /** Does something while the owner is busy. */
    static void during(StoreCluster cluster, SessionKey key, Runnable something) {
        entered = new CountDownLatch(1);
        released = new CountDownLatch(1);
        ICache<UUID, StoredSession> cache = cluster.member(0).getCacheManager().getCache(JCacheSessionStore.CACHE_NAME);
        CompletableFuture<Void> work =
                CompletableFuture.runAsync(() -> cache.invoke(new UUID(key.high(), key.low()), new Block()));
        try {
            awaitLatch(entered);
            something.run();
        } finally {
            released.countDown();
            work.join();
        }
    }

    /** Does something while a member's thread for a session is busy, whether that member is the owner or a backup. */
    static void onBackup(HazelcastInstance member, SessionKey key, Runnable something) {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        NodeEngine engine = member.getCacheManager()
                .getCache(JCacheSessionStore.CACHE_NAME)
                .unwrap(CacheProxy.class)
                .getNodeEngine();
        int partition = engine.getPartitionService().getPartitionId(engine.toData(new UUID(key.high(), key.low())));
        ((OperationServiceImpl) engine.getOperationService())
                .getOperationExecutor()
                .execute(new PartitionSpecificRunnable() {
                    @Override
                    public int getPartitionId() {
                        return partition;
                    }

                    @Override
                    public void run() {
                        busy.countDown();
                        awaitLatch(free);
                    }
                });
        try {
            awaitLatch(busy);
            something.run();
        } finally {
            free.countDown();
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the partition is blocked", e);
        }
    }

    private static final class Block implements EntryProcessor<UUID, StoredSession, Boolean>, Serializable {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean process(MutableEntry<UUID, StoredSession> entry, Object... arguments) {
            entered.countDown();
            awaitLatch(released);
            return true;
        }
    }
}
