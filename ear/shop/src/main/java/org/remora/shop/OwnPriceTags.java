package org.remora.shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Prices that only this server knows: all that can be done without a cluster. */
final class OwnPriceTags implements PriceTags {

    private final Map<String, Price> changed = new ConcurrentHashMap<>();

    @Override
    public Price priceOf(Product product) {
        return changed.getOrDefault(product.id(), product.price());
    }

    @Override
    public void change(Product product, Price price) {
        changed.put(product.id(), price);
    }
}
