package org.remora.arquillian.demo;

import java.util.stream.Stream;
import org.remora.arquillian.server.Page;

/**
 * What the shop's status page says about a user.
 *
 * @param server the node that answered
 * @param session the beginning of the session's id, or {@code none}
 * @param created when the session was opened
 * @param cart products and quantities of the cart, a CDI session bean
 * @param wishes products of the wish list, a session attribute
 * @param prices what products cost, from a cache of the node that answered
 */
record ShopStatus(String server, String session, String created, String cart, String wishes, String prices) {

    static ShopStatus of(Page page) {
        return new ShopStatus(
                page.value("server"),
                page.value("session"),
                page.value("created"),
                page.value("cart"),
                page.value("wishes"),
                page.value("prices"));
    }

    /** What a product costs. */
    String price(String product) {
        return Stream.of(prices.split(",", -1))
                .filter(each -> each.startsWith(product + ":"))
                .map(each -> each.substring(product.length() + 1))
                .findFirst()
                .orElse("");
    }
}
