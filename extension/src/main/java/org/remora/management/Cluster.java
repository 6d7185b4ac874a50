package org.remora.management;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.remora.cluster.ClusterNode;
import org.remora.cluster.ClusterSurvey;
import org.remora.cluster.RemoraProtocol;
import org.remora.cluster.RemoraVersion;
import org.remora.cluster.SurveyedMember;

/**
 * Shows the cluster. Who reads several attributes at once has the members asked once: what they answered is good for a
 * second.
 */
public final class Cluster implements ClusterMXBean {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final ClusterNode node;
    private final ClusterQuestion question;
    private final LongSupplier nanos;
    private List<SurveyedMember> lastAnswers = List.of();
    private long answeredNanos;

    /**
     * Asks nobody yet.
     *
     * @param node this server's node
     * @param survey asks the members
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    public Cluster(ClusterNode node, ClusterSurvey survey, LongSupplier nanos) {
        this.node = node;
        this.question = new ClusterQuestion(node, survey);
        this.nanos = nanos;
    }

    /**
     * Shows the cluster.
     *
     * @return withdraws it
     */
    public Runnable register() {
        return BeanRegistration.of(BeanNames.of("Cluster"), this);
    }

    private synchronized List<SurveyedMember> answers() {
        if (lastAnswers.isEmpty() || nanos.getAsLong() - answeredNanos > FRESH_NANOS) {
            lastAnswers = question.members();
            answeredNanos = nanos.getAsLong();
        }
        return lastAnswers;
    }

    @Override
    public String getName() {
        return node.clusterName();
    }

    @Override
    public String getNode() {
        return node.name();
    }

    @Override
    public int getProtocol() {
        return RemoraProtocol.VERSION;
    }

    @Override
    public String getVersion() {
        return RemoraVersion.text();
    }

    @Override
    public boolean isSafe() {
        return question.isSafe(answers());
    }

    @Override
    public boolean isMigrating() {
        return answers().stream().map(MemberView::new).anyMatch(MemberView::isMigrating);
    }

    @Override
    public List<MemberRow> getMembers() {
        return answers().stream().<MemberRow>map(MemberView::new).toList();
    }
}
