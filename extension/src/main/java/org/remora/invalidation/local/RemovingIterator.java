package org.remora.invalidation.local;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes through something and removes by another way than its own. */
final class RemovingIterator<E> implements Iterator<E> {

    private final Iterator<E> elements;
    private final Consumer<E> removal;
    private Optional<E> last = Optional.empty();

    RemovingIterator(Iterator<E> elements, Consumer<E> removal) {
        this.elements = elements;
        this.removal = removal;
    }

    @Override
    public boolean hasNext() {
        return elements.hasNext();
    }

    @Override
    public E next() {
        E element = elements.next();
        last = Optional.of(element);
        return element;
    }

    @Override
    public void remove() {
        removal.accept(last.orElseThrow(() -> new IllegalStateException("There is nothing to remove")));
        last = Optional.empty();
    }
}
