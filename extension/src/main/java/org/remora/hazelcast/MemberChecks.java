package org.remora.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.remora.cluster.Agreement;
import org.remora.cluster.Finding;

/** Whether the members go together. */
final class MemberChecks {

    private static final String ANSWER = "answer";
    private static final String CLOCK = "clock";
    private static final String NAMES = "names";
    private static final String VERSIONS = "versions";
    private static final String SETTINGS = "settings";
    private static final String REMORA_VERSION = "remora.version";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long TOLERATED_MILLIS = 1000;

    private final HazelcastInstance instance;
    private final AgreementCheck agreement;
    private final List<Member> members;

    MemberChecks(HazelcastInstance instance, AgreementCheck agreement) {
        this.instance = instance;
        this.agreement = agreement;
        this.members = List.copyOf(instance.getCluster().getMembers());
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(clocks());
        findings.add(names());
        findings.add(versions());
        findings.addAll(settings());
        return findings;
    }

    private List<Finding> clocks() {
        InstantSource clock = TimeOperation.clockOf(instance.getUserContext());
        List<Finding> findings = new ArrayList<>();
        for (Member member : others()) {
            long askedMillis = clock.millis();
            MemberQuestions.Reply<Long> reply = MemberQuestions.<Long>ask(
                            instance, List.of(member), TimeOperation::new, PATIENCE)
                    .get(0);
            long tookMillis = clock.millis() - askedMillis;
            findings.add(reply.answer()
                    .map(theirs -> clock(reply.node(), theirs - askedMillis - tookMillis / 2, tookMillis))
                    .orElseGet(() -> silent(reply.node())));
        }
        return findings;
    }

    private static Finding clock(String node, long aheadMillis, long tookMillis) {
        long certain = Math.abs(aheadMillis) - tookMillis / 2;
        return certain <= TOLERATED_MILLIS
                ? Finding.ok(CLOCK, "Node '" + node + "' answers in " + tookMillis + " ms, and its clock agrees.")
                : Finding.problem(
                        CLOCK,
                        "The clock of node '" + node + "' is " + Math.abs(aheadMillis) + " ms "
                                + (aheadMillis > 0 ? "ahead of" : "behind") + " this node's.",
                        "Have both machines set their clocks by NTP.");
    }

    private static Finding silent(String node) {
        return Finding.problem(
                ANSWER,
                "Node '" + node + "' did not answer within " + PATIENCE.toSeconds() + " s.",
                "Look whether its process is frozen or overloaded, and whether a firewall is between the two.");
    }

    private Finding names() {
        List<String> twice = members.stream()
                .collect(Collectors.groupingBy(HazelcastNode::nodeName, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
        return twice.isEmpty()
                ? Finding.ok(NAMES, "All " + members.size() + " nodes have names of their own.")
                : Finding.problem(
                        NAMES,
                        "Several nodes have the same name: " + twice + ".",
                        "Set another remora.node.name on each: balancers lead users by it.");
    }

    private Finding versions() {
        Map<String, String> versions = byNode(member -> {
            String remora = member.getAttribute(REMORA_VERSION);
            return (remora == null ? "" : "Remora " + remora + ", ") + "Hazelcast " + member.getVersion();
        });
        return versions.values().stream().distinct().count() <= 1
                ? Finding.ok(
                        VERSIONS,
                        "All nodes have " + versions.values().iterator().next() + ".")
                : Finding.hint(
                        VERSIONS,
                        "Nodes have different versions: " + versions + ".",
                        "Usual while a cluster is upgraded node by node; otherwise install the same on all.");
    }

    private Map<String, String> byNode(Function<Member, String> text) {
        Map<String, String> texts = new TreeMap<>();
        members.forEach(
                member -> texts.put(HazelcastNode.nodeName(member) + "@" + member.getAddress(), text.apply(member)));
        return texts;
    }

    private List<Finding> settings() {
        List<Finding> findings = new ArrayList<>();
        for (Member member : others()) {
            String node = HazelcastNode.nodeName(member);
            for (Agreement.Difference each : agreement.differencesTo(member)) {
                findings.add(differs(each, node, "Set the key alike on both, and start one of them anew."));
            }
        }
        ApplicationAgreements.of(instance)
                .differences()
                .forEach((counterpart, differences) -> differences.forEach(each -> findings.add(differs(
                        each,
                        nodeName(counterpart),
                        "Set the key alike for the application " + counterpart.application() + " on both."))));
        return findings.isEmpty()
                ? List.of(Finding.ok(SETTINGS, "What has to be the same on all servers is the same."))
                : findings;
    }

    private static Finding differs(Agreement.Difference each, String node, String remedy) {
        return Finding.problem(SETTINGS, agreementText(each) + node + "'.", remedy);
    }

    private static String agreementText(Agreement.Difference each) {
        return AgreementCheck.isSecret(each.key())
                ? each.key() + " is not the same on this node and on node '"
                : each.key() + " is " + each.mine() + " on this node and " + each.theirs() + " on node '";
    }

    private String nodeName(ApplicationAgreements.Counterpart counterpart) {
        return members.stream()
                .filter(member -> member.getUuid().equals(counterpart.member()))
                .map(HazelcastNode::nodeName)
                .findFirst()
                .orElse("?");
    }

    private List<Member> others() {
        return members.stream().filter(member -> !member.localMember()).toList();
    }
}
