package org.remora.arquillian.conformance.servlet;

import static org.remora.arquillian.conformance.Check.check;
import static org.remora.arquillian.conformance.ConformanceApplication.COOKIES;

import java.io.IOException;
import java.util.List;
import org.remora.arquillian.conformance.Chapter;
import org.remora.arquillian.conformance.Client;
import org.remora.arquillian.conformance.Expect;
import org.remora.arquillian.server.Cookie;

/** The session cookie as an application configures it. */
public final class CookieConfiguration {

    private CookieConfiguration() {}

    /** Returns the checks. */
    public static Chapter chapter() {
        return new Chapter(
                "SessionCookieConfig",
                List.of(
                        check(
                                "SRV.SessionCookieConfig-1",
                                "An application that set no name of the cookie finds none.",
                                client -> client.ask("cookieName").is("null")),
                        check(
                                "SRV.SessionCookieConfig-2",
                                "The configured name is found.",
                                client -> client.at(COOKIES).ask("cookieName").is("CHECKED")),
                        check(
                                "SRV.SessionCookieConfig-3",
                                "The configured name is that of the cookie.",
                                client -> cookie(client.at(COOKIES), "CHECKED")),
                        check(
                                "SRV.SessionCookieConfig-4",
                                "The configured path is found, and that of the cookie.",
                                client -> {
                                    client.at(COOKIES).ask("cookiePath").is("/cookies");
                                    Expect.same(
                                            cookie(client.at(COOKIES), "CHECKED")
                                                    .path(),
                                            "/cookies");
                                }),
                        check(
                                "SRV.SessionCookieConfig-5",
                                "Without a configured path, the cookie's is that of the application.",
                                client ->
                                        Expect.same(cookie(client, "JSESSIONID").path(), "/conformance")),
                        check(
                                "SRV.SessionCookieConfig-6",
                                "The configured life is found, and that of the cookie.",
                                client -> {
                                    client.at(COOKIES).ask("cookieMaxAge").is("3600");
                                    attribute(client.at(COOKIES), "max-age", "3600");
                                }),
                        check(
                                "SRV.SessionCookieConfig-7",
                                "Without one, the cookie lives as long as the browser.",
                                client -> {
                                    client.ask("cookieMaxAge").is("-1");
                                    Expect.that(!cookie(client, "JSESSIONID").has("max-age"), "the cookie has an end");
                                }),
                        check("SRV.SessionCookieConfig-8", "HttpOnly is found, and on the cookie.", client -> {
                            client.at(COOKIES).ask("cookieHttpOnly").is("true");
                            attribute(client.at(COOKIES), "httponly", "");
                        }),
                        check(
                                "SRV.SessionCookieConfig-9",
                                "Not marked as secure, the cookie of a plain request is not secure.",
                                client -> {
                                    client.ask("cookieSecure").is("false");
                                    Expect.that(!cookie(client, "JSESSIONID").has("secure"), "the cookie is secure");
                                }),
                        check(
                                "SRV.SessionCookieConfig-10",
                                "Other attributes are found, and on the cookie.",
                                client -> {
                                    client.at(COOKIES)
                                            .ask("cookieAttribute SameSite")
                                            .is("Lax");
                                    attribute(client.at(COOKIES), "samesite", "Lax");
                                }),
                        check(
                                "SRV.SessionCookieConfig-11",
                                "Nothing of it can be changed once the application runs.",
                                CookieConfiguration::unchangeable),
                        check(
                                "SRV.SessionCookieConfig-12",
                                "A name that an application finds is that of the cookie.",
                                CookieConfiguration::truthfulName)));
    }

    private static Cookie cookie(Client client, String name) throws IOException {
        return client.ask("create")
                .cookie(name)
                .orElseThrow(() -> new AssertionError("no cookie " + name + " was sent"));
    }

    private static void attribute(Client client, String name, String value) throws IOException {
        client.cookies().clear();
        Expect.same(cookie(client, "CHECKED").attribute(name).orElse("none"), value);
    }

    private static void unchangeable(Client client) throws IOException {
        for (String step : List.of(
                "setCookieName",
                "setCookiePath",
                "setCookieDomain",
                "setCookieHttpOnly",
                "setCookieSecure",
                "setCookieMaxAge",
                "setCookieAttribute")) {
            client.ask(step).is("!IllegalStateException");
        }
    }

    private static void truthfulName(Client client) throws IOException {
        String name = client.ask("cookieName").last();
        cookie(client, name.equals("null") ? "JSESSIONID" : name);
    }
}
