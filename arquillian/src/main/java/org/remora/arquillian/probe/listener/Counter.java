package org.remora.arquillian.probe.listener;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts sessions made and ended on this node. */
@ApplicationScoped
public class Counter {

    private final AtomicInteger created = new AtomicInteger();
    private final AtomicInteger destroyed = new AtomicInteger();

    /** One more was made. */
    public void created() {
        created.incrementAndGet();
    }

    /** One more ended. */
    public void destroyed() {
        destroyed.incrementAndGet();
    }

    /** Returns both counts. */
    public String counts() {
        return created + "/" + destroyed;
    }
}
