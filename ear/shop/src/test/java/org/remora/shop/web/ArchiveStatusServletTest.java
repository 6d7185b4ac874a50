package org.remora.shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.shop.archive.Message;
import org.remora.shop.archive.SearchResult;
import org.remora.shop.archive.ShardState;

class ArchiveStatusServletTest {

    @Test
    void status_incompleteResult_hasALineForEachThing() {
        Message one = Message.of("anna", "one", "text", Instant.EPOCH);
        Message two = Message.of("bo", "two", "text", Instant.EPOCH);

        assertThat(ArchiveStatusServlet.status(
                        new SearchResult(2, List.of(one, two), List.of(new ShardState(0, true, 2, 3)))))
                .isEqualTo("""
                        complete=false
                        indexed=2
                        stored=3
                        found=2
                        ids=%s,%s
                        """.formatted(one.id(), two.id()));
    }
}
