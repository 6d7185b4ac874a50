package org.remora.management;

import org.remora.cluster.ClusterNode;
import org.remora.cluster.ClusterSurvey;

/** Asks the members anew at every call. */
public final class Statistics implements StatisticsMXBean {

    private final ClusterQuestion question;

    /**
     * The statistics of a cluster.
     *
     * @param node this server's node
     * @param survey asks the members
     */
    public Statistics(ClusterNode node, ClusterSurvey survey) {
        this.question = new ClusterQuestion(node, survey);
    }

    /**
     * Shows the statistics.
     *
     * @return withdraws them
     */
    public Runnable register() {
        return BeanRegistration.of(BeanNames.of("Statistics"), this);
    }

    @Override
    public ClusterReport collect() {
        return question.report();
    }
}
