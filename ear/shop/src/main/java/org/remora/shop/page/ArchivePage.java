package org.remora.shop.page;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.remora.shop.archive.Message;
import org.remora.shop.archive.Question;
import org.remora.shop.archive.SearchResult;

/** The page with the letters of customers, and what there is to find in them. */
public final class ArchivePage {

    private static final String TITLE = "Letters to the shop";
    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ArchivePage() {}

    /** The page on servers that have no archive. */
    public static Html closed(Visit visit) {
        return Frame.page(TITLE, visit, Html.of("""
                <p class="empty">The archive is closed: its servers need Remora, and a database that they share, named by
                the setting <code>shop.archive.url</code>.</p>
                """));
    }

    /** The page with an answer. */
    public static Html html(Question question, SearchResult result, Visit visit) {
        return Frame.page(
                TITLE,
                visit,
                Html.of(
                        """
                        {}
                        {}
                        <p class="note" role="status">{} found, the newest first</p>
                        <ul class="letters">{}</ul>
                        <div class="beside">{}{}</div>
                        """,
                        search(question, visit),
                        result.isComplete() ? Html.NOTHING : incomplete(result),
                        result.total(),
                        result.first().stream()
                                .map(message -> letter(message, visit))
                                .toList(),
                        write(visit),
                        ShardPanel.html(result)));
    }

    private static Html search(Question question, Visit visit) {
        return Html.of("""
                <form class="search" method="get" action="{}/archive" role="search">
                    <input name="words" value="{}" placeholder="All of these words" aria-label="Words" maxlength="200">
                    <input name="customer" value="{}" placeholder="Any customer" aria-label="Customer" maxlength="200">
                    <button class="plain">Search</button>
                </form>
                """, visit.root(), question.words(), question.customer());
    }

    private static Html incomplete(SearchResult result) {
        return Html.of(
                """
                <p class="warning" role="alert"><strong>This is incomplete.</strong>
                {} of {} shards of the index are being built, or do not answer; {} of {} messages are in it.
                The page looks again by itself.</p>
                """,
                result.shards().stream().filter(shard -> !shard.isComplete()).count(),
                result.shards().size(),
                result.indexed(),
                result.stored());
    }

    private static Html letter(Message message, Visit visit) {
        return Html.of(
                """
                <li>
                    <h2>{}</h2>
                    <p class="note">{}, <time datetime="{}">{}</time></p>
                    <p>{}</p>
                    <details>
                        <summary>Change</summary>
                        <form method="post" action="{}/archive">
                            <input type="hidden" name="id" value="{}">
                            <input name="subject" value="{}" aria-label="Subject" maxlength="200" required>
                            <textarea name="text" aria-label="Text" maxlength="4000" required>{}</textarea>
                            <button class="plain" name="do" value="change">Change the letter</button>
                        </form>
                    </details>
                </li>
                """,
                message.subject(),
                message.customer(),
                message.written(),
                TO_THE_MINUTE.format(message.written()),
                message.text(),
                visit.root(),
                message.id(),
                message.subject(),
                message.text());
    }

    private static Html write(Visit visit) {
        return Html.of("""
                <section aria-labelledby="write">
                    <h2 id="write">Write a letter</h2>
                    <form class="write" method="post" action="{}/archive">
                        <input name="customer" placeholder="Your name" aria-label="Your name" maxlength="200" required>
                        <input name="subject" placeholder="Subject" aria-label="Subject" maxlength="200" required>
                        <textarea name="text" aria-label="Text" maxlength="4000" required></textarea>
                        <button class="main" name="do" value="write">Send</button>
                    </form>
                    <form method="post" action="{}/archive">
                        <input type="hidden" name="count" value="1000">
                        <button class="quiet" name="do" value="samples">Add 1,000 letters that nobody wrote</button>
                    </form>
                </section>
                """, visit.root(), visit.root());
    }
}
