package org.remora.arquillian.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that makes a network with a process in it and ends as if it were killed. */
final class AbandonedNetwork {

    private static final String NOTE = "greeter";
    private static final int PORT = 7_000;

    private AbandonedNetwork() {}

    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbandonedNetwork.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
    }

    /** The process in the network, once the one that made it has ended. */
    static long greeter(Path folder) throws IOException {
        return Long.parseLong(Files.readString(folder.resolve(NOTE)));
    }

    public static void main(String[] arguments) throws IOException {
        VirtualHost host = VirtualNetwork.of(1).host(0);
        long greeter = Greeter.in(host, PORT).process().pid();
        Files.writeString(Path.of(arguments[0], NOTE), Long.toString(greeter));
        Runtime.getRuntime().halt(1);
    }
}
