package org.remora.shop.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.remora.shop.Bill;
import org.remora.shop.archive.Message;
import org.remora.shop.archive.Question;
import org.remora.shop.archive.SearchResult;
import org.remora.shop.archive.ShardState;

class ArchivePageTest {

    private static final Visit VISIT = new Visit(
            "/shop", new Bill(List.of()), List.of(), new Whereabouts("node1", Cluster.NONE, Optional.empty()));
    private static final Message LETTER =
            Message.of("anna", "<b>hello</b>", "there", Instant.parse("2025-03-01T12:00:00Z"));

    private static String page(ShardState... shards) {
        SearchResult result = new SearchResult(1, List.of(LETTER), List.of(shards));
        return ArchivePage.html(new Question("hello", ""), result, VISIT).text();
    }

    @Test
    void html_allShardsComplete_showsWhatWasFoundAndNoWarning() {
        assertThat(page(new ShardState(0, true, 3, 3), new ShardState(1, true, 5, 4)))
                .contains("1 found", "&lt;b&gt;hello&lt;/b&gt;", "value=\"hello\"", "7 of 7 messages")
                .doesNotContain("incomplete");
    }

    @Test
    void html_shardBehindAndShardWithoutAnswer_saysThatItIsIncompleteAndHowFarItIs() {
        assertThat(page(new ShardState(0, true, 3, 8), new ShardState(1, false, 0, 2), new ShardState(2, true, 1, 1)))
                .contains("This is incomplete", "2 of 3 shards", "4 of 11 messages", "3/8", "no answer")
                .contains("<progress value=\"4\" max=\"11\">");
    }

    @Test
    void closed_tellsWhatIsMissing() {
        assertThat(ArchivePage.closed(VISIT).text()).contains("shop.archive.url");
    }
}
