package org.remora.arquillian.redeploy.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import org.remora.cdi.Distributed;
import org.remora.cdi.Local;
import org.remora.invalidation.CacheInvalidated;
import org.remora.invalidation.local.LocalCache;

/** Objects of the application in caches of both kinds, and an observer. */
@ApplicationScoped
public class Shelf {

    @Inject
    @Local("shelf")
    private LocalCache<String, Deployed> local;

    @Inject
    @Distributed("shelf")
    private Cache<String, Trolley> distributed;

    @Inject
    private Event<CacheInvalidated> invalidations;

    private final AtomicInteger observed = new AtomicInteger();

    /** Uses everything; returns how many items the trolley in the cluster has, which outlives the deployment. */
    public synchronized int use(String item) {
        Deployed unused = local.get(item, key -> Deployed.instance());
        invalidations.fire(CacheInvalidated.of("elsewhere", item));
        Trolley trolley = distributed.get("trolley");
        Trolley used = trolley == null ? new Trolley() : trolley;
        int items = used.add(item).size();
        distributed.put("trolley", used);
        return items;
    }

    /** Returns how many events were observed. */
    public int observed() {
        return observed.get();
    }

    void observe(@Observes CacheInvalidated event) {
        observed.incrementAndGet();
    }
}
