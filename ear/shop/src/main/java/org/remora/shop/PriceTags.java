package org.remora.shop;

/** The prices that have been changed since the catalogue was printed. Safe for use by several threads. */
public interface PriceTags {

    /**
     * What a product costs today.
     *
     * @param product the product as the catalogue has it
     * @return its price
     */
    Price priceOf(Product product);

    /**
     * Gives a product another price.
     *
     * @param product the product
     * @param price what it costs from now on, on every server that shares these tags
     */
    void change(Product product, Price price);
}
