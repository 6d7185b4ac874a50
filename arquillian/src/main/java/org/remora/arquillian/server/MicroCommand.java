package org.remora.arquillian.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a Payara Micro process. */
final class MicroCommand {

    /** Binds the HTTP listener and Payara's own data grid, which is there even when it has nobody to talk to. */
    private static final String LOOPBACK_ONLY = """
            set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=%1$s
            set hazelcast-runtime-configuration.interface=%1$s
            """.formatted(PayaraServer.HOST);

    /** Payara does not push unless it is asked to. */
    private static final String HTTP2_PUSH = """
            set configs.config.server-config.network-config.protocols.protocol.http-listener.http.http2-push-enabled=true
            """;

    private final ServerSpec spec;
    private final Path runtime;

    MicroCommand(ServerSpec spec, Path runtime) {
        this.spec = spec;
        this.runtime = runtime;
    }

    /** Returns the command, having written the file it refers to. */
    List<String> write() throws IOException {
        List<String> command = new ArrayList<>(spec.launcher());
        command.add(javaExecutable());
        command.addAll(JvmOptions.atStart(spec.jvmOptions()));
        spec.systemProperties().forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", spec.microJar().toString()));
        command.addAll(List.of("--rootDir", runtime.toString()));
        command.addAll(List.of("--prebootcommandfile", preBootFile().toString()));
        command.addAll(List.of("--port", Integer.toString(spec.httpPort())));
        if (!spec.libraries().isEmpty()) {
            command.addAll(List.of("--addLibs", libraries()));
        }
        command.addAll(spec.microOptions());
        spec.deployments().forEach(deployment -> command.addAll(List.of("--deploy", deployment.option())));
        return command;
    }

    private Path preBootFile() throws IOException {
        return Files.writeString(spec.home().resolve("pre-boot.asadmin"), LOOPBACK_ONLY + HTTP2_PUSH);
    }

    private String libraries() {
        return spec.libraries().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static String javaExecutable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
