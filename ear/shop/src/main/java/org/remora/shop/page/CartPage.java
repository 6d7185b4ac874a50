package org.remora.shop.page;

import org.remora.shop.Bill;
import org.remora.shop.Product;

/** The page with cart and wish list side by side. */
public final class CartPage {

    private static final String NAME = "cart";

    private static final ProductButton LESS = new ProductButton("cart", "less", "−", "One less", "step");
    private static final ProductButton MORE = new ProductButton("cart", "add", "+", "One more", "step");
    private static final ProductButton REMOVE =
            new ProductButton("cart", "remove", "Remove", "Remove from the cart", "quiet");
    private static final ProductButton BUY =
            new ProductButton("wishes", "buy", "To the cart", "Move to the cart", "plain");
    private static final ProductButton UNWISH =
            new ProductButton("wishes", "remove", "Remove", "Take off the wish list", "quiet");

    private CartPage() {}

    /** The page for one visit. */
    public static Html html(Visit visit) {
        return Frame.page("Cart and wishes", visit, Html.of("""
                        <div class="beside">
                            <section aria-labelledby="cart">
                                <h2 id="cart">Your cart</h2>
                                <p class="note">Kept in a <code>@SessionScoped</code> bean, changed in place</p>
                                {}
                            </section>
                            <section aria-labelledby="wishes">
                                <h2 id="wishes">Your wish list</h2>
                                <p class="note">Kept in an attribute of the <code>HttpSession</code>, set anew</p>
                                {}
                            </section>
                        </div>
                        """, cart(visit), wishes(visit)));
    }

    private static Html cart(Visit visit) {
        if (visit.bill().lines().isEmpty()) {
            return Html.of("<p class=\"empty\">There is nothing in it yet.</p>");
        }
        return Html.of(
                """
                <ul class="lines">{}</ul>
                <p class="total">Total <strong class="price">{}</strong></p>
                """,
                visit.bill().lines().stream().map(line -> line(line, visit)).toList(),
                visit.bill().total());
    }

    private static Html line(Bill.Line line, Visit visit) {
        Product product = line.product();
        return Html.of(
                """
                <li>
                    {}<span class="name">{}</span>
                    <div class="stepper">{}<span class="quantity">{}</span>{}</div>
                    <span class="price">{}</span>
                    {}
                </li>
                """,
                Frame.drawing(product.id(), visit.root()),
                product.name(),
                LESS.html(product, NAME, visit),
                line.quantity(),
                MORE.html(product, NAME, visit),
                line.price(),
                REMOVE.html(product, NAME, visit));
    }

    private static Html wishes(Visit visit) {
        if (visit.wishes().isEmpty()) {
            return Html.of("<p class=\"empty\">There are no wishes on it yet.</p>");
        }
        return Html.of(
                "<ul class=\"lines\">{}</ul>",
                visit.wishes().stream().map(product -> wish(product, visit)).toList());
    }

    private static Html wish(Product product, Visit visit) {
        return Html.of(
                """
                <li>
                    {}<span class="name">{}</span>
                    <span class="price">{}</span>
                    {}
                    {}
                </li>
                """,
                Frame.drawing(product.id(), visit.root()),
                product.name(),
                product.price(),
                BUY.html(product, NAME, visit),
                UNWISH.html(product, NAME, visit));
    }
}
