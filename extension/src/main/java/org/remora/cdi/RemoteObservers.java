package org.remora.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.remora.invalidation.CacheInvalidated;
import org.remora.invalidation.RemoteEvents;

/**
 * Tells an application's observers what other nodes have fired: each by itself, so that none holds up another.
 *
 * <p>The container's own way calls all observers one after the other and stops at the first that throws.
 */
final class RemoteObservers implements RemoteEvents {

    private record LaneKey(ObserverMethod<?> observer, String cache) {}

    private final BeanManager beans;
    private final ApplicationContexts application;
    private final Executor threads;
    private final LongSupplier nanos;
    private final ConcurrentMap<LaneKey, ObserverLane> lanes = new ConcurrentHashMap<>();

    RemoteObservers(BeanManager beans, ApplicationContexts application, Executor threads, LongSupplier nanos) {
        this.beans = beans;
        this.application = application;
        this.threads = threads;
        this.nanos = nanos;
    }

    @Override
    public void arrived(CacheInvalidated event) {
        lanes.values().forEach(ObserverLane::look);
        for (ObserverMethod<? super CacheInvalidated> observer :
                beans.resolveObserverMethods(event, Remote.Literal.INSTANCE)) {
            if (observer.getBeanClass() != FiredInvalidations.class) {
                lane(observer, event.cache()).add(event);
            }
        }
    }

    private ObserverLane lane(ObserverMethod<? super CacheInvalidated> observer, String cache) {
        return lanes.computeIfAbsent(
                new LaneKey(observer, cache),
                key -> new ObserverLane(
                        observer.getBeanClass().getName(),
                        cache,
                        event -> application.run(() -> call(observer, event)),
                        threads,
                        nanos));
    }

    @SuppressWarnings("unchecked") // the container has found that the observer observes such events
    private static <T> void call(ObserverMethod<T> observer, CacheInvalidated event) {
        observer.notify(new RemoteContext<>((T) event));
    }
}
