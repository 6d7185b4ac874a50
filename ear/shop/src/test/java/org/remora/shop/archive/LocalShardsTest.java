package org.remora.shop.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalShardsTest {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final int SHARD = Shards.of("anna");
    private static final Question ALL = new Question("", "");

    private final MessageStore store = TestDatabase.store(TestDatabase.url());
    private final LocalShards shards = new LocalShards(store);

    @TempDir
    private Path directory;

    @BeforeEach
    void begin() {
        shards.begin(directory);
    }

    @AfterEach
    void close() {
        shards.close();
    }

    private void write(int count) {
        store.save(IntStream.range(0, count)
                .mapToObj(number -> Message.of("anna", "letter", "number " + number, NOON))
                .toList());
    }

    @Test
    void advance_manyMessages_goesPieceByPieceToTheEnd() throws IOException {
        write(600);

        assertThat(shards.advance(SHARD, 0)).isEqualTo(new LocalShards.Advance(250, false));
        assertThat(shards.search(SHARD, ALL)).extracting(ShardAnswer::revision).isEqualTo(250L);
        assertThat(shards.advance(SHARD, 250)).isEqualTo(new LocalShards.Advance(500, false));
        assertThat(shards.advance(SHARD, 500)).isEqualTo(new LocalShards.Advance(600, true));
        assertThat(shards.search(SHARD, ALL).total()).isEqualTo(600);
    }

    @Test
    void advance_whereOthersHaveBeen_doesNothing() throws IOException {
        write(600);
        shards.advance(SHARD, 0);

        assertThat(shards.advance(SHARD, 0)).isEqualTo(new LocalShards.Advance(250, true));
        assertThat(shards.search(SHARD, ALL).total()).isEqualTo(250);
    }

    /** A shard that comes back to a server which had it once. */
    @Test
    void advance_indexThatWasLeftBehind_takesInWhatIsMissing() throws IOException {
        write(3);
        shards.advance(SHARD, 0);
        write(2);

        assertThat(shards.advance(SHARD, Long.MAX_VALUE)).isEqualTo(new LocalShards.Advance(5, true));
    }

    @Test
    void search_indexOfAnotherDatabase_findsNothingOfIt() throws IOException {
        write(3);
        shards.advance(SHARD, 0);
        LocalShards other = new LocalShards(TestDatabase.store(TestDatabase.url()));
        other.begin(directory);

        assertThat(other.search(SHARD, ALL)).isEqualTo(new ShardAnswer(0, 0, List.of()));
        other.close();
    }
}
