package org.remora.management;

import java.util.List;
import org.remora.jobs.JobsUnavailableException;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.run.JobDirectory;
import org.remora.jobs.run.JobQuery;

/**
 * Asks the directory, and writes down who has asked.
 *
 * @param jobs all jobs
 */
public record JobAdmin(JobDirectory jobs) implements JobAdminMXBean {

    private record Listed(JobDirectory.Page page) implements JobPage {

        @Override
        public List<JobRow> getJobs() {
            return page.listing().jobs().stream().<JobRow>map(ListedJob::new).toList();
        }

        @Override
        public long getTotal() {
            return page.listing().total();
        }

        @Override
        public List<String> getSilent() {
            return page.silent();
        }
    }

    /**
     * Shows the bean.
     *
     * @return withdraws it
     */
    public Runnable register() {
        return BeanRegistration.of(BeanNames.of("JobAdmin"), this);
    }

    @Override
    public JobPage list(String application, String state, int limit) {
        return new Listed(jobs.list(new JobQuery(application, state, limit)));
    }

    @Override
    public String cancel(String application, String key) {
        String outcome = outcome(new JobKey(application, key));
        AdminLog.cancelled(key, application, Asker.name(), outcome);
        return outcome;
    }

    private String outcome(JobKey key) {
        try {
            return switch (jobs.cancel(key)) {
                case DONE, CANCEL -> "CANCELLED";
                case REFUSED -> "OVER";
                case ABSENT -> "NOT_FOUND";
            };
        } catch (JobsUnavailableException silent) {
            return "UNANSWERED";
        }
    }
}
