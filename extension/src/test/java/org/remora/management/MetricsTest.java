package org.remora.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.remora.invalidation.InvalidationStatistics;
import org.remora.jobs.JobState;
import org.remora.jobs.run.JobStatistics;
import org.remora.management.ClusterViewTest.StandingNode;
import org.remora.session.live.CallTimes;
import org.remora.session.live.ReplicationState;
import org.remora.session.live.SessionStatistics;

/** What is shown among the metrics of a server. */
class MetricsTest {

    private static final Path DASHBOARD = Path.of("../domain-config/grafana/dashboard.json");
    private static final Path README = Path.of("../README.md");
    private static final Pattern NAME = Pattern.compile("\\bremora_[a-z0-9_]+");
    private static final SessionStatistics SESSIONS = new SessionStatistics(
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            12,
            13,
            14,
            15,
            16,
            new CallTimes(new long[] {0, 0, 3}),
            new ReplicationState(Optional.empty(), 19, 17, 18));

    private final ServerStatistics statistics = new ServerStatistics(() -> 0);

    MetricsTest() {
        statistics.ofNode(new StandingNode("a"), () -> false);
        Runnable unused = statistics.ofSessions("server/shop", () -> SESSIONS);
        unused = statistics.ofInvalidations("server/shop", () -> new InvalidationStatistics(1, 2, 3, 4, 5, 6, 7));
        statistics.ofJobs(() -> new JobStatistics(Map.of(JobState.RUNNING, 5L), 2, 3));
    }

    @Test
    void metrics_numbers_areThoseOfTheBeans() {
        assertThat(value("remora_cluster_members")).isEqualTo(1);
        assertThat(value("remora_node_active")).isEqualTo(1);
        assertThat(value("remora_sessions_live")).isEqualTo(1);
        assertThat(value("remora_session_sent_bytes_total")).isEqualTo(6);
        assertThat(value("remora_session_conflicts_total")).isEqualTo(9);
        assertThat(value("remora_sessions_suspended")).isEqualTo(19);
        assertThat(value("remora_session_grid_calls_total")).isEqualTo(3);
        assertThat(value("remora_session_grid_call_p99_seconds")).isEqualTo(0.000_002);
        assertThat(value("remora_invalidation_full_drops_total")).isEqualTo(7);
        assertThat(value("remora_jobs_running")).isEqualTo(5);
        assertThat(value("remora_jobs_finished_total")).isEqualTo(3);
    }

    @Test
    void metrics_ofApplications_sayWhichAndThoseOfTheServerDoNot() {
        assertThat(statistics.metrics()).allSatisfy(metric -> {
            boolean isOfServer = metric.name().matches("remora_(cluster|node|jobs)_.*");
            assertThat(metric.tags()).isEqualTo(isOfServer ? Map.of() : Map.of("application", "server/shop"));
        });
    }

    @Test
    void metrics_names_areEachThereOnce() {
        assertThat(statistics.metrics()).extracting(Metric::exportedName).doesNotHaveDuplicates();
    }

    @Test
    void dashboard_everyMetricNamed_exists() throws IOException {
        assertThat(exported()).containsAll(namesIn(DASHBOARD));
    }

    @Test
    void dashboard_everyMetric_isShown() throws IOException {
        assertThat(namesIn(DASHBOARD)).containsAll(exported());
    }

    @Test
    void readme_everyMetricNamed_exists() throws IOException {
        assertThat(exported()).containsAll(namesIn(README)).isNotEmpty();
    }

    private double value(String exportedName) {
        return statistics.metrics().stream()
                .filter(metric -> metric.exportedName().equals(exportedName))
                .findFirst()
                .orElseThrow(() -> new AssertionError(exportedName))
                .value()
                .getAsDouble();
    }

    private NavigableSet<String> exported() {
        return statistics.metrics().stream().map(Metric::exportedName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> namesIn(Path file) throws IOException {
        return NAME.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
