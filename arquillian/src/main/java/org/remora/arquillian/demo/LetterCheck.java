package org.remora.arquillian.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** Writes letters, and finds them again on another server when a part of their index is lost. */
final class LetterCheck {

    private static final String ARCHIVE = ShopServers.CONTEXT_ROOT + "/archive";
    private static final int LETTERS = 1_000;
    private static final String WORD = "anchor";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final PrintStream out;
    private final Browser browser = new Browser();
    private String written = "";
    private String found = "";

    LetterCheck(PrintStream out) {
        this.out = out;
    }

    /** How many letters with a word there were before. */
    String written() {
        return written;
    }

    /** How many there are now. */
    String found() {
        return found;
    }

    void write(PayaraServer server) throws IOException {
        Page answer = browser.post(server, ARCHIVE + "?do=samples&count=" + LETTERS);
        if (answer.status() != 302) {
            throw new DemoFailedException("Status " + answer.status() + " came from the archive");
        }
        Search search = Search.untilComplete(browser, server);
        written = search.found();
        out.println("3. Wrote " + LETTERS + " letters on " + server.name() + "; all were indexed after "
                + search.millis() + " ms");
    }

    void search(PayaraServer survivor) throws IOException {
        Search search = Search.untilComplete(browser, survivor);
        found = search.found();
        out.println("7. Searched in the letters on " + survivor.name()
                + "; what was missing in the index was there after " + search.millis() + " ms");
    }

    /**
     * A search that is repeated until nothing is missing.
     *
     * @param found how many letters it has found
     * @param millis how long it took
     */
    private record Search(String found, long millis) {

        static Search untilComplete(Browser browser, PayaraServer server) throws IOException {
            long startNanos = System.nanoTime();
            Page answer = browser.get(server, ARCHIVE + "/status?words=" + WORD);
            while (!isComplete(answer)) {
                if (System.nanoTime() - startNanos > PATIENCE.toNanos()) {
                    throw new DemoFailedException("The index of letters is not complete: " + answer.body());
                }
                LockSupport.parkNanos(PAUSE.toNanos());
                answer = browser.get(server, ARCHIVE + "/status?words=" + WORD);
            }
            return new Search(answer.value("found"), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos));
        }

        private static boolean isComplete(Page answer) {
            return answer.value("complete").equals("true");
        }
    }
}
