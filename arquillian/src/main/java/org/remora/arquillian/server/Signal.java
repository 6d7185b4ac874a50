package org.remora.arquillian.server;

import java.io.IOException;

/** A signal of the operating system, sent by the command {@code kill}. */
enum Signal {
    /** Stops the process where it is: its connections stay open and nobody answers. */
    STOP,
    /** Lets a stopped process go on. */
    CONT;

    void sendTo(long pid) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                    .inheritIO()
                    .start();
            int status = kill.waitFor();
            if (status != 0) {
                throw new ServerFailedException("kill -" + name() + " " + pid + " ended with status " + status);
            }
        } catch (IOException notStarted) {
            throw new ServerFailedException("the command kill could not be started", notStarted);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("interrupted while sending " + name() + " to " + pid, interrupted);
        }
    }
}
