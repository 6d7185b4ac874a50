package org.remora.cli.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.remora.cli.output.CommandFailedException;
import org.remora.cli.output.ExitCode;

/**
 * Finds Payara Micro: where the environment says, in the working directory, beside this jar. One that is called
 * {@code payara-micro.jar}, or has a version in its name.
 *
 * @param folders where to look, in this order
 */
public record ServerJar(List<Path> folders) {

    /** The environment variable that names the file. */
    public static final String VARIABLE = "PAYARA_MICRO_JAR";

    private static final String PATTERN = "payara-micro{,-[0-9]*}.jar";

    /** Copies the list. */
    public ServerJar {
        folders = List.copyOf(folders);
    }

    /**
     * The usual places.
     *
     * @param remoraJar this jar
     * @return the search
     */
    public static ServerJar near(Path remoraJar) {
        return new ServerJar(Stream.of(
                        Path.of("").toAbsolutePath(), remoraJar.toAbsolutePath().getParent())
                .distinct()
                .toList());
    }

    /**
     * Finds the file.
     *
     * @param named what somebody has named, by an option or the environment
     * @return the file
     * @throws CommandFailedException if there is none, or more than one to choose from
     */
    public Path find(Optional<Path> named) {
        return named.map(ServerJar::existing).orElseGet(this::search);
    }

    private static Path existing(Path named) {
        if (!Files.isRegularFile(named)) {
            throw new CommandFailedException(ExitCode.USAGE, "There is no Payara Micro: " + named);
        }
        return named;
    }

    private Path search() {
        List<Path> found =
                folders.stream().flatMap(folder -> in(folder).stream()).toList();
        if (found.isEmpty()) {
            throw new CommandFailedException(
                    ExitCode.USAGE,
                    "Payara Micro is not found: name it by --server-jar or " + VARIABLE
                            + ", or put payara-micro.jar into "
                            + folders.stream().map(Path::toString).collect(Collectors.joining(" or ")) + ".");
        }
        if (found.size() > 1) {
            throw new CommandFailedException(
                    ExitCode.USAGE,
                    "There is more than one Payara Micro; choose one by --server-jar: "
                            + found.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        return found.get(0);
    }

    private static List<Path> in(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PATTERN)) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.USAGE, "The folder cannot be read: " + folder, e);
        }
        return found;
    }
}
