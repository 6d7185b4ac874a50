package org.remora.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Everything the shop sells, in the order in which it is shown, at today's prices. */
@ApplicationScoped
public class Catalogue {

    private static final List<Product> PRODUCTS = List.of(
            product("compass", "Brass compass", 6450, "Points north, also when the phone is empty."),
            product("lantern", "Storm lantern", 3890, "Burns through a night and a gale."),
            product("rope", "Mooring rope", 2475, "Twelve metres, spliced by hand at both ends."),
            product("anchor", "Folding anchor", 5900, "Four flukes, fits into a rucksack."),
            product("mug", "Enamel mug", 1250, "Survives falling overboard once a day."),
            product("bell", "Ship's bell", 7990, "Heard across the harbour, and next door."),
            product("chart", "Sea chart", 2900, "The coast from cape to cape, on waterproof paper."),
            product("binoculars", "Binoculars", 12900, "Seven times nearer, and it floats."),
            product("lifebuoy", "Lifebuoy", 4600, "For the day you hope never comes."),
            product("hourglass", "Hourglass", 1980, "Half an hour of sand, exactly one watch."),
            product("kite", "Signal kite", 3350, "Seen from five miles in a light breeze."),
            product("boat", "Model dinghy", 8800, "Clinker-built in cedar, sails in any bathtub."));

    private final PriceTags tags;

    /** A catalogue whose prices nobody shares. */
    public Catalogue() {
        this(new OwnPriceTags());
    }

    /**
     * A catalogue with the prices of all servers, if they have some in common.
     *
     * @param shared the tags of all servers
     */
    @Inject
    public Catalogue(Instance<PriceTags> shared) {
        this(shared.isResolvable() ? shared.get() : new OwnPriceTags());
    }

    private Catalogue(PriceTags tags) {
        this.tags = tags;
    }

    /** All products. */
    public List<Product> products() {
        return PRODUCTS.stream().map(this::today).toList();
    }

    /** The product with this id, if the shop has one. */
    public Optional<Product> find(String id) {
        return PRODUCTS.stream()
                .filter(product -> product.id().equals(id))
                .findFirst()
                .map(this::today);
    }

    /** Gives a product another price, on all servers. */
    public void changePrice(Product product, Price price) {
        tags.change(product, price);
    }

    private Product today(Product printed) {
        return printed.at(tags.priceOf(printed));
    }

    private static Product product(String id, String name, int cents, String description) {
        return new Product(id, name, description, new Price(cents));
    }
}
