package org.remora.hazelcast;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;

/** A port of loopback that passes on what is said to another, or back to who says it, and keeps all of it. */
final class Wiretap implements AutoCloseable {

    private final ServerSocket place;
    private final OptionalInt target;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private Wiretap(int port, OptionalInt target) throws IOException {
        this.place = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        start("wiretap", this::listen);
    }

    /** Passes on to another port. */
    static Wiretap before(int port, int target) throws IOException {
        return new Wiretap(port, OptionalInt.of(target));
    }

    /** Says what it hears. */
    static Wiretap echo(int port) throws IOException {
        return new Wiretap(port, OptionalInt.empty());
    }

    /** What was said in a call. */
    static final class Call {

        private final ByteArrayOutputStream caller = new ByteArrayOutputStream();
        private final ByteArrayOutputStream called = new ByteArrayOutputStream();
        private volatile boolean over;

        /** What the calling side has said. */
        byte[] ofCaller() {
            return caller.toByteArray();
        }

        /** What the other side has said. */
        byte[] ofCalled() {
            return called.toByteArray();
        }

        /** Whether the caller has hung up. */
        boolean isOver() {
            return over;
        }
    }

    /** The first call in which the calling side has said more than so much, and the other, too. */
    Optional<Call> call(int bytesOfCaller, int bytesOfCalled) {
        return calls.stream()
                .filter(call -> call.ofCaller().length > bytesOfCaller && call.ofCalled().length > bytesOfCalled)
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        place.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void listen() throws IOException {
        while (true) {
            Socket caller = place.accept();
            open.add(caller);
            Call call = new Call();
            calls.add(call);
            if (target.isEmpty()) {
                start("echo", () -> pass(caller, caller, call, call.caller));
            } else {
                Socket called = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
                open.add(called);
                start("caller", () -> pass(caller, called, call, call.caller));
                start("called", () -> pass(called, caller, call, call.called));
            }
        }
    }

    private static void pass(Socket from, Socket to, Call call, OutputStream tape) throws IOException {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                tape.write(buffer, 0, read);
                to.getOutputStream().write(buffer, 0, read);
            }
        } finally {
            call.over = true;
        }
    }

    /** Its work. */
    private interface Work {
        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException over) {
                        // A side has hung up, or the test is over.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
