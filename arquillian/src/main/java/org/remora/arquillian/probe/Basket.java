package org.remora.arquillian.probe;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A mutable object with parts, as applications keep them in sessions. */
final class Basket implements Serializable {

    private final Customer owner;
    private final List<String> items = new ArrayList<>();

    Basket(Customer owner) {
        this.owner = owner;
    }

    synchronized void add(String item) {
        items.add(item);
    }

    synchronized void addMissing(List<String> others) {
        others.stream().filter(item -> !items.contains(item)).forEach(items::add);
    }

    synchronized List<String> items() {
        return List.copyOf(items);
    }

    String owner() {
        return owner.name();
    }

    @Override
    public synchronized String toString() {
        return String.join(",", items);
    }
}
