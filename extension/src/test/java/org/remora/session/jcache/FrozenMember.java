package org.remora.session.jcache;

import com.hazelcast.cache.impl.CacheProxy;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.spi.impl.NodeEngine;
import com.hazelcast.spi.impl.PartitionSpecificRunnable;
import com.hazelcast.spi.impl.operationexecutor.OperationExecutor;
import com.hazelcast.spi.impl.operationservice.impl.OperationServiceImpl;
import java.util.concurrent.CountDownLatch;

/** A member that acts on no session, as owner or as backup, though it is there. */
final class FrozenMember {

    private FrozenMember() {}

    /** Does something while all threads of a member that act on sessions are kept. */
    static void during(HazelcastInstance member, Runnable something) {
        NodeEngine engine = member.getCacheManager()
                .getCache(JCacheSessionStore.CACHE_NAME)
                .unwrap(CacheProxy.class)
                .getNodeEngine();
        OperationExecutor executor = ((OperationServiceImpl) engine.getOperationService()).getOperationExecutor();
        int threads = executor.getPartitionThreadCount();
        CountDownLatch busy = new CountDownLatch(threads);
        CountDownLatch free = new CountDownLatch(1);
        for (int thread = 0; thread < threads; thread++) {
            executor.execute(new Kept(thread, busy, free));
        }
        try {
            await(busy);
            something.run();
        } finally {
            free.countDown();
        }
    }

    private record Kept(int partition, CountDownLatch busy, CountDownLatch free) implements PartitionSpecificRunnable {

        @Override
        public int getPartitionId() {
            return partition;
        }

        @Override
        public void run() {
            busy.countDown();
            await(free);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a member is frozen", e);
        }
    }
}
