package org.remora.arquillian.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** Writes letters, and looks for them. */
final class ArchiveUser {

    private static final String ARCHIVE = "/shop/archive";
    private static final Duration UNTIL_COMPLETE = Duration.ofSeconds(60);

    private final Browser browser = new Browser();

    void addSamples(PayaraServer node, int count) throws IOException {
        post(node, "?do=samples&count=" + count);
    }

    void write(PayaraServer node, String customer, String subject, String text) throws IOException {
        post(node, "?do=write&customer=" + encoded(customer) + words(subject, text));
    }

    void change(PayaraServer node, String id, String subject, String text) throws IOException {
        post(node, "?do=change&id=" + id + words(subject, text));
    }

    private void post(PayaraServer node, String form) throws IOException {
        assertThat(browser.post(node, ARCHIVE + form).status()).isEqualTo(302);
    }

    private static String words(String subject, String text) {
        return "&subject=" + encoded(subject) + "&text=" + encoded(text);
    }

    /** What a node says to a question, complete or not. */
    Page search(PayaraServer node, String words, String customer) {
        try {
            Page page =
                    browser.get(node, ARCHIVE + "/status?words=" + encoded(words) + "&customer=" + encoded(customer));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("No answer of " + node, e);
        }
    }

    boolean isComplete(PayaraServer node) {
        return search(node, "", "").value("complete").equals("true");
    }

    void awaitComplete(PayaraServer node) {
        await().atMost(UNTIL_COMPLETE).until(() -> isComplete(node));
    }

    Page page(PayaraServer node) throws IOException {
        return browser.get(node, ARCHIVE);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
