package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the kernel knows about TCP connections, asked by the command {@code ss} of iproute2, which needs no rights. */
final class SocketStatistics {

    private static final int LOCAL_ADDRESS = 3;
    private static final int REMOTE_ADDRESS = 4;

    private SocketStatistics() {}

    /**
     * All ends of connections to or from the ports. Both ends of a connection within this machine are there, each with
     * what it has sent.
     *
     * @throws IOException if the command is not there or fails
     */
    static List<Connection> connections(List<Integer> ports) throws IOException {
        List<String> command = new ArrayList<>(List.of("ss", "-tinHO", "("));
        for (int port : ports) {
            if (!command.get(command.size() - 1).equals("(")) {
                command.add("or");
            }
            command.addAll(List.of("sport", "=", ":" + port, "or", "dport", "=", ":" + port));
        }
        command.add(")");
        return output(command).lines().map(SocketStatistics::parse).toList();
    }

    /** One line of the command's output: state, two queue lengths, two addresses, then {@code name:value} pairs. */
    static Connection parse(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length <= REMOTE_ADDRESS) {
            throw new IllegalArgumentException("not a line of ss: " + line);
        }
        return new Connection(
                words[LOCAL_ADDRESS] + ">" + words[REMOTE_ADDRESS],
                value(words, "bytes_sent:") - value(words, "bytes_retrans:"),
                value(words, "segs_out:"));
    }

    /** The number behind the name, or zero: the command leaves counters out that are zero. */
    private static long value(String[] words, String name) {
        for (String word : words) {
            if (word.startsWith(name)) {
                return Long.parseLong(word.substring(name.length()));
            }
        }
        return 0;
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream stream = process.getInputStream()) {
            String output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(String.join(" ", command) + " ended with status " + status + ": " + output);
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for ss", e);
        }
    }
}
