package org.remora.management;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.remora.cluster.GridTrial;

/**
 * Tries the grid when somebody asks.
 *
 * @param trial makes the calls
 * @param nanos measures them
 */
public record SelfTest(GridTrial trial, LongSupplier nanos) implements SelfTestMXBean {

    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_VALUE = 1_000;

    /**
     * Shows it.
     *
     * @return withdraws it
     */
    public Runnable register() {
        return BeanRegistration.of(BeanNames.of("SelfTest"), this);
    }

    @Override
    public int getLifeSeconds() {
        return Math.toIntExact(GridTrial.LIFE.toSeconds());
    }

    @Override
    public long put(String key, String value) {
        check("key", key, LONGEST_KEY);
        check("value", value, LONGEST_VALUE);
        long began = nanos.getAsLong();
        trial.put(key, value);
        return TimeUnit.NANOSECONDS.toMicros(nanos.getAsLong() - began);
    }

    @Override
    public String get(String key) {
        check("key", key, LONGEST_KEY);
        return trial.get(key).orElse("");
    }

    @Override
    public boolean remove(String key) {
        check("key", key, LONGEST_KEY);
        return trial.remove(key);
    }

    @Override
    public String run() {
        return trial.tryAll();
    }

    private static void check(String what, String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException(
                    "The " + what + " has " + text.length() + " characters; at most " + longest + " are allowed.");
        }
    }
}
