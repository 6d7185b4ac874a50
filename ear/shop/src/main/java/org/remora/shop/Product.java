package org.remora.shop;

/**
 * One thing the shop sells.
 *
 * @param id short and unique; also the name of its drawing in {@code products.svg}
 * @param name as shown to people
 * @param description one sentence
 * @param price of one piece
 */
public record Product(String id, String name, String description, Price price) {

    /** Checks that the id can stand in an address, in a form and in a line of the status page as it is. */
    public Product {
        if (!id.matches("[a-z]+")) {
            throw new IllegalArgumentException("a product id is made of lower-case letters only: " + id);
        }
    }

    /** The same product at another price. */
    public Product at(Price other) {
        return new Product(id, name, description, other);
    }
}
