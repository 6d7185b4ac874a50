package org.remora.arquillian.jobs.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;

/** Before which jobs wait until they are let go on their node. */
@ApplicationScoped
public class Gates {

    private final ConcurrentMap<String, CountDownLatch> gates = new ConcurrentHashMap<>();

    /** Waits; whether it was let go, and not interrupted. */
    boolean await(String job) {
        try {
            gate(job).await();
            return true;
        } catch (InterruptedException e) {
            return false; // the handler goes on as if it had not noticed
        }
    }

    /** Waits. */
    void pass(String job) throws InterruptedException {
        gate(job).await();
    }

    void letGo(String job) {
        gate(job).countDown();
    }

    private CountDownLatch gate(String job) {
        return gates.computeIfAbsent(job, name -> new CountDownLatch(1));
    }
}
