package org.remora.arquillian.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * What the demo is to run and how.
 *
 * @param microJar the Payara Micro distribution
 * @param remoraJar the extension
 * @param shopWar the sample shop
 * @param httpPorts where the two servers are to answer
 * @param check whether the demo tries the servers itself, on free ports, and ends
 */
record DemoOptions(Path microJar, Path remoraJar, Path shopWar, List<Integer> httpPorts, boolean check) {

    static final String PORTS = "demo.ports";

    private static final String CHECK = "demo.check";
    private static final String DEFAULT_PORTS = "8080,8081";
    private static final int SERVERS = 2;

    DemoOptions {
        httpPorts = List.copyOf(httpPorts);
    }

    /**
     * Reads the three archives from the command line, and {@code demo.ports} and {@code demo.check} from the system
     * properties.
     *
     * @throws DemoFailedException if something is missing or makes no sense
     */
    static DemoOptions read(List<String> arguments, Properties properties) {
        if (arguments.size() != 3) {
            throw new DemoFailedException("The demo needs three files: payara-micro.jar remora.jar shop.war");
        }
        return new DemoOptions(
                file(arguments.get(0)),
                file(arguments.get(1)),
                file(arguments.get(2)),
                ports(properties.getProperty(PORTS, DEFAULT_PORTS)),
                List.of("", "true").contains(properties.getProperty(CHECK, "false")));
    }

    /** The directory for the servers' own files, beside the one of the distribution. */
    Path home() {
        return microJar.resolveSibling("demo");
    }

    private static Path file(String name) {
        Path file = Path.of(name).toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new DemoFailedException("There is no file " + file + ". Build it first: mvn -DskipTests package");
        }
        return file;
    }

    private static List<Integer> ports(String text) {
        List<Integer> ports = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(port -> port.matches("[1-9][0-9]{0,4}"))
                .map(Integer::valueOf)
                .filter(port -> port <= 65_535)
                .distinct()
                .toList();
        if (ports.size() != SERVERS) {
            throw new DemoFailedException(
                    "-D" + PORTS + "=" + text + " must name two different ports, such as " + DEFAULT_PORTS);
        }
        return ports;
    }
}
