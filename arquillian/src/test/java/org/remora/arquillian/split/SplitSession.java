package org.remora.arquillian.split;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** A session that is used through both nodes at a time, by two browsers that share its cookie; and its history. */
final class SplitSession {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ATTRIBUTE = TwoHosts.PROBE + "/attribute?op=";

    private final History history = new History();
    private final List<Browser> browsers;
    private volatile boolean invalidated;

    private SplitSession(List<Browser> browsers) {
        this.browsers = browsers;
    }

    static SplitSession on(PayaraServer node) throws IOException {
        Browser first = new Browser(PATIENCE);
        Page page = first.get(node, ATTRIBUTE + "set&name=before&value=0");
        if (page.status() != 200) {
            throw new IOException("no session: " + page.status());
        }
        return new SplitSession(List.of(first, first.withSameCookies()));
    }

    boolean isInvalidated() {
        return invalidated;
    }

    /** Writes an attribute through a node, whatever comes of it. */
    void write(int side, PayaraServer node, String attribute, String value) {
        long beginNanos = System.nanoTime();
        boolean acknowledged = isOk(side, node, ATTRIBUTE + "set&name=" + attribute + "&value=" + value);
        history.add(new Write(attribute, value, beginNanos, System.nanoTime(), acknowledged));
    }

    /** Ends the session on the first side; the other may go on with it. */
    void invalidate(PayaraServer node) {
        invalidated = isOk(0, node, TwoHosts.PROBE + "/lifecycle?op=invalidate");
    }

    private boolean isOk(int side, PayaraServer node, String path) {
        try {
            return browsers.get(side).post(node, path).status() == 200;
        } catch (IOException unanswered) {
            return false;
        }
    }

    /** Judges what a node shows of the session now. */
    List<String> complaints(int side, PayaraServer node) throws IOException {
        if (invalidated) {
            Browser browser = browsers.get(1).withSameCookies(); // of the side that did not hear of the end
            String session = browser.get(node, TwoHosts.PROBE + "/session").body();
            return session.contains("id=none") ? List.of() : List.of("an invalidated session is there: " + session);
        }
        Browser browser = browsers.get(side).withSameCookies();
        Map<String, Optional<String>> values = new TreeMap<>();
        for (String attribute : history.attributes()) {
            Page page = browser.get(node, ATTRIBUTE + "get&name=" + attribute);
            values.put(attribute, Optional.of(page.value("value")).filter(text -> !text.equals("null")));
        }
        return values.entrySet().stream()
                .flatMap(shown -> history.complaint(shown.getKey(), shown.getValue()).stream())
                .map(complaint -> node.name() + ": " + complaint)
                .toList();
    }

    Stream<String> attributes() {
        return history.attributes().stream();
    }
}
