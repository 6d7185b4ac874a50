package org.remora.shop.page;

import org.remora.shop.Product;

/**
 * A form of one button that does something with a product.
 *
 * @param form the address that takes the form, below the application's root
 * @param action what it shall do
 * @param label what the button says
 * @param spoken what a screen reader says, before the product's name
 * @param look the button's CSS classes
 */
record ProductButton(String form, String action, String label, String spoken, String look) {

    /**
     * The button for one product.
     *
     * @param from the page to come back to
     */
    Html html(Product product, String from, Visit visit) {
        return Html.of("""
                <form method="post" action="{}/{}">
                    <input type="hidden" name="product" value="{}">
                    <input type="hidden" name="from" value="{}">
                    <button class="{}" name="do" value="{}" aria-label="{}: {}">{}</button>
                </form>
                """, visit.root(), form, product.id(), from, look, action, spoken, product.name(), label);
    }
}
