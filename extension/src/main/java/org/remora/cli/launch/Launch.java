package org.remora.cli.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a server is started with.
 *
 * @param serverJar Payara Micro
 * @param remoraJar this jar
 * @param applications the archives to deploy, in this order
 * @param port where its HTTP listener listens; empty for Payara's own choice
 * @param properties system properties, among them the settings of Remora
 * @param javaOptions options of the virtual machine
 * @param serverOptions options of Payara Micro, as they are
 */
public record Launch(
        Path serverJar,
        Path remoraJar,
        List<Path> applications,
        OptionalInt port,
        Map<String, String> properties,
        List<String> javaOptions,
        List<String> serverOptions) {

    // Payara's own grid replicates sessions, too, if it is let; Remora has one of its own.
    private static final String WITHOUT_PAYARAS_CLUSTER = "--nocluster";

    /** Copies the lists. */
    public Launch {
        applications = List.copyOf(applications);
        javaOptions = List.copyOf(javaOptions);
        serverOptions = List.copyOf(serverOptions);
    }

    /**
     * The command that starts it.
     *
     * @return its words
     */
    public List<String> command() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(javaOptions);
        properties.forEach((key, value) -> words.add("-D" + key + "=" + value));
        words.addAll(List.of("-jar", serverJar.toString(), "--addLibs", remoraJar.toString()));
        if (serverOptions.stream().noneMatch(option -> option.equalsIgnoreCase(WITHOUT_PAYARAS_CLUSTER))) {
            words.add(WITHOUT_PAYARAS_CLUSTER);
        }
        port.ifPresent(number -> words.addAll(List.of("--port", Integer.toString(number))));
        applications.forEach(archive -> words.addAll(List.of("--deploy", archive.toString())));
        words.addAll(serverOptions);
        return List.copyOf(words);
    }
}
