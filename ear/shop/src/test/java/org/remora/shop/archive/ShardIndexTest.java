package org.remora.shop.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardIndexTest {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final Message ROPE = Message.of("anna", "Torn rope", "The rope came torn.", NOON);
    private static final Message BELL = Message.of("bo", "Bell", "Loud, and on a rope!", NOON.plusSeconds(1));

    @TempDir
    private Path directory;

    private static List<MessageStore.Revised> both() {
        return List.of(new MessageStore.Revised(1, ROPE), new MessageStore.Revised(4, BELL));
    }

    private static ShardAnswer.Hit hit(Message message) {
        return new ShardAnswer.Hit(message.id(), message.written().toEpochMilli());
    }

    private static ShardAnswer search(ShardIndex index, String words, String customer) throws IOException {
        return index.search(new Question(words, customer));
    }

    @Test
    void search_wordsOfBoth_findsTheNewestFirst() throws IOException {
        try (ShardIndex index = ShardIndex.open(directory)) {
            index.add(both());

            assertThat(search(index, "ROPE", "")).isEqualTo(new ShardAnswer(4, 2, List.of(hit(BELL), hit(ROPE))));
            assertThat(search(index, "", "").total()).isEqualTo(2);
            assertThat(search(index, "rope loud", "").first()).containsExactly(hit(BELL));
            assertThat(search(index, "rope", "anna").first()).containsExactly(hit(ROPE));
            assertThat(search(index, "anchor", "").total()).isZero();
            assertThat(search(index, "?!", "").total()).isZero();
        }
    }

    @Test
    void search_changedMessage_isFoundByItsNewWordsOnly() throws IOException {
        try (ShardIndex index = ShardIndex.open(directory)) {
            index.add(both());
            index.add(List.of(new MessageStore.Revised(5, ROPE.changed("Anchor", "The anchor is fine."))));

            assertThat(search(index, "rope", "").first()).containsExactly(hit(BELL));
            assertThat(search(index, "anchor", "")).isEqualTo(new ShardAnswer(5, 1, List.of(hit(ROPE))));
        }
    }

    @Test
    void open_again_goesOnWhereItWas() throws IOException {
        try (ShardIndex index = ShardIndex.open(directory)) {
            assertThat(index.revision()).isZero();
            index.add(both());
        }

        try (ShardIndex again = ShardIndex.open(directory)) {
            assertThat(again.revision()).isEqualTo(4);
            assertThat(search(again, "rope", "").total()).isEqualTo(2);
        }
    }
}
