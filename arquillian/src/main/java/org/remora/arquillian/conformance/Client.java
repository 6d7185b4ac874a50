package org.remora.arquillian.conformance;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Cookie;
import org.remora.arquillian.server.CookieJar;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/**
 * One user of the application on one site. Each of its requests goes to the next server of the site.
 *
 * <p>Safe for use by several threads.
 */
public final class Client {

    /** With Remora, the end of a session that nobody uses is announced up to half a minute after its timeout. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Site site;
    private final ConformanceApplication application;
    private final Browser browser;
    private final AtomicInteger requests;

    private Client(Site site, ConformanceApplication application, Browser browser, AtomicInteger requests) {
        this.site = site;
        this.application = application;
        this.browser = browser;
        this.requests = requests;
    }

    /** Makes a client without cookies. */
    public static Client of(Site site) {
        return new Client(site, ConformanceApplication.PLAIN, new Browser(), new AtomicInteger());
    }

    /** Returns the same browser, at another application. */
    public Client at(ConformanceApplication other) {
        return new Client(site, other, browser, requests);
    }

    /** Returns another window of the same user: what it does next goes to the next server, as if this one did it. */
    public Client window() {
        return new Client(site, application, browser.withSameCookies(), requests);
    }

    /** Returns somebody else. */
    public Client stranger() {
        return new Client(site, application, new Browser(), requests);
    }

    /** Returns the cookies. */
    public CookieJar cookies() {
        return browser.cookies();
    }

    /** Has these steps done in one request, which must go well. */
    public Reply ask(String... steps) throws IOException {
        return get("/do" + query(steps)).hasStatus(200);
    }

    /** Has these steps done in one request at another address of the application, whatever comes of it. */
    public Reply askAt(String path, String... steps) throws IOException {
        return get(path + query(steps));
    }

    /** Gets a page of the application by its path, which begins with a slash behind the context root. */
    public Reply get(String path) throws IOException {
        return new Reply(browser.get(next(), application.contextRoot() + path));
    }

    /** Gets a page by the address that the application gave, which begins with its context root. */
    public Reply follow(String address) throws IOException {
        return new Reply(browser.get(next(), address.replaceFirst("^http://[^/]*", "")));
    }

    /** Posts to an address that the application gave, which begins with its context root. */
    public Reply send(String address) throws IOException {
        return new Reply(browser.post(next(), address));
    }

    /** Presents a session id that this application never gave to this client. */
    public void presents(String cookieName, String value) {
        cookies().put(Cookie.parse(cookieName + "=" + value + "; Path=/"));
    }

    /** Returns the lines that listeners noted for a session, from the first to the last, on all servers together. */
    public List<String> journal(String session) throws IOException {
        List<String> lines = new ArrayList<>();
        for (PayaraServer server : site.servers()) {
            Page page = new Browser().get(server, application.contextRoot() + "/journal?session=" + encoded(session));
            page.body().lines().forEach(lines::add);
        }
        lines.sort(Comparator.comparingLong(line -> Long.parseLong(line.substring(0, line.indexOf(' ')))));
        return lines.stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList();
    }

    /** Returns the journal's lines that begin like this. */
    public List<String> journal(String session, String beginning) throws IOException {
        return journal(session).stream()
                .filter(line -> line.startsWith(beginning))
                .toList();
    }

    /** Waits until a line of a session's journal is as wanted, and returns the first one. */
    public String await(String session, Predicate<String> wanted) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> seen = List.of();
        while (System.nanoTime() - end < 0) {
            seen = journal(session);
            for (String line : seen) {
                if (wanted.test(line)) {
                    return line;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError("nothing of the kind was noted, only " + seen);
    }

    /** Lets time pass, as a user does that reads a page. */
    public void idle(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /** Returns steps as the query of an address. */
    public static String query(String... steps) {
        return Arrays.stream(steps).map(step -> "step=" + encoded(step)).collect(Collectors.joining("&", "?", ""));
    }

    private PayaraServer next() {
        return site.servers()
                .get(Math.floorMod(requests.getAndIncrement(), site.servers().size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
