package org.remora.cdi.weld;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.EventMetadata;
import org.jboss.weld.bean.builtin.BeanManagerProxy;
import org.jboss.weld.event.CurrentEventMetadata;
import org.jboss.weld.injection.ThreadLocalStack.ThreadLocalStackReference;

/**
 * Has an observer that injects {@link EventMetadata} get it although the container has not fired the event.
 *
 * <p>Weld takes it from a stack of the calling thread, which it fills only itself ({@code ObserverNotifier}, Weld 5.1).
 */
public final class EventInformation {

    private EventInformation() {}

    /**
     * Calls an observer; what it throws comes back.
     *
     * @param beans the application's
     * @param metadata what is known of the event
     * @param call calls the observer
     */
    public static void during(BeanManager beans, EventMetadata metadata, Runnable call) {
        ThreadLocalStackReference<EventMetadata> pushed = BeanManagerProxy.unwrap(beans)
                .getServices()
                .get(CurrentEventMetadata.class)
                .push(metadata);
        try {
            call.run();
        } finally {
            pushed.pop();
        }
    }
}
