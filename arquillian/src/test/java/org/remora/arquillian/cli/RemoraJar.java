package org.remora.arquillian.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.remora.arquillian.server.Artifacts;

/** {@code java -jar remora.jar} in a process of its own, with nothing else on its class path. */
final class RemoraJar {

    private static final long PATIENCE_SECONDS = 120;

    private RemoraJar() {}

    /** What came of a command. */
    record Outcome(int exitCode, String out, String err, Duration took) {

        /** The text of a field, wherever it is in the JSON, for the first time. */
        String field(String name) {
            Matcher matcher =
                    Pattern.compile("\"" + name + "\": \"?([^\",\\n]*)").matcher(out);
            if (!matcher.find()) {
                throw new AssertionError("no field " + name + " in " + this);
            }
            return matcher.group(1);
        }

        List<String> lines() {
            return out.lines().toList();
        }
    }

    static Outcome run(String... arguments) {
        return run(Map.of(), arguments);
    }

    static Outcome run(Map<String, String> environment, String... arguments) {
        try {
            Path out = Files.createTempFile("remora", ".out");
            Path err = Files.createTempFile("remora", ".err");
            ProcessBuilder builder = new ProcessBuilder(command(arguments))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            long began = System.nanoTime();
            Process process = builder.start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            if (!ended) {
                process.destroyForcibly();
                throw new AssertionError("still runs: " + String.join(" ", arguments));
            }
            Outcome outcome = new Outcome(process.exitValue(), taken(out), taken(err), took);
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** The words that start it. */
    static List<String> command(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Artifacts.remoraJar().toString()));
        words.addAll(List.of(arguments));
        return words;
    }

    private static String taken(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }
}
