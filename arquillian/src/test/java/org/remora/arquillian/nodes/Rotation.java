package org.remora.arquillian.nodes;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The nodes that a balancer sends users to. A node is taken out before it is stopped, as an operator would, and
 * requests that are under way are waited for.
 *
 * <p>Safe for use by several threads.
 */
final class Rotation {

    /** Less than any number of requests, so that what is added for a node that is out does not reach zero. */
    private static final int OUT = Integer.MIN_VALUE / 2;

    private final AtomicIntegerArray underWay;

    Rotation(int nodes) {
        underWay = new AtomicIntegerArray(nodes);
    }

    /** Begins a request, unless the node is out. */
    boolean enters(int node) {
        return underWay.getAndUpdate(node, requests -> requests < 0 ? requests : requests + 1) >= 0;
    }

    /** Ends a request. */
    void leaves(int node) {
        underWay.decrementAndGet(node);
    }

    /** Takes a node out and waits until its requests are answered. */
    void takeOut(int node) {
        underWay.addAndGet(node, OUT);
        await().until(() -> underWay.get(node) == OUT);
    }

    /** Puts a node back that was taken out. */
    void putBack(int node) {
        underWay.addAndGet(node, -OUT);
    }
}
