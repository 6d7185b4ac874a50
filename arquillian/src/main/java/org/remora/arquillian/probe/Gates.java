package org.remora.arquillian.probe;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where requests wait until another request lets them go on. */
final class Gates {

    private static final long TIMEOUT_SECONDS = 20;
    private static final ConcurrentMap<String, CountDownLatch> GATES = new ConcurrentHashMap<>();

    private Gates() {}

    /** Waits until the gate is open, at most 20 s. */
    static void pass(String name) {
        try {
            if (!gate(name).await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("gate " + name + " was not opened");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at gate " + name, interrupted);
        }
    }

    /** Opens a gate for those who wait and those who come. */
    static void open(String name) {
        gate(name).countDown();
    }

    private static CountDownLatch gate(String name) {
        return GATES.computeIfAbsent(name, absent -> new CountDownLatch(1));
    }
}
