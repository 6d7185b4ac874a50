package org.remora.invalidation.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.openjdk.jmh.generators.core.BenchmarkGenerator;
import org.openjdk.jmh.generators.core.FileSystemDestination;
import org.openjdk.jmh.generators.reflection.RFGeneratorSource;

/**
 * Makes the classes that JMH runs, from a class that is compiled already.
 *
 * <p>JMH does it by an annotation processor, whose classes would have to pass this build's checks.
 */
final class BenchmarkClasses {

    private BenchmarkClasses() {}

    /** Puts them where the class is. */
    static void make(Class<?> benchmark) throws IOException, URISyntaxException {
        Path classes = placeOf(benchmark);
        Path sources = Files.createDirectories(classes.resolveSibling("generated-benchmarks"));
        RFGeneratorSource source = new RFGeneratorSource();
        source.processClasses(benchmark);
        FileSystemDestination destination = new FileSystemDestination(classes.toFile(), sources.toFile());
        BenchmarkGenerator generator = new BenchmarkGenerator();
        generator.generate(source, destination);
        generator.complete(source, destination);
        assertThat(destination.hasErrors()).as("%s", destination.getErrors()).isFalse();
        compile(sources, classes);
    }

    /** Takes them away again: they are no classes of this build. */
    static void remove(Class<?> benchmark) throws IOException, URISyntaxException {
        Path classes = placeOf(benchmark);
        Files.deleteIfExists(classes.resolve("META-INF/BenchmarkList"));
        Files.deleteIfExists(classes.resolve("META-INF/CompilerHints"));
        String folder = benchmark.getPackageName().replace('.', '/') + "/jmh_generated";
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(classes.resolve(folder))) {
            found.forEach(file -> files.add(0, file)); // what is in a folder comes before it
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private static Path placeOf(Class<?> benchmark) throws URISyntaxException {
        return Path.of(
                benchmark.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void compile(Path sources, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none", "-nowarn"));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }
}
