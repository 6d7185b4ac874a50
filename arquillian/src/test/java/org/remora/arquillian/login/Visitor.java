package org.remora.arquillian.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Cookie;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** Somebody with a browser who knows the password of an application's user. */
final class Visitor {

    private final Secured application;
    private final Browser browser;
    private final boolean sendsPassword;

    Visitor(Secured application) {
        this(application, new Browser(), false);
    }

    private Visitor(Secured application, Browser browser, boolean sendsPassword) {
        this.application = application;
        this.browser = browser;
        this.sendsPassword = sendsPassword;
    }

    /** The same browser, sending user and password with every request. */
    Visitor withPassword() {
        return new Visitor(application, browser, true);
    }

    /** Another browser with the same cookies. */
    Visitor inAnotherBrowser() {
        return new Visitor(application, browser.withSameCookies(), sendsPassword);
    }

    Browser browser() {
        return browser;
    }

    String sessionCookie() {
        return browser.cookies().find("JSESSIONID").map(Cookie::value).orElse("none");
    }

    /** Asks for the page that is for staff. */
    Page secret(PayaraServer node) throws IOException {
        return get(node, "/secret/user");
    }

    /** Asks for the page that is for everybody and tells who one is. */
    Page open(PayaraServer node) throws IOException {
        return get(node, "/user");
    }

    Page keep(PayaraServer node, String value) throws IOException {
        return account(node, "keep&value=" + value);
    }

    Page logout(PayaraServer node) throws IOException {
        return account(node, "logout");
    }

    Page invalidate(PayaraServer node) throws IOException {
        return account(node, "invalidate");
    }

    /** What the sessions had kept that a node has told the application the end of. */
    static List<String> ends(PayaraServer node) throws IOException {
        return List.of(
                new Visitor(Secured.CALLED).account(node, "ends").value("ends").split(","));
    }

    private Page account(PayaraServer node, String op) throws IOException {
        Page page = get(node, "/account?op=" + op);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page;
    }

    Page get(PayaraServer node, String path) throws IOException {
        String whole = application.contextRoot() + path;
        return sendsPassword
                ? browser.get(node, whole, application.user(), application.password())
                : browser.get(node, whole);
    }

    Page post(PayaraServer node, String path) throws IOException {
        return browser.post(node, application.contextRoot() + path);
    }

    /** Logs in on a node, in the application's way, so that the session knows the user. */
    void login(PayaraServer node) throws IOException {
        keep(node, "before");
        switch (application) {
            case FORM, SECURITY_FORM -> loginByForm(node);
            case BASIC -> assertThat(withPassword().secret(node).status()).isEqualTo(200);
            case CALLED -> account(node, "login&user=" + application.user() + "&password=" + application.password());
            case SESSION, REGISTERING ->
                assertThat(get(node, "/secret/user?token=" + application.user()).status())
                        .isEqualTo(200);
            case SECURITY_BASIC -> throw new IllegalArgumentException("keeps no user in the session");
        }
    }

    private void loginByForm(PayaraServer node) throws IOException {
        assertThat(secret(node).body()).isEqualTo("login page");
        Page posted = giveFormPassword(node);
        assertThat(posted.status()).as(posted.body()).isIn(302, 303);
        assertThat(posted.header("Location").orElse("none")).endsWith("/secret/user");
        assertThat(secret(node).status()).isEqualTo(200);
    }

    Page giveFormPassword(PayaraServer node) throws IOException {
        return post(
                node, "/j_security_check?j_username=" + application.user() + "&j_password=" + application.password());
    }
}
