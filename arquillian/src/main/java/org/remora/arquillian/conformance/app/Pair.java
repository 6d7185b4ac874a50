package org.remora.arquillian.conformance.app;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** An object that refers to another, which may refer back. */
final class Pair implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private @Nullable Pair other;

    private Pair(String name) {
        this.name = name;
    }

    static Pair ring(String name) {
        Pair first = new Pair(name);
        Pair second = new Pair(name + "-other");
        first.other = second;
        second.other = first;
        return first;
    }

    boolean isRing() {
        Pair second = other;
        return second != null && second.other == this;
    }

    @Override
    public String toString() {
        return name + " and " + (other == null ? "nobody" : other.name);
    }
}
