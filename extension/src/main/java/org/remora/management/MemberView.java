package org.remora.management;

import java.util.List;
import java.util.stream.Stream;
import org.remora.cluster.Figures;
import org.remora.cluster.SurveyedMember;
import org.remora.jobs.run.JobStatistics;

/**
 * A member by what it has answered.
 *
 * @param surveyed the answer
 */
record MemberView(SurveyedMember surveyed) implements MemberRow {

    /** The state of a member that has not answered. */
    static final String UNANSWERED = "UNANSWERED";

    /** The state of one that does not serve yet. */
    static final String STARTING = "STARTING";

    @Override
    public String getId() {
        return surveyed.id();
    }

    @Override
    public String getName() {
        return surveyed.member().name();
    }

    @Override
    public String getAddress() {
        return surveyed.member().address();
    }

    @Override
    public String getVersion() {
        return surveyed.version();
    }

    @Override
    public String getState() {
        return surveyed.isAnswered() ? node().map(Figures::subject).findFirst().orElse(STARTING) : UNANSWERED;
    }

    @Override
    public long getUptimeSeconds() {
        return node().map(row -> row.at(0)).findFirst().orElse(-1L);
    }

    boolean isMigrating() {
        return node().anyMatch(row -> row.at(1) != 0);
    }

    @Override
    public int getOwnedPartitions() {
        return surveyed.ownedPartitions();
    }

    @Override
    public boolean isLite() {
        return surveyed.lite();
    }

    @Override
    public boolean isSelf() {
        return surveyed.member().local();
    }

    @Override
    public boolean isAnswered() {
        return surveyed.isAnswered();
    }

    @Override
    public String getTrouble() {
        return surveyed.trouble();
    }

    private Stream<Figures> node() {
        return rows(ServerStatistics.NODE);
    }

    private Stream<Figures> rows(String kind) {
        return surveyed.figures().stream().filter(row -> row.kind().equals(kind));
    }

    List<Sessions> sessions() {
        return rows(SessionFigures.KIND)
                .map(row -> Sessions.of(getName(), row.subject(), SessionFigures.read(row, calls(row.subject()))))
                .toList();
    }

    private Figures calls(String application) {
        return rows(SessionFigures.CALLS)
                .filter(row -> row.subject().equals(application))
                .findFirst()
                .orElse(new Figures(SessionFigures.CALLS, application, List.of()));
    }

    List<InvalidationBean> invalidations() {
        return rows(InvalidationFigures.KIND)
                .map(row -> InvalidationBean.of(getName(), row.subject(), InvalidationFigures.read(row)))
                .toList();
    }

    JobStatistics jobs() {
        return JobFigures.read(surveyed.figures());
    }
}
