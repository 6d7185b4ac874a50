package org.remora.session.live;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.remora.session.merge.SessionAttributeMerger;

/** A value that knows how to be merged. */
final class Cart implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeSet<String> items = new TreeSet<>();

    synchronized Cart add(String item) {
        items.add(item);
        return this;
    }

    synchronized Cart remove(String item) {
        items.remove(item);
        return this;
    }

    synchronized Set<String> items() {
        return new TreeSet<>(items);
    }

    private synchronized void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        out.defaultWriteObject();
    }

    /** Takes over what the others added and removed. */
    static class Merger implements SessionAttributeMerger<Cart> {

        @Override
        public Class<Cart> type() {
            return Cart.class;
        }

        @Override
        public Cart merge(String name, Cart mine, Cart theirs, Optional<Cart> ancestor) {
            theirs.items().forEach(mine::add);
            ancestor.map(Cart::items).orElse(Set.of()).stream()
                    .filter(item -> !theirs.items().contains(item))
                    .forEach(mine::remove);
            return mine;
        }
    }

    /** Makes another cart, and forgets nothing. */
    static final class Copier extends Merger {

        @Override
        public Cart merge(String name, Cart mine, Cart theirs, Optional<Cart> ancestor) {
            Cart both = new Cart();
            mine.items().forEach(both::add);
            theirs.items().forEach(both::add);
            return both;
        }
    }

    /** Cannot. */
    static final class Failing extends Merger {

        @Override
        public Cart merge(String name, Cart mine, Cart theirs, Optional<Cart> ancestor) {
            throw new IllegalStateException("no");
        }
    }
}
