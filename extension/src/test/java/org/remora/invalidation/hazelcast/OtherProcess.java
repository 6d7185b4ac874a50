package org.remora.invalidation.hazelcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that is started, asked, frozen and killed by a test. */
final class OtherProcess implements AutoCloseable {

    /** What each answer begins with; everything else is what libraries print. */
    static final String ANSWER = "> ";

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private OtherProcess(List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
        command.addAll(arguments);
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("A process does not start", e);
        }
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
    }

    /** One of the nodes. */
    static OtherProcess node(int port, List<Integer> ports, String url, int keys) {
        return new OtherProcess(List.of(
                HistoryProcess.class.getName(),
                Integer.toString(port),
                String.join(",", ports.stream().map(String::valueOf).toList()),
                url,
                Integer.toString(keys)));
    }

    /** A database on loopback, where each process can reach it. */
    static OtherProcess database(int port) {
        return new OtherProcess(List.of(
                "-Dh2.bindAddress=127.0.0.1",
                "org.h2.tools.Server",
                "-tcp",
                "-tcpPort",
                Integer.toString(port),
                "-ifNotExists"));
    }

    String ask(String question) {
        try {
            questions.write(question);
            questions.newLine();
            questions.flush();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(ANSWER)) {
                    return line.substring(ANSWER.length());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The process does not answer to " + question, e);
        }
        throw new IllegalStateException("The process has ended and does not answer to " + question);
    }

    /** Nothing of it runs, its connections stay open. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("No signal " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
    }
}
