package org.remora.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMX;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.remora.cluster.Finding;
import org.remora.config.EffectiveSetting;
import org.remora.hazelcast.RecordedLog;
import org.remora.jobs.JobsUnavailableException;
import org.remora.jobs.record.JobAnswer;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.run.JobDirectory;
import org.remora.jobs.run.JobListing;
import org.remora.jobs.run.JobQuery;
import org.remora.jobs.run.JobSummary;

/** The MBeans of jobs, settings and findings, through the platform's MBean server. */
class AdminBeansTest {

    private Runnable withdraw = () -> {};

    @AfterEach
    void withdraw() {
        withdraw.run();
    }

    private static <T> T proxy(String type, Class<T> bean) {
        return JMX.newMXBeanProxy(ManagementFactory.getPlatformMBeanServer(), BeanNames.of(type), bean);
    }

    /** One job; cancelled jobs are told apart by their keys. */
    private static final class Jobs implements JobDirectory {

        @Override
        public Page list(JobQuery query) {
            JobSummary job = new JobSummary(
                    "nightly", query.application(), "report", query.state(), 1, 2, 30, "half way", "once");
            return new Page(new JobListing(List.of(job), query.limit()), List.of("node-2"));
        }

        @Override
        public JobAnswer.Verdict cancel(JobKey key) {
            if (key.name().equals("silent")) {
                throw new JobsUnavailableException("no answer", null);
            }
            return JobAnswer.Verdict.valueOf(key.name());
        }
    }

    @Test
    void jobs_listed_haveEverythingButTheirContent() {
        withdraw = new JobAdmin(new Jobs()).register();

        JobPage page = proxy("JobAdmin", JobAdminMXBean.class).list("server/shop", "WAITING", 9);

        assertThat(page.getTotal()).isEqualTo(9);
        assertThat(page.getSilent()).containsExactly("node-2");
        assertThat(page.getJobs()).singleElement().satisfies(job -> {
            assertThat(List.of(job.getKey(), job.getApplication(), job.getType(), job.getState()))
                    .containsExactly("nightly", "server/shop", "report", "WAITING");
            assertThat(List.of(job.getDueMillis(), (long) job.getAttempt(), (long) job.getPercent()))
                    .containsExactly(1L, 2L, 30L);
            assertThat(List.of(job.getText(), job.getError())).containsExactly("half way", "once");
        });
    }

    @ParameterizedTest
    @CsvSource({"DONE, CANCELLED", "REFUSED, OVER", "ABSENT, NOT_FOUND", "silent, UNANSWERED"})
    void jobs_cancelled_whatCameOfItIsToldAndLogged(String key, String outcome) {
        withdraw = new JobAdmin(new Jobs()).register();
        try (RecordedLog log = new RecordedLog("org.remora.management")) {
            assertThat(proxy("JobAdmin", JobAdminMXBean.class).cancel("server/shop", key))
                    .isEqualTo(outcome);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("RMR-5104")
                    .contains(key, "server/shop", outcome);
        }
    }

    @Test
    void settings_ofServerAndApplication_areOneListUntilItStops() {
        EffectiveSetting ofServer = new EffectiveSetting("remora.lite", "true", "Domain", "false", "holds no data");
        EffectiveSetting own = new EffectiveSetting("remora.session.passive", "/poll", "Application", "", "polling");
        SettingsBean bean = new SettingsBean(List.of(ofServer));
        withdraw = bean.register();
        SettingsMXBean settings = proxy("Settings", SettingsMXBean.class);

        Runnable stop = bean.add("server/shop", List.of(own));

        assertThat(settings.getSettings())
                .extracting(SettingRow::getApplication)
                .containsExactly("", "server/shop");
        assertThat(settings.getSettings().get(0))
                .satisfies(row -> assertThat(List.of(
                                row.getKey(), row.getValue(), row.getSource(), row.getDefaultValue(), row.getMeaning()))
                        .containsExactly("remora.lite", "true", "Domain", "false", "holds no data"));
        stop.run();
        assertThat(settings.getSettings()).hasSize(1);
    }

    @Test
    void doctor_asked_looksAnew() {
        withdraw = new Doctor(() -> List.of(
                        Finding.ok("port", "fine"),
                        Finding.hint("names", "x", "y"),
                        Finding.problem("clock", "a", "b")))
                .register();

        List<FindingRow> findings = proxy("Doctor", DoctorMXBean.class).examine();

        assertThat(findings).extracting(FindingRow::getLevel).containsExactly("OK", "HINT", "PROBLEM");
        assertThat(findings).extracting(FindingRow::getCheck).containsExactly("port", "names", "clock");
        assertThat(findings).extracting(FindingRow::getText).containsExactly("fine", "x", "a");
        assertThat(findings).extracting(FindingRow::getRemedy).containsExactly("", "y", "b");
    }
}
