package org.remora.shop;

import java.util.List;
import java.util.Map;

/**
 * The content of a cart with today's prices.
 *
 * @param lines one per product, in the order of the cart
 */
public record Bill(List<Line> lines) {

    /** Keeps its own copy. */
    public Bill {
        lines = List.copyOf(lines);
    }

    /** Prices the products of a cart; what the shop no longer sells is left out. */
    public static Bill of(Map<String, Integer> quantities, Catalogue catalogue) {
        return new Bill(quantities.entrySet().stream()
                .flatMap(entry ->
                        catalogue.find(entry.getKey()).stream().map(product -> new Line(product, entry.getValue())))
                .toList());
    }

    /** The number of pieces. */
    public int pieces() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    /** What all of it costs. */
    public Price total() {
        return lines.stream().map(Line::price).reduce(new Price(0), Price::plus);
    }

    /**
     * Some pieces of one product.
     *
     * @param product what
     * @param quantity how many, at least one
     */
    public record Line(Product product, int quantity) {

        /** Checks the quantity. */
        public Line {
            if (quantity < 1) {
                throw new IllegalArgumentException("a line has one piece or more: " + quantity + " " + product.id());
            }
        }

        /** What these pieces cost together. */
        public Price price() {
            return product.price().times(quantity);
        }
    }
}
