package org.remora.management;

import java.time.Duration;
import java.util.List;
import org.remora.cluster.ClusterNode;
import org.remora.cluster.ClusterSurvey;
import org.remora.cluster.SurveyedMember;

/**
 * Asks all members, each for a bounded time, and does not have them look for missing copies when one does not answer.
 *
 * @param node this server's node
 * @param survey asks
 */
record ClusterQuestion(ClusterNode node, ClusterSurvey survey) {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    List<SurveyedMember> members() {
        return survey.ask(LONGEST);
    }

    ClusterView report() {
        List<SurveyedMember> members = members();
        return ClusterView.of(node.clusterName(), isSafe(members), members);
    }

    boolean isSafe(List<SurveyedMember> members) {
        return !members.isEmpty() && members.stream().allMatch(SurveyedMember::isAnswered) && survey.isSafe(LONGEST);
    }
}
