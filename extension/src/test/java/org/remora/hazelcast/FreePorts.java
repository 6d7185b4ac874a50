package org.remora.hazelcast;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Ports of loopback that nobody has at the moment.
 *
 * <p>They lie below the range from which Linux takes the local ports of outgoing connections, one of which could take a
 * port before its node listens, or while the node is away. No port is handed out twice: each of the processes that run
 * tests at the same time has a share of them.
 */
public final class FreePorts {

    private static final int LOWEST = 10_000;
    private static final int SHARES = 5;
    private static final int SHARE = 2_000;
    private static final int FIRST = LOWEST + Integer.getInteger("test.process", 0) % SHARES * SHARE;
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** So many ports. */
    public static List<Integer> take(int count) {
        return Stream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, FIRST + SHARE))
                .limit(SHARE)
                .filter(port -> HANDED_OUT.add(port) && isFree(port))
                .limit(count)
                .toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
