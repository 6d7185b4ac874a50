package org.remora.arquillian.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides how one Payara Micro process is started.
 *
 * @param name names the server in messages
 * @param home directory of the server's own files: its runtime directory and its log; emptied by a start
 * @param microJar the Payara Micro distribution
 * @param libraries jars put on the server's class path with {@code --addLibs}
 * @param systemProperties system properties of the process
 * @param deployments the applications, deployed in this order
 * @param httpPort the port of the HTTP listener, which is bound to the loopback address
 * @param readyPath the path that answers with a status of the 200s or 300s as soon as the server is of use
 * @param microOptions further options of Payara Micro
 * @param jvmOptions options of the virtual machine
 * @param launcher words before the command that starts the virtual machine
 */
public record ServerSpec(
        String name,
        Path home,
        Path microJar,
        List<Path> libraries,
        Map<String, String> systemProperties,
        List<Deployment> deployments,
        int httpPort,
        String readyPath,
        List<String> microOptions,
        List<String> jvmOptions,
        List<String> launcher) {

    /** Copies the collections and checks the port and the path. */
    public ServerSpec {
        libraries = List.copyOf(libraries);
        systemProperties = Collections.unmodifiableMap(new LinkedHashMap<>(systemProperties));
        deployments = List.copyOf(deployments);
        microOptions = List.copyOf(microOptions);
        jvmOptions = List.copyOf(jvmOptions);
        launcher = List.copyOf(launcher);
        if (httpPort < 1 || httpPort > 65_535) {
            throw new IllegalArgumentException("HTTP port of " + name + " is not a port: " + httpPort);
        }
        if (!readyPath.startsWith("/")) {
            throw new IllegalArgumentException("ready path of " + name + " must begin with a slash: " + readyPath);
        }
    }

    /** Returns a server without applications on a free port, outside of Payara's own data grid. */
    public static ServerSpec of(String name, Path home, Path microJar) {
        return new ServerSpec(
                name,
                home.toAbsolutePath(),
                microJar.toAbsolutePath(),
                List.of(),
                Map.of(),
                List.of(),
                FreePorts.next(),
                "/",
                List.of("--nocluster"),
                JvmOptions.STANDARD,
                List.of());
    }

    /** Returns a copy with one more jar on the server's class path. */
    public ServerSpec withLibrary(Path jar) {
        List<Path> more = appended(libraries, jar.toAbsolutePath());
        return copy(more, systemProperties, deployments, httpPort, readyPath, microOptions, jvmOptions);
    }

    /** Returns a copy with this system property set. */
    public ServerSpec withSystemProperty(String key, String value) {
        return withSystemProperties(Map.of(key, value));
    }

    /** Returns a copy with these system properties set, the others kept. */
    public ServerSpec withSystemProperties(Map<String, String> properties) {
        Map<String, String> more = new LinkedHashMap<>(systemProperties);
        more.putAll(properties);
        return copy(libraries, more, deployments, httpPort, readyPath, microOptions, jvmOptions);
    }

    /** Returns a copy with one more application. */
    public ServerSpec withDeployment(Deployment deployment) {
        List<Deployment> more = appended(deployments, deployment);
        return copy(libraries, systemProperties, more, httpPort, readyPath, microOptions, jvmOptions);
    }

    /** Returns a copy with another HTTP port. */
    public ServerSpec withHttpPort(int port) {
        return copy(libraries, systemProperties, deployments, port, readyPath, microOptions, jvmOptions);
    }

    /** Returns a copy with another path that tells whether the server is ready. */
    public ServerSpec withReadyPath(String path) {
        return copy(libraries, systemProperties, deployments, httpPort, path, microOptions, jvmOptions);
    }

    /** Returns a copy with these options of Payara Micro instead of the present ones. */
    public ServerSpec withMicroOptions(List<String> options) {
        return copy(libraries, systemProperties, deployments, httpPort, readyPath, options, jvmOptions);
    }

    /** Returns a copy with these options of the virtual machine instead of the present ones. */
    public ServerSpec withJvmOptions(List<String> options) {
        return copy(libraries, systemProperties, deployments, httpPort, readyPath, microOptions, options);
    }

    /** Returns a copy that is started by these words before its own command. */
    public ServerSpec withLauncher(List<String> words) {
        return new ServerSpec(
                name,
                home,
                microJar,
                libraries,
                systemProperties,
                deployments,
                httpPort,
                readyPath,
                microOptions,
                jvmOptions,
                words);
    }

    private ServerSpec copy(
            List<Path> newLibraries,
            Map<String, String> newProperties,
            List<Deployment> newDeployments,
            int newPort,
            String newReadyPath,
            List<String> newMicroOptions,
            List<String> newJvmOptions) {
        return new ServerSpec(
                name,
                home,
                microJar,
                newLibraries,
                newProperties,
                newDeployments,
                newPort,
                newReadyPath,
                newMicroOptions,
                newJvmOptions,
                launcher);
    }

    private static <T> List<T> appended(List<T> list, T element) {
        List<T> more = new ArrayList<>(list);
        more.add(element);
        return more;
    }
}
