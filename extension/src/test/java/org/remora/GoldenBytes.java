package org.remora;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Bytes as they are kept of everything that travels between nodes or rests in the grid, in files of names and
 * hexadecimal digits beside the tests.
 *
 * <p>They are the promise to nodes of other versions, so that a line is never changed and never removed. What is new
 * gets a new line: run the test, which says what the line has to be, and append it. A form that has to change gets a
 * new number, or version, or kind, with a line of its own, and the old one is still read.
 */
public final class GoldenBytes {

    private final String file;
    private final Properties lines = new Properties();

    private GoldenBytes(String file) {
        this.file = file;
    }

    /** The file beside a test. */
    public static GoldenBytes beside(Class<?> test, String file) {
        GoldenBytes golden = new GoldenBytes(file);
        try (InputStream in = test.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            golden.lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return golden;
    }

    /** The names of all lines. */
    public Set<String> names() {
        return lines.stringPropertyNames();
    }

    /** The bytes of a line. */
    public byte[] of(String name) {
        assertThat(lines).as("%s has no line of that name", file).containsKey(name);
        return HexFormat.of().parseHex(lines.getProperty(name));
    }

    /** The same of a whole file. */
    public void assertAllWritten(Map<String, byte[]> written) {
        assertThat(written.entrySet().stream()
                        .map(each -> each.getKey() + "=" + HexFormat.of().formatHex(each.getValue()))
                        .collect(Collectors.joining("\n")))
                .as("All lines of %s", file)
                .isEqualTo(written.keySet().stream()
                        .map(name -> name + "=" + lines.getProperty(name))
                        .collect(Collectors.joining("\n")));
    }

    /** What is written now has to be what was written by the first version. */
    public void assertWritten(String name, byte[] written) {
        assertThat(name + "=" + HexFormat.of().formatHex(written))
                .as(
                        "A form that changes needs a new number; the old number keeps the old form. A new one needs this line"
                                + " in %s",
                        file)
                .isEqualTo(name + "=" + lines.getProperty(name));
    }
}
