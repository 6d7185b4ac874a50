package org.remora.shop.page;

import java.util.List;
import org.remora.shop.Bill;
import org.remora.shop.Product;

/**
 * One look at the shop by one user.
 *
 * @param root the path of the application, before every address in it
 * @param bill the content of the user's cart
 * @param wishes the products of the user's wish list
 * @param where the server and session that answer
 */
public record Visit(String root, Bill bill, List<Product> wishes, Whereabouts where) {

    /** Keeps its own copy of the wishes. */
    public Visit {
        wishes = List.copyOf(wishes);
    }
}
