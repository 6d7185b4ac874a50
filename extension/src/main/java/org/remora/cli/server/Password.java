package org.remora.cli.server;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.remora.cli.output.CommandFailedException;
import org.remora.cli.output.ExitCode;

/**
 * Where a password comes from: a file, an environment variable, or the terminal. Never from an argument, which
 * everybody on the machine can read in the list of processes.
 *
 * @param file in whose first line it is
 * @param variable the name of an environment variable
 */
public record Password(Optional<Path> file, String variable) {

    /** The environment variable that is looked into if no other is named. */
    public static final String USUAL_VARIABLE = "JMX_PASSWORD";

    /**
     * Finds the password; asks for it if there is a terminal and nothing else.
     *
     * @param user whose password it is
     * @return the password
     */
    public String of(String user) {
        return file.map(Password::firstLine)
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .or(() -> Optional.ofNullable(System.console()).map(console -> asked(console, user)))
                .orElseThrow(() -> new CommandFailedException(
                        ExitCode.USAGE,
                        "No password for " + user + ": name a file by --password-file, set the variable " + variable
                                + ", or run this in a terminal."));
    }

    private static String asked(Console console, String user) {
        char[] typed = console.readPassword("Password of %s: ", user);
        return typed == null ? "" : new String(typed);
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.USAGE, "The file with the password cannot be read: " + file, e);
        }
    }
}
