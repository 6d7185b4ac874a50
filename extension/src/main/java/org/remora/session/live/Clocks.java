package org.remora.session.live;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Where time comes from.
 *
 * @param wall the time of day, which travels to other nodes
 * @param nanos a clock that only goes forward, in nanoseconds, for what is measured on this node
 */
public record Clocks(InstantSource wall, LongSupplier nanos) {

    /**
     * The machine's clocks.
     *
     * @return system time and the JVM's high-resolution timer
     */
    public static Clocks system() {
        return new Clocks(InstantSource.system(), System::nanoTime);
    }

    long millis() {
        return wall.millis();
    }

    long nanoTime() {
        return nanos.getAsLong();
    }
}
