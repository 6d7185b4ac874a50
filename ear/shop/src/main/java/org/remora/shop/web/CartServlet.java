package org.remora.shop.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.remora.shop.Cart;
import org.remora.shop.Product;
import org.remora.shop.page.CartPage;

/** Shows cart and wish list, and takes the forms that change the cart. */
@WebServlet("/cart")
public class CartServlet extends ProductForm {

    @Inject
    private Cart cart;

    @Inject
    private Visits visits;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer.page(CartPage.html(visits.of(request)), response);
    }

    @Override
    protected boolean change(Product product, String action, HttpServletRequest request) {
        switch (action) {
            case "add" -> cart.add(product);
            case "less" -> cart.takeOne(product);
            case "remove" -> cart.remove(product);
            default -> {
                return false;
            }
        }
        return true;
    }
}
