package org.remora.arquillian.probe;

import java.io.Serializable;
import java.util.List;

/** Says that it can be serialized, and has a part that cannot. */
final class Car implements Serializable {

    private final List<Engine> engines = List.of(new Engine(4));

    /** Not serializable. */
    record Engine(int cylinders) {}

    @Override
    public String toString() {
        return "car with " + engines;
    }
}
