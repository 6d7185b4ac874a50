package org.remora;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Classes that break a rule on purpose. They stand in the real packages, so they are compiled into a folder of their
 * own, where nothing else finds them.
 */
final class WrongClasses {

    private final Path folder;

    WrongClasses(Path folder) {
        this.folder = folder;
    }

    /**
     * Compiles the sources and reads the result.
     *
     * @param sources one class each, with its package in the first line: {@code package a.b; class C {}}
     * @return what ArchUnit sees of them
     * @throws IOException if the folder cannot be written
     */
    JavaClasses compile(List<String> sources) throws IOException {
        Path output = Files.createDirectory(folder.resolve("classes"));
        Stream.Builder<String> arguments =
                Stream.<String>builder().add("-proc:none").add("-d").add(output.toString());
        for (int i = 0; i < sources.size(); i++) {
            arguments.add(write(sources.get(i), i).toString());
        }
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.build().toArray(String[]::new));
        if (result != 0) {
            throw new IllegalArgumentException("These do not compile: " + sources);
        }
        return read(output);
    }

    /** Reads these classes only; the rules here go by names, so what they use need not be read from its jar. */
    private static JavaClasses read(Path output) {
        return ArchConfiguration.withThreadLocalScope((Function<ArchConfiguration, JavaClasses>) configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importPath(output);
        });
    }

    private Path write(String source, int number) throws IOException {
        String name = source.replaceFirst("(?s).*?(?:class|interface) (\\w+).*", "$1");
        Path file = Files.createDirectory(folder.resolve("source" + number)).resolve(name + ".java");
        return Files.writeString(file, source);
    }
}
