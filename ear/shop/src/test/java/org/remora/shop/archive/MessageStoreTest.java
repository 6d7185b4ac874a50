package org.remora.shop.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MessageStoreTest {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final int SHARD = Shards.of("anna");

    private final String url = TestDatabase.url();
    private final MessageStore store = TestDatabase.store(url);

    private static Message letter(String text) {
        return Message.of("anna", "hello", text, NOON);
    }

    @Test
    void save_severalShards_saysWhereEachWasBefore() {
        Message other = Message.of("bo", "hello", "there", NOON);
        assertThat(other.shard()).isNotEqualTo(SHARD);

        assertThat(store.save(List.of(letter("one"), other, letter("two"))))
                .isEqualTo(Map.of(SHARD, 0L, other.shard(), 0L));
        assertThat(store.save(List.of(letter("three")))).isEqualTo(Map.of(SHARD, 2L));
        assertThat(store.revisions())
                .hasSize(Shards.COUNT)
                .containsEntry(SHARD, 3L)
                .containsEntry(other.shard(), 1L);
    }

    @Test
    void changes_messageThatWasChanged_comesOnceWithItsLastRevision() {
        Message one = letter("one");
        Message two = letter("two");
        store.save(List.of(one, two));
        Message changed = one.changed("goodbye", "once more");
        store.save(List.of(changed));

        assertThat(store.changes(SHARD, 0, 10))
                .containsExactly(new MessageStore.Revised(2, two), new MessageStore.Revised(3, changed));
        assertThat(store.changes(SHARD, 2, 10)).containsExactly(new MessageStore.Revised(3, changed));
        assertThat(store.changes(SHARD, 0, 1)).hasSize(1);
        assertThat(store.find(List.of(one.id(), "nobody"))).isEqualTo(Map.of(one.id(), changed));
    }

    @RepeatedTest(20)
    void store_openedByFourAtOnce_isOneStore() {
        List<CompletableFuture<MessageStore>> opened = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    MessageStore one = TestDatabase.store(url);
                    assertThat(one.revisions()).hasSize(Shards.COUNT);
                    return one;
                }))
                .limit(4)
                .toList();

        assertThat(opened).allSatisfy(one -> assertThat(one.join().id()).isEqualTo(store.id()));
    }

    /** What a reader takes for the end of a shard is never overtaken by something earlier. */
    @Test
    void changes_readWhileSeveralSave_missNone() {
        List<CompletableFuture<List<Message>>> writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.supplyAsync(() -> IntStream.range(0, 100)
                        .mapToObj(number -> {
                            Message letter = letter(writer + " " + number);
                            store.save(List.of(letter));
                            return letter;
                        })
                        .toList()))
                .toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
        Set<Message> read = new HashSet<>();
        long revision = 0;
        boolean isLast;
        do {
            isLast = all.isDone();
            for (MessageStore.Revised change : store.changes(SHARD, revision, 7)) {
                assertThat(change.revision()).isEqualTo(revision + 1);
                revision = change.revision();
                read.add(change.message());
            }
        } while (!isLast || revision < 400);

        writers.forEach(writer -> assertThat(read).containsAll(writer.join()));
    }
}
