package org.remora.invalidation.hazelcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.remora.hazelcast.HazelcastNode;
import org.remora.hazelcast.TestCluster;

/**
 * A {@link HistoryNode} in a process of its own, which does what it is told line by line and answers each line with
 * one.
 */
final class HistoryProcess {

    private HistoryProcess() {}

    /** Its port, the ports of all, the database's address and how many keys there are. */
    public static void main(String[] arguments) throws IOException {
        int keys = Integer.parseInt(arguments[3]);
        List<Integer> ports =
                Stream.of(arguments[1].split(",", -1)).map(Integer::valueOf).toList();
        try (TestCluster cluster = new TestCluster(ports, MemberTransport::configure);
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            HazelcastNode member = cluster.startAt(Integer.parseInt(arguments[0]));
            HistoryNode node = new HistoryNode(
                    member.name(), member.instance(), new VersionTable(arguments[2]), new History(keys), keys, true);
            node.write(false);
            node.open(new Random().nextLong());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answer(answered(line, member, node));
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static String answered(String line, HazelcastNode member, HistoryNode node) {
        return switch (line) {
            case "members" -> Integer.toString(member.members().size());
            case "write" -> {
                node.write(true);
                yield line;
            }
            case "rest" -> {
                node.write(false);
                yield line;
            }
            case "stale" -> node.stale().toString();
            default -> throw new IllegalArgumentException(line);
        };
    }

    @SuppressWarnings("SystemOut") // the way to the test
    private static void answer(String text) {
        System.out.println(OtherProcess.ANSWER + text);
    }
}
