package org.remora.cli.launch;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.remora.cli.output.CommandFailedException;
import org.remora.cli.output.ExitCode;

/** The process of a server that this process waits for, and takes along when it ends. */
public final class ServerProcess {

    private static final long STOP_SECONDS = 60;

    private ServerProcess() {}

    /**
     * Starts a server on this terminal, and waits for its end. If this process is asked to end, by Ctrl-C or otherwise,
     * the server is asked to end first, and hands its data over.
     *
     * @param command its words
     * @return what the server ended with
     */
    public static int run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "remora-stop"));
            return process.waitFor();
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.FAILED, "The server cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(ExitCode.FAILED, "Interrupted while the server runs.", e);
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
