package org.remora.arquillian.network;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process in a host that greets whoever connects with an exclamation mark.
 *
 * @param host where it runs
 * @param process the process
 */
record Greeter(VirtualHost host, Process process) implements AutoCloseable {

    static Greeter in(VirtualHost host, int port) throws IOException {
        Path output = Files.createTempFile("greeter", ".log");
        Process process = host.java(Greeter.class, output, Integer.toString(port));
        await().atMost(Duration.ofSeconds(30)).until(() -> isListening(output));
        Files.delete(output);
        return new Greeter(host, process);
    }

    private static boolean isListening(Path output) {
        try {
            return Files.readString(output).contains("listening");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) throws IOException {
        try (ServerSocket listener = new ServerSocket(Integer.parseInt(arguments[0]))) {
            System.out.println("listening");
            while (true) {
                try (Socket client = listener.accept()) {
                    client.getOutputStream().write('!');
                }
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
    }
}
