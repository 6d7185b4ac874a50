package org.remora.arquillian.probe.listener;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where a request waits for another one on the same node. */
final class Gate {

    private static final long TIMEOUT_SECONDS = 20;
    private static final ConcurrentMap<String, CountDownLatch> GATES = new ConcurrentHashMap<>();

    private Gate() {}

    static void await(String name) {
        Told.note(name, "waiting");
        try {
            if (!of(name).await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody has opened the gate " + name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted at the gate " + name, e);
        }
    }

    static void open(String name) {
        of(name).countDown();
    }

    private static CountDownLatch of(String name) {
        return GATES.computeIfAbsent(name, absent -> new CountDownLatch(1));
    }
}
