package org.remora.arquillian.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The log of a server, read from its file each time.
 *
 * @param file where the process writes its output
 */
public record ServerLog(Path file) {

    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    /** Returns the whole text, without colours. */
    public String text() {
        try {
            String raw = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return COLOUR.matcher(raw).replaceAll("");
        } catch (IOException failure) {
            throw new UncheckedIOException("log " + file + " cannot be read", failure);
        }
    }

    /** Returns the last lines, at most {@code count}, joined again. */
    public String tail(int count) {
        List<String> lines = text().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }

    /** Returns the messages so far. */
    public List<LogMessage> messages() {
        return LogMessage.parse(text());
    }

    /** Returns the messages of a logger, or of those below it, that are at least this grave. */
    public List<LogMessage> messages(String logger, int leastLevel) {
        return messages().stream()
                .filter(message -> message.isFrom(logger) && message.level() >= leastLevel)
                .toList();
    }
}
