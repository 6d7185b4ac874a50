package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Where and of what a result was made.
 *
 * @param processor the model, as the processor names itself
 * @param cores processors that this machine has
 * @param java virtual machine of client and servers
 * @param system operating system
 * @param payara version of Payara Micro
 */
record Machine(String processor, int cores, String java, String system, String payara) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final String PAYARA_VERSION = "MICRO-INF/domain/branding/glassfish-version.properties";
    private static final String UNKNOWN = "unknown";

    static Machine thisOne(Path microJar) throws IOException {
        return new Machine(
                processorModel(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                payaraVersion(microJar));
    }

    private static String processorModel() throws IOException {
        if (!Files.isReadable(CPU_INFO)) {
            return System.getProperty("os.arch", UNKNOWN);
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(() -> System.getProperty("os.arch", UNKNOWN));
        }
    }

    private static String payaraVersion(Path microJar) throws IOException {
        try (JarFile jar = new JarFile(microJar.toFile())) {
            ZipEntry entry = jar.getEntry(PAYARA_VERSION);
            if (entry == null) {
                return UNKNOWN;
            }
            Properties version = new Properties();
            version.load(jar.getInputStream(entry));
            return "%s.%s.%s"
                    .formatted(
                            version.getProperty("major_version"),
                            version.getProperty("minor_version"),
                            version.getProperty("update_version"));
        }
    }
}
