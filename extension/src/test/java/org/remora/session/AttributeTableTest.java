package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.remora.session.AttributeTable.MAX_TOMBSTONES;
import static org.remora.session.SessionSamples.described;
import static org.remora.session.SessionSamples.isSorted;
import static org.remora.session.SessionSamples.names;
import static org.remora.session.SessionSamples.removeAll;
import static org.remora.session.SessionSamples.removed;
import static org.remora.session.SessionSamples.set;
import static org.remora.session.SessionSamples.setAll;
import static org.remora.session.SessionSamples.texts;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeTableTest {

    @Test
    void with_noChanges_isTheSameTable() {
        AttributeTable table = AttributeTable.EMPTY.with(List.of(set("a", "1")), 1);

        assertThat(table.with(List.of(), 2)).isSameAs(table);
    }

    @Test
    void with_changes_leavesTheTableItComesFromAsItWas() {
        AttributeTable before = AttributeTable.EMPTY.with(List.of(set("b", "1"), set("d", "1")), 1);
        String described = described(before);

        before.with(List.of(set("b", "2"), removed("d"), set("a", "2"), set("c", "2")), 2);
        before.with(List.of(set("e", "2"), set("b", "2")), 2);

        assertThat(described(before)).isEqualTo(described);
    }

    @Test
    void with_newNames_keepsThemInOrder() {
        AttributeTable table =
                AttributeTable.EMPTY.with(List.of(set("m", "1"), set("z", "1"), set("a", "1"), set("", "1")), 1);

        assertThat(isSorted(table)).isTrue();
        assertThat(texts(table)).containsOnlyKeys("m", "z", "a", "");
    }

    @Test
    void with_value_sharesTheBytes() {
        AttributeChange.Written written = new AttributeChange.Written("a", new byte[] {1});

        AttributeTable table = AttributeTable.EMPTY.with(List.of(written), 1).with(List.of(set("b", "1")), 2);

        assertThat(table.bytes(0)).isSameAs(written.bytes());
        assertThat(table.version(0)).isEqualTo(1);
        assertThat(table.version(1)).isEqualTo(2);
    }

    @Test
    void with_moreTombstonesThanRemembered_forgetsTheOldest() {
        AttributeTable table = AttributeTable.EMPTY;
        for (int i = 0; i < MAX_TOMBSTONES + 3; i++) {
            table = table.with(List.of(removed("a" + i)), i + 1);
        }

        assertThat(table.rows()).isEqualTo(MAX_TOMBSTONES);
        assertThat(table.forgottenVersion()).isEqualTo(3);
        assertThat(texts(table)).doesNotContainKeys("a0", "a1", "a2");
    }

    @Test
    void with_moreTombstonesOfOneVersionThanRemembered_forgetsThemAll() {
        List<String> many = names("a", MAX_TOMBSTONES + 1);

        AttributeTable table =
                AttributeTable.EMPTY.with(List.of(setAll(many, "x")), 1).with(List.of(removeAll(many)), 2);

        assertThat(table.rows()).isZero();
        assertThat(table.forgottenVersion()).isEqualTo(2);
    }

    @Test
    void newerThan_aVersion_rowsAfterItTombstonesIncluded() {
        AttributeTable table = AttributeTable.EMPTY
                .with(List.of(set("a", "1"), set("b", "1")), 1)
                .with(List.of(removed("a")), 2)
                .with(List.of(set("c", "3")), 3);

        assertThat(texts(table.newerThan(1))).containsOnlyKeys("a", "c");
        assertThat(texts(table.newerThan(2))).isEqualTo(Map.of("c", "3"));
        assertThat(table.newerThan(3).rows()).isZero();
        assertThat(table.newerThan(0)).isSameAs(table);
    }

    @Test
    void except_someNames_theOtherRows() {
        AttributeTable table = AttributeTable.EMPTY.with(List.of(set("a", "1"), set("b", "1"), set("c", "1")), 1);

        assertThat(texts(table.except(List.of(set("a", "9"), removed("c"), removed("never")))))
                .isEqualTo(Map.of("b", "1"));
        assertThat(table.except(List.of())).isSameAs(table);
    }

    @Test
    void ofRows_unequalLengths_refused() {
        assertThatThrownBy(() -> AttributeTable.ofRows(new String[1], new byte[1][], new long[2], 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void written_withoutBytes_refusedSinceThatIsATombstone() {
        assertThatThrownBy(() -> new AttributeChange.Written("a", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a'");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void with_randomChanges_isWhatASimpleMapSays(long seed) {
        Random random = new Random(seed);
        TableModel model = new TableModel();
        AttributeTable table = AttributeTable.EMPTY;
        for (long version = 1; version <= 250; version++) {
            List<AttributeChange> changes = RandomChanges.next(random);
            model.apply(changes, version);
            table = table.with(changes, version);

            assertThat(isSorted(table)).isTrue();
            assertThat(texts(table.withoutTombstones())).isEqualTo(model.values());
            assertThat(texts(table)).hasSizeLessThanOrEqualTo(model.values().size() + MAX_TOMBSTONES);
            long since = random.nextLong(version + 1);
            if (since >= table.forgottenVersion()) {
                assertThat(texts(table.newerThan(since))).isEqualTo(model.newerThan(since));
            }
        }
    }
}
