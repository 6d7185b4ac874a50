package org.remora.arquillian.balancer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The library again, with another version in its manifest. */
final class OtherVersion {

    private OtherVersion() {}

    static Path of(Path jar, String version, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (JarFile source = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(target)) {
            Manifest manifest = new Manifest(source.getManifest());
            manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
            try (JarOutputStream copy = new JarOutputStream(file, manifest)) {
                for (Enumeration<JarEntry> entries = source.entries(); entries.hasMoreElements(); ) {
                    copy(source, entries.nextElement(), copy);
                }
            }
        }
        return target;
    }

    private static void copy(JarFile source, JarEntry entry, JarOutputStream copy) throws IOException {
        if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
            return;
        }
        copy.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream content = source.getInputStream(entry)) {
            content.transferTo(copy);
        }
        copy.closeEntry();
    }
}
