package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.internal.serialization.Data;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.remora.session.SessionKey;

/** How Hazelcast makes keys may change with it; a record is to be found under the key that either makes. */
class KeyFormTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, -2", "-9223372036854775808, 9223372036854775807", "81985529216486895, 42"})
    void of_key_whatHazelcastMakesOfTheUuid(long high, long low) {
        Data made = KeyForm.of(new SessionKey(high, low));

        Data expected = WireSamples.hazelcastKey(new UUID(high, low));
        assertThat(made).isEqualTo(expected).hasSameHashCodeAs(expected);
        assertThat(made.getPartitionHash()).isEqualTo(expected.getPartitionHash());
    }
}
