package org.remora.hazelcast.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OtherClustersTest {

    private final OtherClusters met = new OtherClusters(2);

    @Test
    void isNew_samePlaceAgain_isNot() {
        assertThat(met.isNew("10.1.0.4:5701")).isTrue();
        assertThat(met.isNew("10.1.0.4:5701")).isFalse();
    }

    @Test
    void isNew_moreThanSoManyPlaces_isNot() {
        assertThat(met.isNew("10.1.0.4")).isTrue();
        assertThat(met.isNew("10.1.0.5")).isTrue();

        assertThat(met.isNew("10.1.0.6")).isFalse();
    }
}
