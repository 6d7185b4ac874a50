package org.remora.arquillian.probe;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plain text made of lines {@code key=value}, written when it is complete. */
final class Answer {

    private final StringBuilder lines = new StringBuilder();

    /** Adds a line; an absent value is written as {@code null}. */
    Answer line(String key, @Nullable Object value) {
        lines.append(key).append('=').append(Objects.toString(value)).append('\n');
        return this;
    }

    /** Writes the lines as the body of the response. */
    void writeTo(HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().append(lines);
    }
}
