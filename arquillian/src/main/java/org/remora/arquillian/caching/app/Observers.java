package org.remora.arquillian.caching.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.remora.cdi.Remote;
import org.remora.invalidation.CacheInvalidated;

/** Notes every event, by the way on which it has come. */
@ApplicationScoped
public class Observers {

    @Inject
    private Notes notes;

    @Inject
    private CallerBean caller;

    void remote(@Observes @Remote CacheInvalidated event) {
        notes.add("remote:" + text(event) + caller.suffix());
    }

    void any(@Observes CacheInvalidated event) {
        notes.add("any:" + text(event));
    }

    void async(@ObservesAsync CacheInvalidated event) {
        notes.add("async:" + text(event));
    }

    private static String text(CacheInvalidated event) {
        String keys =
                event.all() ? "all" : event.keys().stream().map(String::valueOf).collect(Collectors.joining("+"));
        return event.cache() + ":" + keys;
    }
}
