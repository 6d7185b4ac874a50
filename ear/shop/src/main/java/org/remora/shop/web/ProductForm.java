package org.remora.shop.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.remora.shop.Catalogue;
import org.remora.shop.Product;

/**
 * Takes the small forms around a product: the fields {@code product}, {@code do} (what to do with it) and {@code from}
 * (the page to go back to).
 *
 * <p>Answers with a redirect, so that a reload of the page does not send the form again.
 */
abstract class ProductForm extends HttpServlet {

    @Inject
    private Catalogue catalogue;

    /**
     * Does what the form asks for.
     *
     * @return false if this form knows no such action
     */
    protected abstract boolean change(Product product, String action, HttpServletRequest request);

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Product> product = catalogue.find(field(request, "product"));
        if (product.isPresent() && change(product.get(), field(request, "do"), request)) {
            response.sendRedirect(request.getContextPath() + pageOf(request, product.get()));
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static String pageOf(HttpServletRequest request, Product product) {
        return field(request, "from").equals("cart") ? "/cart" : "/#" + product.id();
    }

    private static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
