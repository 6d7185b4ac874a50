package org.remora.arquillian.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of a started server as the virtual machine keeps them in memory, in a file: other servers that map it
 * need not read, check and link them again, which saves some of the processor time of each start.
 *
 * <p>A file that is missing, or that the virtual machine refuses because it was made by another one or of other jars,
 * is as good as none: the classes are then read as ever.
 *
 * @see <a href="https://openjdk.org/jeps/350">JEP 350: Dynamic CDS Archives</a>
 */
public final class ClassDataArchive {

    /** The system property that names the file. */
    static final String PROPERTY = "class.data.archive";

    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

    private ClassDataArchive() {}

    /**
     * Starts a server with the extension and an application, and has it write the file at its end. Does nothing if
     * there is a file that is newer than the server; classes of the extension that have changed since are read as ever.
     *
     * @param arguments the Payara Micro distribution, the extension, an application, and the file to be written
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[3]).toAbsolutePath();
        if (isNewer(file, Path.of(arguments[0]))) {
            return;
        }
        Path home = Files.createDirectories(file.resolveSibling("class-data"));
        Path written = home.resolve("written.jsa");
        Files.deleteIfExists(written);
        List<String> options = new ArrayList<>(JvmOptions.QUICK_START);
        options.add("-XX:ArchiveClassesAtExit=" + written);
        ServerSpec spec = ServerSpec.of("class-data", home, Path.of(arguments[0]))
                .withLibrary(Path.of(arguments[1]))
                .withDeployment(new Deployment(Path.of(arguments[2]), "/shop"))
                .withReadyPath("/shop/")
                .withSystemProperty("remora.discovery", "none")
                .withSystemProperty("remora.network.port", Integer.toString(FreePorts.next()))
                .withJvmOptions(options);
        try (PayaraServer server = PayaraServer.start(spec)) {
            server.awaitReady(START_TIMEOUT).stop();
        }
        Path unused = Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isNewer(Path file, Path other) throws IOException {
        return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(other)) > 0;
    }

    /** Returns the options that have a virtual machine use the file, none if there is no such file. */
    static List<String> options() {
        String file = System.getProperty(PROPERTY, "");
        return file.isEmpty() || !Files.isReadable(Path.of(file))
                ? List.of()
                : List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + file);
    }
}
