package org.remora.shop.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.remora.shop.Cart;
import org.remora.shop.Product;
import org.remora.shop.WishList;

/** Takes the forms that change the wish list, which is a plain attribute of the session. */
@WebServlet("/wishes")
public class WishesServlet extends ProductForm {

    private static final String ATTRIBUTE = "wishes";

    @Inject
    private Cart cart;

    /** The wish list of a session. */
    static WishList wishes(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof WishList wishes ? wishes : WishList.EMPTY;
    }

    @Override
    protected boolean change(Product product, String action, HttpServletRequest request) {
        switch (action) {
            case "add" ->
                keep(request.getSession(), wishes(request.getSession()).with(product));
            case "remove" ->
                keep(request.getSession(), wishes(request.getSession()).without(product));
            case "buy" -> {
                cart.add(product);
                keep(request.getSession(), wishes(request.getSession()).without(product));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void keep(HttpSession session, WishList wishes) {
        session.setAttribute(ATTRIBUTE, wishes);
    }
}
