package org.remora.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.remora.cdi.weld.EventInformation;
import org.remora.invalidation.CacheInvalidated;
import org.remora.invalidation.RemoteEvents;

/**
 * Tells an application's observers what other nodes have fired: each by itself and by threads of its own, so that none
 * holds up another.
 *
 * <p>The container's own way calls all observers one after the other and stops at the first that throws.
 */
final class RemoteObservers implements RemoteEvents {

    private record LaneKey(ObserverMethod<?> observer, String cache) {}

    private final BeanManager beans;
    private final ApplicationContexts application;
    private final Supplier<ExecutorService> threads;
    private final LongSupplier nanos;
    private final ConcurrentMap<LaneKey, ObserverLane> lanes = new ConcurrentHashMap<>();
    private final ConcurrentMap<ObserverMethod<?>, ExecutorService> pools = new ConcurrentHashMap<>();

    /**
     * Nobody is told anything yet.
     *
     * @param threads makes the threads of an observer
     */
    RemoteObservers(
            BeanManager beans, ApplicationContexts application, Supplier<ExecutorService> threads, LongSupplier nanos) {
        this.beans = beans;
        this.application = application;
        this.threads = threads;
        this.nanos = nanos;
    }

    @Override
    public void arrived(CacheInvalidated event) {
        observersOf(event).forEach(observer -> {
            Object unused = lanes.compute(new LaneKey(observer, event.cache()), (key, present) -> {
                ObserverLane lane = present == null ? lane(observer, event.cache()) : present;
                lane.add(event);
                return lane;
            });
        });
    }

    /** Whether the application has any observer that would be told something. */
    boolean areThere() {
        return observersOf(CacheInvalidated.ofAll(CacheInvalidated.EVERY_CACHE))
                .findAny()
                .isPresent();
    }

    private Stream<ObserverMethod<? super CacheInvalidated>> observersOf(CacheInvalidated event) {
        return beans.resolveObserverMethods(event, Remote.Literal.INSTANCE).stream()
                .filter(observer -> observer.getBeanClass() != FiredInvalidations.class);
    }

    /** Names observers that have been busy for too long, and forgets caches of which nothing is told. */
    void look() {
        for (LaneKey key : lanes.keySet()) {
            Object unused = lanes.computeIfPresent(key, (same, lane) -> {
                lane.look();
                return lane.isIdle() ? null : lane;
            });
        }
    }

    /** Nobody is told anything more; who is busy is interrupted. */
    void stop() {
        pools.values().forEach(ExecutorService::shutdownNow);
    }

    private ObserverLane lane(ObserverMethod<? super CacheInvalidated> observer, String cache) {
        return new ObserverLane(
                observer.getBeanClass().getName(),
                cache,
                event -> application.run(() -> call(observer, event)),
                pools.computeIfAbsent(observer, key -> threads.get()),
                nanos);
    }

    @SuppressWarnings("unchecked") // the container has found that the observer observes such events
    private <T> void call(ObserverMethod<T> observer, CacheInvalidated event) {
        RemoteContext<T> context = new RemoteContext<>((T) event);
        EventInformation.during(beans, context, () -> observer.notify(context));
    }
}
