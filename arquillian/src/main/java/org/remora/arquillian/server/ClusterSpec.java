package org.remora.arquillian.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Servers with Remora that find each other by a static list, on the loopback address if nothing else is said.
 *
 * @param name the cluster's name; nodes of another name stay apart
 * @param home directory below which each node has its own
 * @param microJar the Payara Micro distribution
 * @param remoraJar the extension
 * @param nodes the ports of each node
 * @param deployments the applications, on every node
 * @param settings settings of Remora, without or instead of those that form the cluster
 * @param readyPath the path that answers as soon as a node is of use
 * @param microOptions further options of Payara Micro
 * @param jvmOptions options of the virtual machines
 */
public record ClusterSpec(
        String name,
        Path home,
        Path microJar,
        Path remoraJar,
        List<NodePorts> nodes,
        List<Deployment> deployments,
        Map<String, String> settings,
        String readyPath,
        List<String> microOptions,
        List<String> jvmOptions) {

    /** Copies the collections. */
    public ClusterSpec {
        nodes = List.copyOf(nodes);
        deployments = List.copyOf(deployments);
        settings = Map.copyOf(settings);
        microOptions = List.copyOf(microOptions);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** Returns two nodes on free ports, without applications. */
    public static ClusterSpec of(String name, Path home, Path microJar, Path remoraJar) {
        return new ClusterSpec(
                name,
                home,
                microJar,
                remoraJar,
                List.of(NodePorts.free(), NodePorts.free()),
                List.of(),
                Map.of(),
                "/",
                List.of("--nocluster"),
                JvmOptions.STANDARD);
    }

    /** Returns a copy with this many nodes on free ports. */
    public ClusterSpec withNodeCount(int count) {
        return withNodes(Stream.generate(NodePorts::free).limit(count).toList());
    }

    /** Returns a copy with one node on free ports in each of these places. */
    public ClusterSpec withNodesIn(List<? extends NodePlace> places) {
        return withNodes(places.stream().map(NodePorts::freeIn).toList());
    }

    /** Returns a copy with nodes on these ports. */
    public ClusterSpec withNodes(List<NodePorts> ports) {
        return new ClusterSpec(
                name, home, microJar, remoraJar, ports, deployments, settings, readyPath, microOptions, jvmOptions);
    }

    /** Returns a copy with one more application. */
    public ClusterSpec withDeployment(Deployment deployment) {
        List<Deployment> more = new ArrayList<>(deployments);
        more.add(deployment);
        return new ClusterSpec(
                name, home, microJar, remoraJar, nodes, more, settings, readyPath, microOptions, jvmOptions);
    }

    /** Returns a copy with this setting on every node. */
    public ClusterSpec withSetting(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new ClusterSpec(
                name, home, microJar, remoraJar, nodes, deployments, more, readyPath, microOptions, jvmOptions);
    }

    /** Returns a copy with another path that tells whether a node is ready. */
    public ClusterSpec withReadyPath(String path) {
        return new ClusterSpec(
                name, home, microJar, remoraJar, nodes, deployments, settings, path, microOptions, jvmOptions);
    }

    /** Returns a copy with these options of Payara Micro instead of the present ones. */
    public ClusterSpec withMicroOptions(List<String> options) {
        return new ClusterSpec(
                name, home, microJar, remoraJar, nodes, deployments, settings, readyPath, options, jvmOptions);
    }

    /** Returns a copy with these options of the virtual machines instead of the present ones. */
    public ClusterSpec withJvmOptions(List<String> options) {
        return new ClusterSpec(
                name, home, microJar, remoraJar, nodes, deployments, settings, readyPath, microOptions, options);
    }

    /**
     * Returns the name of a node, which is also its route in session cookies: {@code node1}, {@code node2} and so on.
     */
    public String nodeName(int index) {
        return "node" + (index + 1);
    }

    /** Returns the names of all nodes, in order. */
    public List<String> nodeNames() {
        return IntStream.range(0, nodes.size()).mapToObj(this::nodeName).toList();
    }

    /** Returns how one node is started. */
    public ServerSpec node(int index) {
        ServerSpec bare = ServerSpec.of(nodeName(index), home.resolve(nodeName(index)), microJar)
                .withHttpPort(nodes.get(index).http())
                .withLibrary(remoraJar)
                .withReadyPath(readyPath)
                .withMicroOptions(microOptions)
                .withJvmOptions(jvmOptions)
                .withSystemProperties(clusterSettings(index))
                .withSystemProperties(settings);
        return nodes.get(index)
                .place()
                .place(deployments.stream().reduce(bare, ServerSpec::withDeployment, (first, second) -> second));
    }

    private Map<String, String> clusterSettings(int index) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("remora.cluster.name", name);
        properties.put("remora.node.name", nodeName(index));
        properties.put("remora.discovery", "static");
        properties.put("remora.discovery.static.nodes", addresses());
        properties.put("remora.network.interface", nodes.get(index).place().address());
        properties.put("remora.network.port", Integer.toString(nodes.get(index).network()));
        properties.put("remora.network.port-auto-increment", "false");
        return properties;
    }

    private String addresses() {
        return nodes.stream().map(NodePorts::networkAddress).collect(Collectors.joining(","));
    }
}
