package org.remora.arquillian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** {@code java -jar remora.jar} at a terminal, which {@code script} of util-linux makes. */
final class Terminal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path screen;
    private final Process process;

    private Terminal(Path screen, Process process) {
        this.screen = screen;
        this.process = process;
    }

    static Terminal run(Map<String, String> environment, String... arguments) throws IOException {
        Path screen = Files.createTempFile("remora", ".screen");
        String command = RemoraJar.command(arguments).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        ProcessBuilder builder = new ProcessBuilder(
                        List.of("script", "--quiet", "--return", "--command", command, "/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(screen.toFile());
        builder.environment().put("TERM", "xterm");
        builder.environment().putAll(environment);
        return new Terminal(screen, builder.start());
    }

    /** Waits until this is on the screen, and types a line then. */
    Terminal type(String prompt, String line) throws IOException {
        await().atMost(PATIENCE).until(() -> screen().contains(prompt));
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return this;
    }

    /** Waits for the end, which must be a good one, and returns what is on the screen. */
    String end() throws IOException, InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(screen()).isZero();
        return screen();
    }

    private String screen() throws IOException {
        return Files.readString(screen, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Files.delete(screen);
    }
}
