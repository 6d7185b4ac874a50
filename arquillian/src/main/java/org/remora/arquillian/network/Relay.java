package org.remora.arquillian.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A way from this process into a host, past its network: a process in the host is reached by a socket in the file
 * system, which belongs to no network.
 */
final class Relay implements AutoCloseable {

    private final Path folder;
    private final Process inside;
    private final Map<String, ServerSocketChannel> openPorts = new ConcurrentHashMap<>();

    private Relay(Path folder, Process inside) {
        this.folder = folder;
        this.inside = inside;
    }

    static Relay into(VirtualHost host) {
        try {
            Path folder = Files.createTempDirectory("relay");
            List<String> java = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx32m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    classes(),
                    RelayProcess.class.getName(),
                    socket(folder).toString());
            Process process = new ProcessBuilder(
                            Stream.concat(host.entry().stream(), java.stream()).toList())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.getInputStream().read() < 0) {
                throw new NetworkFailedException("the relay into " + host + " has ended at once");
            }
            return new Relay(folder, process);
        } catch (IOException e) {
            throw new NetworkFailedException("the relay into " + host + " cannot be started", e);
        }
    }

    /** Opens a port here, 0 for any, that leads to a port there; returns the port here. */
    int open(int port, String address, int targetPort) {
        try {
            ServerSocketChannel listener = openPorts.get(key(port, address, targetPort));
            if (listener == null) {
                listener =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                openPorts.put(key(port, address, targetPort), listener);
                Pipe.acceptAll(listener, client -> Pipe.join(client, connect(address, targetPort)));
            }
            return ((InetSocketAddress) listener.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new NetworkFailedException("port " + port + " cannot be opened", e);
        }
    }

    private static String key(int port, String address, int targetPort) {
        return port + " " + address + " " + targetPort;
    }

    private SocketChannel connect(String address, int port) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket(folder)));
        channel.write(ByteBuffer.wrap((address + " " + port + "\n").getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static Path socket(Path folder) {
        return folder.resolve("socket");
    }

    private static String classes() {
        return Path.of(URI.create(Relay.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
    }

    @Override
    public void close() {
        inside.destroyForcibly();
        try {
            for (ServerSocketChannel listener : openPorts.values()) {
                listener.close();
            }
            Files.deleteIfExists(socket(folder));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new NetworkFailedException("the relay cannot be closed", e);
        }
    }
}
