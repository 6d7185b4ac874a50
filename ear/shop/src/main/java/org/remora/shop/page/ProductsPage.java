package org.remora.shop.page;

import java.util.List;
import org.remora.shop.Product;

/** The first page: all products. */
public final class ProductsPage {

    private static final String NAME = "products";

    private static final ProductButton ADD = new ProductButton("cart", "add", "Add to cart", "Add to cart", "main");
    private static final ProductButton WISH = new ProductButton("wishes", "add", "♡", "Put on the wish list", "heart");
    private static final ProductButton UNWISH =
            new ProductButton("wishes", "remove", "♥", "Take off the wish list", "heart set");

    private ProductsPage() {}

    /** The page for one visit. */
    public static Html html(List<Product> products, Visit visit) {
        List<Html> cards =
                products.stream().map(product -> card(product, visit)).toList();
        return Frame.page("Things for boats and the shore", visit, Html.of("<ul class=\"products\">{}</ul>", cards));
    }

    private static Html card(Product product, Visit visit) {
        ProductButton heart = visit.wishes().contains(product) ? UNWISH : WISH;
        return Html.of(
                """
                <li class="card" id="{}">
                    <div class="picture">{}</div>
                    <h2>{}</h2>
                    <p>{}</p>
                    <p class="price">{}</p>
                    <div class="actions">{}{}</div>
                    {}
                </li>
                """,
                product.id(),
                Frame.drawing(product.id(), visit.root()),
                product.name(),
                product.description(),
                product.price(),
                ADD.html(product, NAME, visit),
                heart.html(product, NAME, visit),
                keeper(product, visit));
    }

    private static Html keeper(Product product, Visit visit) {
        return Html.of("""
                <details>
                    <summary>Shopkeeper</summary>
                    <form method="post" action="{}/prices">
                        <input type="hidden" name="product" value="{}">
                        <input class="amount" name="price" value="{}" inputmode="decimal" aria-label="Price in euro: {}">
                        <button class="plain" name="do" value="set">Change the price</button>
                    </form>
                    <p class="note">Each server reads prices from a copy of its own; a change drops it on all of them.</p>
                </details>
                """, visit.root(), product.id(), product.price().written(), product.name());
    }
}
