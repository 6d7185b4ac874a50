package org.remora;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import com.hazelcast.internal.serialization.InternalSerializationService;
import com.hazelcast.internal.serialization.impl.DefaultSerializationServiceBuilder;
import com.hazelcast.internal.serialization.impl.HeapData;
import com.hazelcast.nio.serialization.DataSerializable;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.remora.config.StoreSettings;
import org.remora.invalidation.hazelcast.MemberTransport;
import org.remora.jobs.hazelcast.GridJobs;
import org.remora.session.jcache.JCacheSessionStore;

/** Of every class that Hazelcast carries from node to node, or keeps, there are bytes in one of the golden files. */
class WireCoverageTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final String GOLDEN = "wire-form.properties";

    private final InternalSerializationService serialization = serialization();

    /** That of a server. */
    private static InternalSerializationService serialization() {
        Config config = new Config();
        JCacheSessionStore.configure(config, new StoreSettings(1, 0, Optional.empty(), Duration.ofHours(1)));
        GridJobs.configure(config, 1);
        MemberTransport.configure(config);
        return new DefaultSerializationServiceBuilder()
                .setConfig(config.getSerializationConfig())
                .setByteOrder(ByteOrder.LITTLE_ENDIAN)
                .setAllowUnsafe(true)
                .build();
    }

    @AfterEach
    void stop() {
        serialization.dispose();
    }

    @Test
    void wireClasses_all_areReadFromBytesThatAreKept() throws IOException {
        Set<String> wanted = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.remora").stream()
                        .filter(each -> each.isAssignableTo(DataSerializable.class))
                        .filter(each ->
                                !each.isInterface() && !each.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wanted).hasSizeGreaterThan(30);

        assertThat(read())
                .as("append the bytes of what is missing to a " + GOLDEN)
                .isEqualTo(wanted);
    }

    private Set<String> read() throws IOException {
        Set<String> read = new TreeSet<>();
        for (Path file : goldenFiles()) {
            Properties lines = new Properties();
            try (InputStream in = Files.newInputStream(file)) {
                lines.load(in);
            }
            lines.forEach((name, hex) -> {
                Object object =
                        serialization.toObject(new HeapData(HexFormat.of().parseHex((String) hex)));
                read.add(object.getClass().getName());
            });
        }
        return read;
    }

    private static List<Path> goldenFiles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith(GOLDEN)).toList();
        }
    }
}
