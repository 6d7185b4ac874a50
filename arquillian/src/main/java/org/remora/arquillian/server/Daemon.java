package org.remora.arquillian.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that is no Payara and listens at a port of the loopback address, such as a balancer. It stays in the
 * foreground; what is alive of it and its children when this virtual machine ends is killed.
 */
public final class Daemon implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int SHOWN_LINES = 40;

    private final String name;
    private final Process process;
    private final Path output;

    private Daemon(String name, Process process, Path output) {
        this.name = name;
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a program and waits until it takes connections.
     *
     * @param home the program's directory, where its output goes
     * @throws ServerFailedException with the end of its output, if it ends or does not listen in time
     */
    public static Daemon start(String name, Path home, int port, List<String> command) {
        try {
            Path output = Files.createDirectories(home).resolve("output.log");
            Process process = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            LiveProcesses.add(process);
            Daemon daemon = new Daemon(name, process, output);
            daemon.awaitListening(port);
            return daemon;
        } catch (IOException failure) {
            throw new ServerFailedException(name + " cannot be started; is it installed?", failure);
        }
    }

    private void awaitListening(int port) throws IOException {
        long deadlineNanos = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!isListening(port)) {
            if (!process.isAlive() || System.nanoTime() - deadlineNanos > 0) {
                close();
                throw new ServerFailedException(name + " does not listen at " + port + ":\n" + tail());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Returns the end of what it has written to its output. */
    public String tail() throws IOException {
        List<String> lines = Files.readAllLines(output);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }

    /** Asks it to end, and kills it with its children if it does not. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public String toString() {
        return name + " (pid " + process.pid() + ")";
    }
}
