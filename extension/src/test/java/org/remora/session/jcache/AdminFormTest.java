package org.remora.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.internal.serialization.SerializationService;
import com.hazelcast.internal.serialization.impl.DefaultSerializationServiceBuilder;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.remora.session.SessionKey;
import org.remora.session.SessionListing;
import org.remora.session.SessionQuery;
import org.remora.session.SessionSummary;

/** Nodes of different versions understand each other's questions only as long as these bytes stay as they are. */
class AdminFormTest {

    private static final SerializationService SERIALIZATION = new DefaultSerializationServiceBuilder()
            .setByteOrder(ByteOrder.LITTLE_ENDIAN)
            .setAllowUnsafe(true)
            .addDataSerializableFactory(AdminTypes.FACTORY_ID, AdminTypes.factory())
            .build();

    private static final Map<AdminTypes, IdentifiedDataSerializable> SAMPLES = samples();

    private static final Map<AdminTypes, String> GOLDEN = Map.of(
            AdminTypes.LIST,
            "00000000fffffffe01535200000000000000000000000000002100ffffffffffffffffffffff"
                    + "ffffffffffff7f0b7365727665722f73686f7003616e6e02306602306532000000",
            AdminTypes.LISTING,
            "00000000fffffffe0153520000010000000700000000000000010230660b7365727665722f73"
                    + "686f7003616e6ee803000000000000d0070000000000000807000003000000a00f0000000000"
                    + "00",
            AdminTypes.FETCH,
            "00000000fffffffe01535200000200000000000000000000002100ffffffffffffffffffffff"
                    + "ffffffffffff7f07000000000000000800000000000000",
            AdminTypes.END,
            "00000000fffffffe01535200000300000000000000000000002100ffffffffffffffffffffff"
                    + "ffffffffffff7f0b7365727665722f73686f700107000000000000000800000000000000");

    private static Map<AdminTypes, IdentifiedDataSerializable> samples() {
        Map<AdminTypes, IdentifiedDataSerializable> samples = new LinkedHashMap<>();
        samples.put(AdminTypes.LIST, new ListOperation(new SessionQuery("server/shop", "ann", "0f", "0e", 50)));
        samples.put(
                AdminTypes.LISTING,
                new WireListing(new SessionListing(
                        List.of(new SessionSummary("0f", "server/shop", "ann", "", 1000, 2000, 1800, 3, 4000)), 7)));
        samples.put(AdminTypes.FETCH, new FetchOperation(SERIALIZATION.toData(new UUID(7, 8))));
        samples.put(AdminTypes.END, new EndOperation("server/shop", new SessionKey(7, 8)));
        return samples;
    }

    @ParameterizedTest
    @EnumSource
    void write_sample_theBytesOfTheFirstVersion(AdminTypes type) {
        assertThat(HexFormat.of().formatHex(bytes(sample(type))))
                .as("A form that changes needs a new number in AdminTypes; the old number keeps the old form")
                .isEqualTo(GOLDEN.get(type));
    }

    @ParameterizedTest
    @EnumSource
    void read_sample_theSameBytesAgain(AdminTypes type) {
        IdentifiedDataSerializable read = SERIALIZATION.toObject(SERIALIZATION.toData(sample(type)));

        assertThat(read).hasSameClassAs(sample(type));
        assertThat(bytes(read)).isEqualTo(bytes(sample(type)));
    }

    @Test
    void samples_numbers_areThoseOfTheTypes() {
        assertThat(Stream.of(AdminTypes.values()).map(type -> sample(type).getClassId()))
                .containsExactlyElementsOf(
                        Stream.of(AdminTypes.values()).map(AdminTypes::id).toList());
    }

    private static IdentifiedDataSerializable sample(AdminTypes type) {
        IdentifiedDataSerializable sample = SAMPLES.get(type);
        assertThat(sample).as("a sample of " + type).isNotNull();
        return sample;
    }

    private static byte[] bytes(IdentifiedDataSerializable object) {
        return SERIALIZATION.toData(object).toByteArray();
    }
}
