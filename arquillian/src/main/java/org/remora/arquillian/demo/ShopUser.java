package org.remora.arquillian.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Cookie;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** A user of the shop, who keeps cookies and follows redirects as a browser does. */
final class ShopUser {

    private static final String SESSION_COOKIE = "JSESSIONID";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Browser browser = new Browser(PATIENCE);

    /** Looks at a page of the shop. */
    void look(PayaraServer server, String page) throws IOException {
        expect(200, browser.get(server, ShopServers.CONTEXT_ROOT + page), page);
    }

    /** Puts a piece of a product into the cart, and looks at the page that comes up. */
    void addToCart(PayaraServer server, String product) throws IOException {
        submit(server, "/cart?do=add&product=" + product);
    }

    /** Puts a product on the wish list, and looks at the page that comes up. */
    void wish(PayaraServer server, String product) throws IOException {
        submit(server, "/wishes?do=add&product=" + product);
    }

    /** Gives a product another price, and looks at the page that comes up. */
    void changePrice(PayaraServer server, String product, String price) throws IOException {
        submit(server, "/prices?do=set&product=" + product + "&price=" + price);
    }

    /** Asks a server what it knows about this user. */
    ShopStatus status(PayaraServer server) throws IOException {
        return ShopStatus.of(expect(200, browser.get(server, ShopServers.CONTEXT_ROOT + "/status"), "/status"));
    }

    /** The session id, the part of the cookie in front of the dot. */
    String sessionId() {
        String value = cookieValue();
        return value.substring(0, value.indexOf('.'));
    }

    /** The node that answered last, the part of the cookie behind the dot. */
    String route() {
        String value = cookieValue();
        return value.substring(value.indexOf('.') + 1);
    }

    private String cookieValue() {
        Cookie cookie = browser.cookies()
                .find(SESSION_COOKIE)
                .orElseThrow(() -> new DemoFailedException("No cookie " + SESSION_COOKIE + " came"));
        if (cookie.has("domain")) {
            throw new DemoFailedException("A browser would drop the session cookie, which is for the domain "
                    + cookie.attribute("domain").orElse("") + " though the shop names none");
        }
        if (cookie.value().indexOf('.') < 1) {
            throw new DemoFailedException("The session cookie does not name the server that answered");
        }
        return cookie.value();
    }

    private void submit(PayaraServer server, String form) throws IOException {
        Page answer = expect(302, browser.post(server, ShopServers.CONTEXT_ROOT + form), form);
        String next = answer.header("Location")
                .map(location -> URI.create(location).getPath())
                .orElseThrow(() -> new DemoFailedException("A redirect without an address came from " + form));
        expect(200, browser.get(server, next), next);
    }

    private static Page expect(int status, Page page, String address) {
        if (page.status() != status) {
            throw new DemoFailedException(
                    "Status " + page.status() + " instead of " + status + " came from " + address);
        }
        return page;
    }
}
