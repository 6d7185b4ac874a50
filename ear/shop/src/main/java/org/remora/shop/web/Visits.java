package org.remora.shop.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.remora.shop.Bill;
import org.remora.shop.Cart;
import org.remora.shop.Catalogue;
import org.remora.shop.Product;
import org.remora.shop.page.Visit;

/** Gathers what a user has put aside: the cart, which CDI keeps in the session, and the wish list beside it. */
@ApplicationScoped
public class Visits {

    @Inject
    private Catalogue catalogue;

    @Inject
    private Cart cart;

    /** The visit that a request is part of; who only looks around gets no session by this. */
    public Visit of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return new Visit(
                request.getContextPath(),
                session == null ? Bill.of(Map.of(), catalogue) : Bill.of(cart.quantities(), catalogue),
                session == null ? List.of() : wishes(session),
                Orientation.of(request));
    }

    private List<Product> wishes(HttpSession session) {
        return WishesServlet.wishes(session).productIds().stream()
                .map(catalogue::find)
                .flatMap(Optional::stream)
                .toList();
    }
}
