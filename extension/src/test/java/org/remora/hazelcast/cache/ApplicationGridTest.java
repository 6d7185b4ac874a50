package org.remora.hazelcast.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.remora.hazelcast.TestCluster;
import org.remora.session.codec.StandardCodec;

/** Distributed caches of an application on two nodes. */
@Timeout(60)
class ApplicationGridTest {

    private static final TestCluster CLUSTER = new TestCluster(2, config -> {});

    private final Cache<String, Amount> here = grid(0, "server/shop").cache("prices");
    private final Cache<String, Amount> there = grid(1, "server/shop").cache("prices");

    private record Amount(long cents) implements Serializable {}

    @BeforeAll
    static void start() {
        CLUSTER.startNode();
        CLUSTER.startNode();
    }

    @AfterAll
    static void stop() {
        CLUSTER.close();
    }

    private static ApplicationGrid grid(int node, String application) {
        ClassLoader loader = ApplicationGridTest.class.getClassLoader();
        return new ApplicationGrid(
                CLUSTER.node(node).instance(), application, new StandardCodec(loader, Optional.empty()), loader);
    }

    @Test
    void put_onOneNode_isThereOnTheOther() {
        here.put("rope", new Amount(2475));
        here.putAll(Map.of("bell", new Amount(7990)));

        assertThat(there.get("rope")).isEqualTo(new Amount(2475));
        assertThat(there.containsKey("bell")).isTrue();
        assertThat(there.getAll(Set.of("rope", "none"))).containsOnlyKeys("rope");
        assertThat(there.getAndRemove("rope")).isEqualTo(new Amount(2475));
        assertThat(here.get("rope")).isNull();
    }

    @Test
    void conditionalWrites_compareContents() {
        here.put("mug", new Amount(1));

        assertThat(there.putIfAbsent("mug", new Amount(9))).isFalse();
        assertThat(there.replace("mug", new Amount(2), new Amount(3))).isFalse();
        assertThat(there.replace("mug", new Amount(1), new Amount(3))).isTrue();
        assertThat(here.getAndReplace("mug", new Amount(4))).isEqualTo(new Amount(3));
        assertThat(here.<Long>invoke("mug", (entry, arguments) -> {
                    entry.setValue(new Amount(5));
                    return 6L;
                }))
                .isEqualTo(6L);
        assertThat(there.getAndPut("mug", new Amount(7))).isEqualTo(new Amount(5));
        assertThat(there.remove("mug", new Amount(5))).isFalse();
        assertThat(there.remove("mug")).isTrue();
    }

    @Test
    void caches_ofAnotherApplication_areOthers() {
        here.put("kite", new Amount(1));

        assertThat(grid(1, "server/other").<String, Amount>cache("prices").get("kite"))
                .isNull();
        assertThat(grid(0, "server/shop").getCacheNames()).contains("prices");
    }

    @Test
    void put_valueThatCannotBeSerialized_namesTheClass() {
        Cache<String, Object> objects = grid(0, "server/shop").cache("objects");

        assertThatThrownBy(() -> objects.put("k", new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object");
    }

    @Test
    void createCache_whatCannotWork_isRefused() {
        assertThatThrownBy(() -> grid(0, "server/shop")
                        .createCache("through", new MutableConfiguration<String, String>().setReadThrough(true)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> grid(0, "server/shop")
                        .createCache("reference", new MutableConfiguration<String, String>().setStoreByValue(false)))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
