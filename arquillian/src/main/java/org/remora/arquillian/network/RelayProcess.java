package org.remora.arquillian.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * The end of a {@link Relay} inside a host. Each connection begins with a line that says where it goes. The process
 * ends with the one that started it, whose end of the standard input is then closed.
 */
final class RelayProcess {

    private static final int LONGEST_LINE = 100;

    private RelayProcess() {}

    public static void main(String[] arguments) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(Path.of(arguments[0])));
        Pipe.acceptAll(listener, client -> Pipe.join(client, connect(line(client))));
        System.out.write('\n');
        System.out.flush();
        while (System.in.read() >= 0) {
            // Nothing is said here; what counts is the end.
        }
        System.exit(0);
    }

    private static SocketChannel connect(String target) throws IOException {
        String[] addressAndPort = target.split(" ", 2);
        return SocketChannel.open(new InetSocketAddress(addressAndPort[0], Integer.parseInt(addressAndPort[1])));
    }

    private static String line(SocketChannel client) throws IOException {
        StringBuilder line = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (line.length() < LONGEST_LINE && client.read(one.clear()) > 0 && one.get(0) != '\n') {
            line.append((char) one.get(0));
        }
        return line.toString();
    }
}
