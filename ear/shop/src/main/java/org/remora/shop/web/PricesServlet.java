package org.remora.shop.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.remora.shop.Catalogue;
import org.remora.shop.Price;
import org.remora.shop.Product;

/** Takes the form that changes a price, with the field {@code price} beside those around a product. */
@WebServlet("/prices")
public class PricesServlet extends ProductForm {

    @Inject
    private Catalogue catalogue;

    @Override
    protected boolean change(Product product, String action, HttpServletRequest request) {
        Optional<Price> price = Price.parse(Objects.requireNonNullElse(request.getParameter("price"), ""));
        if (!action.equals("set") || price.isEmpty()) {
            return false;
        }
        catalogue.changePrice(product, price.get());
        return true;
    }
}
