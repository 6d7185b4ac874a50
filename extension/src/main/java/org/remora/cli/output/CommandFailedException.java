package org.remora.cli.output;

/** A command cannot go on; what the person who typed it is told is one line. */
public final class CommandFailedException extends RuntimeException {

    private final int exitCode;

    /**
     * The end of a command.
     *
     * @param exitCode one of {@link ExitCode}
     * @param message what is wrong, with what, and what to do
     */
    public CommandFailedException(int exitCode, String message) {
        super(oneLine(message));
        this.exitCode = exitCode;
    }

    /**
     * The end of a command.
     *
     * @param exitCode one of {@link ExitCode}
     * @param message what is wrong, with what, and what to do
     * @param cause what it comes from
     */
    public CommandFailedException(int exitCode, String message, Throwable cause) {
        super(oneLine(message), cause);
        this.exitCode = exitCode;
    }

    /**
     * What the process is to end with.
     *
     * @return one of {@link ExitCode}
     */
    public int exitCode() {
        return exitCode;
    }

    private static String oneLine(String message) {
        return message.strip()
                .replaceAll("\\s*[\\r\\n]+\\s*", "; ")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }
}
