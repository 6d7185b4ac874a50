package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.set;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameSetsTest {

    private final NameSets sets = new NameSets();

    @Test
    void shared_sameNames_oneArray() {
        String[] first = sets.shared(new String[] {"cart", "user"});

        assertThat(sets.shared(new String[] {"cart", "user"})).isSameAs(first);
    }

    @Test
    void shared_otherNamesOfTheSameHash_areTheirOwn() {
        String[] first = sets.shared(new String[] {"Aa"});

        assertThat(sets.shared(new String[] {"BB"})).containsExactly("BB");
        assertThat(first).containsExactly("Aa");
    }

    @Test
    void with_furtherNameInOneOfTwoTables_leavesTheOther() {
        AttributeTable one = AttributeTable.EMPTY.with(List.of(set("cart", "1")), 1);
        AttributeTable other = AttributeTable.EMPTY.with(List.of(set("cart", "2")), 1);

        AttributeTable more = one.with(List.of(set("a", "3"), set("user", "4")), 2);

        assertThat(more.rows()).isEqualTo(3);
        assertThat(other.rows()).isEqualTo(1);
        assertThat(other.name(0)).isEqualTo("cart");
    }
}
