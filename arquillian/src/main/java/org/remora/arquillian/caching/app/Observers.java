package org.remora.arquillian.caching.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import javax.naming.NamingException;
import org.remora.cdi.Remote;
import org.remora.invalidation.CacheInvalidated;

/** Notes every event, by the way on which it has come. */
@ApplicationScoped
public class Observers {

    @Inject
    private Notes notes;

    @Inject
    private CallerBean caller;

    void remote(@Observes @Remote CacheInvalidated event) throws NamingException, ClassNotFoundException {
        notes.add("remote:" + text(event) + caller.foreign());
    }

    void any(@Observes CacheInvalidated event, EventMetadata metadata) {
        boolean isRemote = metadata.getQualifiers().contains(Remote.Literal.INSTANCE);
        notes.add((isRemote ? "any:remote:" : "any:") + text(event));
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
