package org.remora.jobs.run;

import java.util.List;
import org.remora.jobs.record.JobRecord;

/**
 * What an owner has to do now.
 *
 * @param hints whom to tell that there is work
 * @param lost jobs whose claimants have not renewed their leases
 * @param forgotten jobs that have been over for long enough
 */
record Duties(List<Askers.Asker> hints, List<JobRecord> lost, List<JobRecord> forgotten) {}
