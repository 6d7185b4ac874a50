package org.remora.invalidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CacheInvalidatedTest {

    @Test
    void of_keys_areKeptInOrderWithoutDuplicates() {
        assertThat(CacheInvalidated.of("prices", 3, 1, 3).keys()).containsExactly(3, 1);
        assertThat(CacheInvalidated.of("prices", 3).because("sale").reason()).contains("sale");
    }

    @Test
    void concerns_itsCacheOrEvery_isTrue() {
        assertThat(CacheInvalidated.of("prices", 1).concerns("prices")).isTrue();
        assertThat(CacheInvalidated.of("prices", 1).concerns("contacts")).isFalse();
        assertThat(CacheInvalidated.ofAll(CacheInvalidated.EVERY_CACHE).concerns("contacts"))
                .isTrue();
    }

    @Test
    void new_contradictions_areRefused() {
        assertThatThrownBy(() -> CacheInvalidated.ofAll("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CacheInvalidated("prices", true, Set.of(1), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CacheInvalidated.of(CacheInvalidated.EVERY_CACHE, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CacheInvalidated.ofKeys("prices", Arrays.asList(1, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("null");
        assertThat(CacheInvalidated.ofKeys("prices", List.of()).all()).isFalse();
    }
}
