package org.remora.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {

    @Test
    void parse_eurosAndCents_isThePriceAndWrittenTheSame() {
        assertThat(Price.parse("24.90"))
                .contains(new Price(2490))
                .map(Price::written)
                .contains("24.90");
        assertThat(Price.parse("7")).contains(new Price(700));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1,50", "1.5", "1e3", "1234567", "free"})
    void parse_anythingElse_isNoPrice(String text) {
        assertThat(Price.parse(text)).isEmpty();
    }
}
