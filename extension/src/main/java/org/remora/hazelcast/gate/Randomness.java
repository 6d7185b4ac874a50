package org.remora.hazelcast.gate;

/** Makes bytes that nobody can guess. */
@FunctionalInterface
interface Randomness {

    byte[] bytes(int count);
}
