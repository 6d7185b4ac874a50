package org.remora.shop;

import jakarta.enterprise.context.SessionScoped;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the user is about to buy: a CDI bean that lives in the session and is changed in place.
 *
 * <p>Nothing calls {@code setAttribute} when a product is added, so a cluster that only watches that call would lose
 * the change. Browsers send requests of one session in parallel; every method therefore holds the bean's lock, and so
 * does its serialization, which would otherwise meet a map that is just being changed.
 */
@SessionScoped
public class Cart implements Serializable {

    /** The most pieces of one product that a cart takes. */
    public static final int MOST_OF_ONE = 99;

    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, Integer> quantities = new LinkedHashMap<>();

    /** Puts in one more piece, unless there are {@link #MOST_OF_ONE} already. */
    public synchronized void add(Product product) {
        quantities.merge(product.id(), 1, (had, one) -> Math.min(had + one, MOST_OF_ONE));
    }

    /** Takes out one piece; with the last piece the product is gone from the cart. */
    public synchronized void takeOne(Product product) {
        quantities.computeIfPresent(product.id(), (id, had) -> had > 1 ? had - 1 : null);
    }

    /** Takes out all pieces of a product. */
    public synchronized void remove(Product product) {
        quantities.remove(product.id());
    }

    /** Pieces by product id, in the order in which the products were first put in; a copy. */
    public synchronized Map<String, Integer> quantities() {
        return new LinkedHashMap<>(quantities);
    }

    private synchronized void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
    }
}
