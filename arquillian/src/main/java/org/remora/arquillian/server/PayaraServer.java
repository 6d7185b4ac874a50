package org.remora.arquillian.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One Payara Micro process.
 *
 * <p>What is still alive when this virtual machine ends is killed, also after a failed test or an interrupt. Safe for
 * use by several threads.
 */
public final class PayaraServer implements AutoCloseable {

    /** The only address servers listen on. */
    public static final String HOST = "127.0.0.1";

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(40);
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(20);

    private final ServerSpec spec;
    private final Process process;
    private final ServerLog log;

    private PayaraServer(ServerSpec spec, Process process, ServerLog log) {
        this.spec = spec;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a server with an empty log and returns at once; {@link #awaitReady} waits until it is of use.
     *
     * @throws ServerFailedException if the process cannot be started
     */
    public static PayaraServer start(ServerSpec spec) {
        try {
            Files.createDirectories(spec.home());
            Files.deleteIfExists(logFile(spec));
            return launch(spec);
        } catch (IOException failure) {
            throw new ServerFailedException("server " + spec.name() + " cannot be started", failure);
        }
    }

    /**
     * Starts the server anew after its end, on the same ports and with the same log, which is continued.
     *
     * @throws ServerFailedException if this process is still alive or the new one cannot be started
     */
    public PayaraServer startAgain() {
        if (isAlive()) {
            throw new ServerFailedException("server " + spec.name() + " is still alive");
        }
        try {
            return launch(spec);
        } catch (IOException failure) {
            throw new ServerFailedException("server " + spec.name() + " cannot be started again", failure);
        }
    }

    private static PayaraServer launch(ServerSpec spec) throws IOException {
        Path runtime = spec.home().resolve("runtime-directory");
        new RuntimeDirectory(runtime).prepare();
        Path log = logFile(spec);
        Process process = new ProcessBuilder(new MicroCommand(spec, runtime).write())
                .directory(spec.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        LiveProcesses.add(process);
        return new PayaraServer(spec, process, new ServerLog(log));
    }

    private static Path logFile(ServerSpec spec) {
        return spec.home().resolve("server.log");
    }

    /**
     * Waits until the ready path of the specification answers.
     *
     * @return this server
     * @throws ServerFailedException with the end of the log, if the process ends or the time is over
     */
    public PayaraServer awaitReady(Duration timeout) {
        new Readiness(this).await(timeout);
        return this;
    }

    /** Ends the process as a loss of power would (SIGKILL) and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        if (!hasEndedWithin(KILL_TIMEOUT)) {
            throw new ServerFailedException("server " + spec.name() + " survived SIGKILL, pid " + pid());
        }
    }

    /** Freezes the process (SIGSTOP): its connections stay open, nothing is answered. */
    public void freeze() {
        Signal.STOP.sendTo(pid());
    }

    /** Lets a frozen process go on (SIGCONT). */
    public void resume() {
        Signal.CONT.sendTo(pid());
    }

    /** Asks the process to end (SIGTERM), waits, and kills it if it has not ended after 40 s. */
    public void stop() {
        process.destroy();
        if (!hasEndedWithin(STOP_TIMEOUT)) {
            kill();
        }
    }

    /** Kills the process if it is alive. */
    @Override
    public void close() {
        kill();
    }

    /**
     * Waits until the process has ended.
     *
     * @return whether it has ended in time
     */
    public boolean hasEndedWithin(Duration timeout) {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("interrupted while server " + spec.name() + " ends", interrupted);
        }
    }

    /** Says whether the process exists; a frozen one does. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns the id of the process, also after its end. */
    public long pid() {
        return process.pid();
    }

    /** Returns what the server was started with. */
    public ServerSpec spec() {
        return spec;
    }

    /** Returns the name of the server. */
    public String name() {
        return spec.name();
    }

    /** Returns the port of the HTTP listener. */
    public int httpPort() {
        return spec.httpPort();
    }

    /** Returns the address of the HTTP listener, without a path. */
    public URI baseUri() {
        return URI.create("http://" + HOST + ":" + httpPort());
    }

    /** Returns the address of a path on this server. */
    public URI uri(String path) {
        return URI.create(baseUri() + path);
    }

    /** Returns what the process wrote to its output. */
    public ServerLog log() {
        return log;
    }

    @Override
    public String toString() {
        return spec.name() + " (pid " + pid() + ", " + baseUri() + ")";
    }
}
