package org.remora.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BillTest {

    private final Catalogue catalogue = new Catalogue();

    @Test
    void of_productNoLongerSold_isLeftOut() {
        Bill bill = Bill.of(Map.of("mug", 2, "sextant", 1), catalogue);

        assertThat(bill.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.product().id()).isEqualTo("mug"));
    }

    @Test
    void total_severalProducts_isTheSumOfTheirPrices() {
        Bill bill = Bill.of(Map.of("mug", 2, "compass", 1), catalogue);

        assertThat(bill.pieces()).isEqualTo(3);
        assertThat(bill.total()).isEqualTo(new Price(2 * 1250 + 6450)).hasToString("€\u00A089.50");
    }
}
