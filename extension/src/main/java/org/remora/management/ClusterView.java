package org.remora.management;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.remora.cluster.SurveyedMember;
import org.remora.jobs.run.JobStatistics;

/**
 * What all members have answered, in rows and sums.
 *
 * @param cluster its name
 * @param safe whether all data has all its copies
 * @param views what each member has answered
 */
record ClusterView(String cluster, boolean safe, List<MemberView> views) implements ClusterReport {

    /** In the place of a node's name. */
    static final String ALL = "*";

    static ClusterView of(String cluster, boolean safe, List<SurveyedMember> members) {
        return new ClusterView(
                cluster, safe, members.stream().map(MemberView::new).toList());
    }

    @Override
    public String getCluster() {
        return cluster;
    }

    @Override
    public boolean isSafe() {
        return safe;
    }

    @Override
    public boolean isMigrating() {
        return views.stream().anyMatch(MemberView::isMigrating);
    }

    @Override
    public List<MemberRow> getMembers() {
        return List.copyOf(views);
    }

    private List<Sessions> sessions() {
        return views.stream()
                .flatMap(view -> view.sessions().stream())
                .sorted(Comparator.comparing(Sessions::node).thenComparing(Sessions::application))
                .toList();
    }

    @Override
    public List<SessionsRow> getSessions() {
        return List.copyOf(sessions());
    }

    @Override
    public List<SessionsRow> getSessionSums() {
        Map<String, Sessions> sums = sessions().stream()
                .collect(Collectors.toMap(
                        Sessions::application,
                        row -> row,
                        (one, other) ->
                                Sessions.of(ALL, one.application(), one.now().plus(other.now())),
                        TreeMap::new));
        return sums.values().stream()
                .<SessionsRow>map(sum -> Sessions.of(ALL, sum.application(), sum.now()))
                .toList();
    }

    private List<InvalidationBean> invalidations() {
        return views.stream()
                .flatMap(view -> view.invalidations().stream())
                .sorted(Comparator.comparing(InvalidationBean::node).thenComparing(InvalidationBean::application))
                .toList();
    }

    @Override
    public List<InvalidationRow> getInvalidations() {
        return List.copyOf(invalidations());
    }

    @Override
    public List<InvalidationRow> getInvalidationSums() {
        Map<String, InvalidationBean> sums = invalidations().stream()
                .collect(Collectors.toMap(
                        InvalidationBean::application,
                        row -> row,
                        (one, other) -> InvalidationBean.of(
                                ALL, one.application(), one.now().plus(other.now())),
                        TreeMap::new));
        return sums.values().stream()
                .<InvalidationRow>map(sum -> InvalidationBean.of(ALL, sum.application(), sum.now()))
                .toList();
    }

    @Override
    public List<JobsRow> getJobs() {
        return views.stream()
                .filter(MemberView::isAnswered)
                .<JobsRow>map(view -> Jobs.of(view.getName(), view.jobs()))
                .toList();
    }

    @Override
    public JobsRow getJobSum() {
        return Jobs.of(ALL, views.stream().map(MemberView::jobs).reduce(JobStatistics.NONE, JobStatistics::plus));
    }
}
