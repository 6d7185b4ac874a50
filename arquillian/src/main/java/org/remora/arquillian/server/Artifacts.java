package org.remora.arquillian.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** The archives the build hands over by system properties. */
public final class Artifacts {

    private Artifacts() {}

    /**
     * Returns the Payara Micro distribution, named by {@code payara.micro.jar}.
     *
     * @throws IllegalStateException if the property or the file is missing
     */
    public static Path payaraMicroJar() {
        return file("payara.micro.jar");
    }

    /**
     * Returns the extension, named by {@code remora.jar}.
     *
     * @throws IllegalStateException if the property or the file is missing
     */
    public static Path remoraJar() {
        return file("remora.jar");
    }

    /**
     * Returns the sample shop, named by {@code shop.war}.
     *
     * @throws IllegalStateException if the property or the file is missing
     */
    public static Path shopWar() {
        return file("shop.war");
    }

    private static Path file(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("system property " + property + " must name a file");
        }
        Path path = Path.of(value).toAbsolutePath();
        if (!Files.isRegularFile(path)) {
            throw new IllegalStateException("system property " + property + " names no file: " + path);
        }
        return path;
    }
}
