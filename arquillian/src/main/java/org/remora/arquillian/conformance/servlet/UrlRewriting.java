package org.remora.arquillian.conformance.servlet;

import static org.remora.arquillian.conformance.Check.check;
import static org.remora.arquillian.conformance.ConformanceApplication.ADDRESSES;
import static org.remora.arquillian.conformance.ConformanceApplication.COOKIES;

import java.io.IOException;
import java.util.List;
import org.remora.arquillian.conformance.Chapter;
import org.remora.arquillian.conformance.Client;
import org.remora.arquillian.conformance.Expect;
import org.remora.arquillian.conformance.Reply;

/** Session ids in addresses. */
public final class UrlRewriting {

    private static final String PAGE = "/conformance/do?step=peek&step=fromUrl&step=fromCookie#end";

    private UrlRewriting() {}

    /** Returns the checks. */
    public static Chapter chapter() {
        return new Chapter(
                "Session ids in addresses (Servlet 7.1.3; HttpServletResponse, HttpServletRequest, ServletContext)",
                List.of(
                        check(
                                "SRV.7.1.3-1",
                                "A rewritten address carries the session id as the path parameter jsessionid, before"
                                        + " the query.",
                                UrlRewriting::pathParameter),
                        check(
                                "SRV.7.1.3-2",
                                "A request to a rewritten address is one of the session.",
                                UrlRewriting::joinsSession),
                        check(
                                "SRV.7.1.3-3",
                                "Rewritten addresses keep a session over several requests.",
                                UrlRewriting::severalRequests),
                        check(
                                "SRV.HttpServletResponse-1",
                                "encodeURL leaves an address alone if there is no session.",
                                client -> client.ask("encode /conformance/do").is("/conformance/do")),
                        check(
                                "SRV.HttpServletResponse-2",
                                "encodeURL leaves an address alone if the client keeps cookies.",
                                client -> knownByCookie(client, "encode /conformance/do")),
                        check(
                                "SRV.HttpServletResponse-3",
                                "encodeRedirectURL rewrites an address of the application.",
                                UrlRewriting::redirectAddress),
                        check(
                                "SRV.HttpServletResponse-4",
                                "encodeRedirectURL leaves an address alone if the client keeps cookies.",
                                client -> knownByCookie(client, "encodeRedirect /conformance/do")),
                        check(
                                "SRV.HttpServletResponse-5",
                                "The id is not given away to other sites.",
                                client -> client.ask("create", "encode http://example.org/x")
                                        .is("http://example.org/x")),
                        check(
                                "SRV.HttpServletResponse-6",
                                "After a change of the session's id, addresses carry the new one.",
                                UrlRewriting::changedId),
                        check(
                                "SRV.HttpServletResponse-7",
                                "After the end of the session, addresses carry no id.",
                                client -> client.ask("create", "invalidate", "encode /conformance/do")
                                        .is("/conformance/do")),
                        check(
                                "SRV.HttpServletRequest-1",
                                "The request tells that the id came in the address.",
                                UrlRewriting::fromUrl),
                        check(
                                "SRV.ServletContext-1",
                                "Where only cookies are allowed, addresses are left alone.",
                                client -> client.at(COOKIES)
                                        .ask("create", "encode /cookies/do")
                                        .is("/cookies/do")),
                        check(
                                "SRV.ServletContext-2",
                                "Where only cookies are allowed, an id in an address opens no session.",
                                UrlRewriting::onlyCookies),
                        check(
                                "SRV.ServletContext-3",
                                "Where only addresses are allowed, no cookie is sent.",
                                UrlRewriting::noCookie),
                        check(
                                "SRV.ServletContext-4",
                                "Where only addresses are allowed, a cookie opens no session.",
                                UrlRewriting::onlyAddresses),
                        check(
                                "SRV.ServletContext-5",
                                "Where only addresses are allowed, they keep the session.",
                                UrlRewriting::byAddress),
                        check(
                                "SRV.ServletContext-6",
                                "The effective tracking modes are the configured ones.",
                                UrlRewriting::effectiveModes),
                        check(
                                "SRV.ServletContext-7",
                                "Tracking modes cannot be set once the application runs.",
                                client -> client.ask("setModes").is("!IllegalStateException"))));
    }

    private static void pathParameter(Client client) throws IOException {
        Reply reply = client.ask("create", "encode " + PAGE);
        Expect.that(
                reply.last().startsWith("/conformance/do;jsessionid=" + reply.line(0)),
                "" + reply.last() + " does not carry " + reply.line(0));
        Expect.that(reply.last().endsWith(PAGE.substring(PAGE.indexOf('?'))), "not the same query: " + reply.last());
    }

    private static void joinsSession(Client client) throws IOException {
        Reply first = client.ask("create", "encode " + PAGE);
        client.cookies().clear();
        client.follow(first.last()).is(0, first.line(0));
    }

    private static void fromUrl(Client client) throws IOException {
        Reply first = client.ask("create", "encode " + PAGE);
        client.cookies().clear();
        client.follow(first.last()).is(1, "true").is(2, "false");
    }

    private static void severalRequests(Client client) throws IOException {
        String address = client.ask("create", "encode /conformance/do").last();
        for (String name : List.of("a", "b", "c", "d")) {
            client.cookies().clear();
            Reply reply = client.follow(address + Client.query("set " + name + " x", "encode /conformance/do"));
            reply.is(0, "done");
            address = reply.last();
        }
        client.cookies().clear();
        client.follow(address + Client.query("names")).is("a,b,c,d,greeting");
    }

    private static void redirectAddress(Client client) throws IOException {
        Reply reply = client.ask("create", "encodeRedirect /conformance/do?step=peek");
        Expect.that(reply.last().contains(";jsessionid=" + reply.line(0)), "no id in " + reply.last());
    }

    private static void knownByCookie(Client client, String encode) throws IOException {
        client.ask("create");
        client.ask("create", encode).is("/conformance/do");
    }

    private static void changedId(Client client) throws IOException {
        Reply reply = client.ask("create", "changeId", "encode /conformance/do");
        Expect.that(reply.last().contains(";jsessionid=" + reply.line(1)), "no new id in " + reply.last());
    }

    private static void onlyCookies(Client client) throws IOException {
        Client guest = client.at(COOKIES);
        String id = guest.ask("create", "set color red", "id").last();
        client.cookies().clear();
        guest.askAt("/do;jsessionid=" + id, "peek").is("none");
        guest.askAt("/do;CHECKED=" + id, "peek").is("none");
    }

    private static void noCookie(Client client) throws IOException {
        Reply reply = client.at(ADDRESSES).ask("create");
        Expect.same(reply.page().setCookieHeaders(), List.of());
    }

    private static void onlyAddresses(Client client) throws IOException {
        Client guest = client.at(ADDRESSES);
        Reply first = guest.ask("create", "encode /addresses/do");
        guest.presents("CHECKED", first.last().substring(first.last().indexOf('=') + 1));
        guest.ask("peek").is("none");
    }

    private static void byAddress(Client client) throws IOException {
        Reply first = client.at(ADDRESSES).ask("create", "set color red", "encode /addresses/do?step=get%20color");
        client.cookies().clear();
        client.follow(first.last()).is("red");
        client.follow(first.last()).is("red");
    }

    private static void effectiveModes(Client client) throws IOException {
        client.at(COOKIES).ask("modes").is("[COOKIE]");
        client.at(ADDRESSES).ask("modes").is("[URL]");
        Reply reply = client.ask("modes", "defaultModes");
        reply.is(reply.line(0));
    }
}
