package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Cookie;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** A user of one probe application; every answer must have the status 200. */
final class ProbeUser {

    private final Application application;
    private final Browser browser;

    ProbeUser(Application application) {
        this(application, new Browser());
    }

    private ProbeUser(Application application, Browser browser) {
        this.application = application;
        this.browser = browser;
    }

    /** Another browser with the same cookies, as from a copied session. */
    ProbeUser inAnotherBrowser() {
        return new ProbeUser(application, browser.withSameCookies());
    }

    Browser browser() {
        return browser;
    }

    Cookie sessionCookie() {
        return browser.cookies()
                .find(application.cookieName())
                .orElseThrow(() -> new AssertionError("no cookie " + application.cookieName() + " among "
                        + browser.cookies().all()));
    }

    /** Shows the session without making one. */
    Page session(PayaraServer node) throws IOException {
        return get(node, "/session");
    }

    Page createSession(PayaraServer node) throws IOException {
        return get(node, "/session?create=true");
    }

    Page set(PayaraServer node, String name, String value) throws IOException {
        return get(node, "/attribute?op=set&name=" + encoded(name) + "&value=" + encoded(value));
    }

    Page setBytes(PayaraServer node, String name, int size) throws IOException {
        return get(node, "/attribute?op=bytes&name=" + encoded(name) + "&size=" + size);
    }

    Page remove(PayaraServer node, String name) throws IOException {
        return get(node, "/attribute?op=remove&name=" + encoded(name));
    }

    /** Returns the attribute's text, {@code null} as a word if there is none. */
    String read(PayaraServer node, String name) throws IOException {
        return get(node, "/attribute?op=get&name=" + encoded(name)).value("value");
    }

    /** Adds one to the counter and returns its value. */
    int increment(PayaraServer node) throws IOException {
        return Integer.parseInt(post(node, "/counter").value("value"));
    }

    int counter(PayaraServer node) throws IOException {
        return Integer.parseInt(get(node, "/counter").value("value"));
    }

    /** Adds one to the counter in the session scoped bean and returns its value. */
    int visit(PayaraServer node) throws IOException {
        return Integer.parseInt(post(node, "/bean").value("value"));
    }

    int visits(PayaraServer node) throws IOException {
        return Integer.parseInt(get(node, "/bean").value("value"));
    }

    /** Puts an item into the basket, which is changed in place, and returns all of them. */
    String addToBasket(PayaraServer node, String item) throws IOException {
        return post(node, "/basket?add=" + encoded(item)).value("items");
    }

    String basket(PayaraServer node) throws IOException {
        return get(node, "/basket").value("items");
    }

    Page setTimeout(PayaraServer node, int seconds) throws IOException {
        return get(node, "/lifecycle?op=timeout&seconds=" + seconds);
    }

    Page changeId(PayaraServer node) throws IOException {
        return post(node, "/lifecycle?op=changeId");
    }

    Page invalidate(PayaraServer node) throws IOException {
        return post(node, "/lifecycle?op=invalidate");
    }

    Page get(PayaraServer node, String path) throws IOException {
        return checked(browser.get(node, application.contextRoot() + path), node, path);
    }

    Page post(PayaraServer node, String path) throws IOException {
        return checked(browser.post(node, application.contextRoot() + path), node, path);
    }

    private static Page checked(Page page, PayaraServer node, String path) {
        assertThat(page.status())
                .as("status of %s on %s, which says:%n%s", path, node, page.body())
                .isEqualTo(200);
        return page;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
