package org.remora.arquillian.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory Payara Micro unpacks itself into; a start finds nothing of the start before. */
record RuntimeDirectory(Path path) {

    /** Removes configuration, applications and generated files; the server's own jars it replaces itself. */
    void prepare() throws IOException {
        Files.createDirectories(path);
        for (Path child : children()) {
            if (!child.endsWith("runtime")) {
                delete(child);
            }
        }
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> children = Files.list(path)) {
            return children.toList();
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
