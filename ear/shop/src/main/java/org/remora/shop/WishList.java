package org.remora.shop;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the user would like to have some day: an immutable value that is kept in a plain session attribute and set anew
 * with each change.
 *
 * @param productIds no product twice, the oldest wish first
 */
public record WishList(List<String> productIds) implements Serializable {

    /** No wishes. */
    public static final WishList EMPTY = new WishList(List.of());

    /** Keeps its own copy, each product once. */
    public WishList {
        productIds = productIds.stream().distinct().toList();
    }

    /** These wishes and one more; the same wishes if it is among them already. */
    public WishList with(Product product) {
        return new WishList(
                Stream.concat(productIds.stream(), Stream.of(product.id())).toList());
    }

    /** These wishes without that product. */
    public WishList without(Product product) {
        return new WishList(
                productIds.stream().filter(id -> !id.equals(product.id())).toList());
    }

    /** Whether the product is among the wishes. */
    public boolean contains(Product product) {
        return productIds.contains(product.id());
    }
}
