package org.remora.arquillian.caching.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.remora.cdi.Remote;
import org.remora.invalidation.CacheInvalidated;

/** Throws for one cache, and blocks for another until it is told to go on. */
@ApplicationScoped
public class BadObserver {

    private final CountDownLatch released = new CountDownLatch(1);

    void observe(@Observes @Remote CacheInvalidated event) throws InterruptedException {
        if (event.cache().equals("explosive")) {
            throw new IllegalStateException("explosive");
        }
        if (event.cache().equals("stuck")) {
            boolean unused = released.await(5, TimeUnit.MINUTES);
        }
    }

    void release() {
        released.countDown();
    }
}
