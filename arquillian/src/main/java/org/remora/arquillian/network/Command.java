package org.remora.arquillian.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One call of a command of the operating system. */
record Command(List<String> words) {

    private static final long LONGEST_SECONDS = 20;

    static Command of(String... words) {
        return new Command(List.of(words));
    }

    /** Runs the command and returns what it wrote; fails unless its status is 0. */
    String run() {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new NetworkFailedException("'" + this + "' has not ended after " + LONGEST_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new NetworkFailedException(
                        "'" + this + "' ended with status " + process.exitValue() + ": " + output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new NetworkFailedException("'" + this + "' could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NetworkFailedException("interrupted during '" + this + "'", e);
        }
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
