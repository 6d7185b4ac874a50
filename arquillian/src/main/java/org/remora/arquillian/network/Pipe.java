package org.remora.arquillian.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Carries bytes between two connections until both directions have ended. */
final class Pipe {

    private static final int BUFFER_BYTES = 16_384;

    private Pipe() {}

    /** What is done with a new connection; if it fails, the connection is closed. */
    @FunctionalInterface
    interface Accepted {

        void handle(SocketChannel client) throws IOException;
    }

    /** Handles each connection on a thread of its own, until the listener is closed. */
    static void acceptAll(ServerSocketChannel listener, Accepted accepted) {
        daemon(() -> {
            while (listener.isOpen()) {
                SocketChannel client = listener.accept();
                daemon(() -> {
                    try {
                        accepted.handle(client);
                    } catch (IOException unreachable) {
                        client.close();
                    }
                });
            }
        });
    }

    /** Carries bytes both ways; returns when both have ended. */
    static void join(SocketChannel one, SocketChannel other) throws IOException {
        try (one;
                other) {
            Thread back = daemon(() -> carry(other, one));
            carry(one, other);
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void carry(SocketChannel from, SocketChannel to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException broken) {
            from.close();
            to.close();
        }
    }

    @FunctionalInterface
    private interface Work {

        void run() throws IOException;
    }

    private static Thread daemon(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        // A connection or listener was closed: there is nothing left to do on this thread.
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
