package org.remora.shop.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.cache.Cache;
import org.remora.cdi.Distributed;
import org.remora.cdi.Local;
import org.remora.invalidation.local.LocalCache;
import org.remora.shop.Price;
import org.remora.shop.PriceTags;
import org.remora.shop.Product;

/**
 * Prices that all servers share: kept in the cluster, in place of a database, and read from a copy on each server.
 *
 * <p>Whoever changes a price first changes it where it is kept and then removes the copy, which removes it on all
 * servers.
 */
@ApplicationScoped
public class SharedPriceTags implements PriceTags {

    @Inject
    @Distributed("prices")
    private Cache<String, Long> kept;

    @Inject
    @Local("prices")
    private LocalCache<String, Price> copies;

    @Override
    public Price priceOf(Product product) {
        Price price = copies.get(product.id(), id -> kept(product));
        return price == null ? product.price() : price;
    }

    @Override
    public void change(Product product, Price price) {
        kept.put(product.id(), price.cents());
        boolean unused = copies.remove(product.id());
    }

    private Price kept(Product product) {
        Long cents = kept.get(product.id());
        return cents == null ? product.price() : new Price(cents);
    }
}
