package org.remora.arquillian.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.remora.arquillian.jobs.app.JobServlet;
import org.remora.arquillian.login.app.UserServlet;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Artifacts;
import org.remora.arquillian.server.ClusterSpec;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.FreePorts;
import org.remora.arquillian.server.JvmOptions;
import org.remora.arquillian.server.Membership;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerSpec;

/**
 * Three servers of a cluster with a secret. The first lets JMX users in, with a password each, and allows to look at
 * values; the third was started by the command line.
 */
final class AskedServers implements AutoCloseable {

    static final String SECRET = "correct-horse-battery-staple";
    static final String PASSWORD = "hush-hush";

    private static final Path HOME =
            Path.of("target", "servers", "command-line").toAbsolutePath();
    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);
    private static final Membership MEMBERSHIP = Membership.page("/shop/cluster");

    private static final String PRE_BOOT = """
            set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=%1$s
            set hazelcast-runtime-configuration.interface=%1$s
            """.formatted(PayaraServer.HOST);

    private final int jmxPort = FreePorts.next();
    private final ClusterSpec spec;
    private final List<PayaraServer> started = new ArrayList<>();
    private final Process run;

    AskedServers() throws IOException {
        Files.createDirectories(HOME);
        this.spec = spec();
        started.add(PayaraServer.start(spec.node(0)
                .withSystemProperty("remora.management.show-values", "true")
                .withJvmOptions(Stream.concat(JvmOptions.QUICK_START.stream(), jmxOptions())
                        .toList())));
        started.add(PayaraServer.start(spec.node(1)));
        this.run = new ProcessBuilder(RemoraJar.command(runArguments(spec.node(2))))
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("run.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::killRun));
        started.forEach(server -> server.awaitReady(START_TIMEOUT));
        await().atMost(START_TIMEOUT)
                .ignoreExceptions()
                .until(() -> MEMBERSHIP.seenBy(first()).size() == 3
                        && MEMBERSHIP.seenBy(second()).size() == 3);
    }

    private static ClusterSpec spec() throws IOException {
        Path archive = ProbeWar.write(
                ProbeWar.annotationsOnly("shop")
                        .addPackage(UserServlet.class.getPackage())
                        .addPackage(JobServlet.class.getPackage()),
                HOME.resolve("archives"));
        return ClusterSpec.of(
                        "command-line-" + ProcessHandle.current().pid(),
                        HOME,
                        Artifacts.payaraMicroJar(),
                        Artifacts.remoraJar())
                .withNodeCount(3)
                .withDeployment(new Deployment(archive, "/shop"))
                .withReadyPath("/shop/none")
                .withSetting("remora.cluster.secret", SECRET)
                .withSetting("remora.failure.heartbeat-timeout", "60s")
                .withSetting("remora.drain.grace", "0s")
                .withJvmOptions(JvmOptions.QUICK_START)
                .withMicroOptions(List.of("--nocluster", "--postbootcommandfile", users().toString()));
    }

    private static Path users() throws IOException {
        Path password = Files.writeString(HOME.resolve("ann.txt"), "AS_ADMIN_USERPASSWORD=secret1\n");
        return Files.writeString(
                HOME.resolve("users.asadmin"),
                "create-file-user --authrealmname file --groups employees --passwordfile " + password + " ann\n");
    }

    private Stream<String> jmxOptions() throws IOException {
        Path passwords = HOME.resolve("jmx.password");
        Files.deleteIfExists(passwords);
        Files.createFile(passwords, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwords, "admin " + PASSWORD + "\nwatcher " + PASSWORD + "\n");
        Path access = Files.writeString(HOME.resolve("jmx.access"), "admin readwrite\nwatcher readonly\n");
        return Stream.concat(
                Stream.of("-Djava.rmi.server.hostname=" + PayaraServer.HOST),
                Stream.of(
                                "port=" + jmxPort,
                                "rmi.port=" + jmxPort,
                                "host=" + PayaraServer.HOST,
                                "ssl=false",
                                "authenticate=true",
                                "password.file=" + passwords,
                                "access.file=" + access)
                        .map("-Dcom.sun.management.jmxremote."::concat));
    }

    private String[] runArguments(ServerSpec third) throws IOException {
        Path runtime = Files.createDirectories(third.home().resolve("runtime-directory"));
        Path preBoot = Files.writeString(third.home().resolve("pre-boot.asadmin"), PRE_BOOT);
        List<String> words = new ArrayList<>(List.of("run"));
        third.deployments().forEach(deployment -> words.add(deployment.archive().toString()));
        words.addAll(List.of("--server-jar", third.microJar().toString()));
        words.addAll(List.of("--port", Integer.toString(third.httpPort())));
        third.systemProperties().forEach((key, value) -> words.add("-D" + key + "=" + value));
        third.jvmOptions().forEach(option -> words.add("-J" + option));
        words.addAll(List.of("--", "--rootDir", runtime.toString(), "--prebootcommandfile", preBoot.toString()));
        words.addAll(third.microOptions());
        return words.toArray(String[]::new);
    }

    PayaraServer first() {
        return started.get(0);
    }

    PayaraServer second() {
        return started.get(1);
    }

    /** The address at which the first lets JMX users in. */
    String jmx() {
        return PayaraServer.HOST + ":" + jmxPort;
    }

    /** A file with the password in it. */
    Path passwordFile(String password) {
        try {
            return Files.writeString(HOME.resolve("password-" + password.hashCode()), password + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the second listens for other servers. */
    String addressOfSecond() {
        return spec.nodes().get(1).networkAddress();
    }

    /** The process of the command line that runs the third. */
    Process run() {
        return run;
    }

    private void killRun() {
        run.descendants().forEach(ProcessHandle::destroyForcibly);
        run.destroyForcibly();
    }

    @Override
    public void close() {
        killRun();
        started.forEach(PayaraServer::close);
    }
}
