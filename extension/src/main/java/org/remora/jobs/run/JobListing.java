package org.remora.jobs.run;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.remora.jobs.record.JobRecord;

/**
 * The first of some jobs.
 *
 * @param jobs by application and key
 * @param total how many there are in all
 */
public record JobListing(List<JobSummary> jobs, long total) {

    private static final Comparator<JobSummary> ORDER =
            Comparator.comparing(JobSummary::application).thenComparing(JobSummary::key);

    /** Copies the list. */
    public JobListing {
        jobs = List.copyOf(jobs);
    }

    static JobListing of(Collection<JobRecord> wanted, int limit) {
        return new JobListing(first(wanted.stream().map(JobSummary::of), limit), wanted.size());
    }

    /**
     * The listings of several nodes as one.
     *
     * @param parts each of another node, by the same query
     * @param limit how many jobs at most
     * @return the first of all
     */
    public static JobListing merged(Collection<JobListing> parts, int limit) {
        return new JobListing(
                first(parts.stream().flatMap(part -> part.jobs().stream()), limit),
                parts.stream().mapToLong(JobListing::total).sum());
    }

    private static List<JobSummary> first(Stream<JobSummary> jobs, int limit) {
        return jobs.sorted(ORDER).limit(limit).toList();
    }
}
