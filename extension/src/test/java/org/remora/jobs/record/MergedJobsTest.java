package org.remora.jobs.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.jobs.record.JobSamples.NOW;
import static org.remora.jobs.record.JobSamples.job;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.remora.jobs.JobState;

/** Two copies of a job, from two halves of a split cluster. */
class MergedJobsTest {

    private static JobRecord claimed(JobRecord job, int random) {
        JobRecord after = new ClaimStep(
                        UUID.randomUUID(), new UUID(1, 1), job.course().version(), Claim.seed(NOW, random))
                .on(job)
                .after();
        if (after == null) {
            throw new AssertionError("not claimed");
        }
        return after;
    }

    @Test
    void isAheadOf_theCopyThatWasClaimed_counts() {
        JobRecord waiting = job("a");

        assertThat(claimed(waiting, 1).isAheadOf(waiting)).isTrue();
        assertThat(waiting.isAheadOf(claimed(waiting, 1))).isFalse();
    }

    /** A node that was frozen and wakes in a half of its own claims again what the other half has done meanwhile. */
    @Test
    void isAheadOf_oneHasSucceeded_countsWhoeverClaimedLater() {
        JobRecord running = claimed(job("a"), 1);
        JobRecord succeeded = running.with(
                running.course().over(JobState.SUCCEEDED, 0, running.course().report()));
        JobRecord claimedAgain = running.with(running.course()
                .with(running.course().claim().next(UUID.randomUUID(), new UUID(2, 2), Claim.seed(NOW + 1, 1))));

        assertThat(succeeded.isAheadOf(claimedAgain)).isTrue();
        assertThat(claimedAgain.isAheadOf(succeeded)).isFalse();
    }

    @Test
    void claim_inBothHalvesInTheSameMillisecond_tokensAreNotTheSame() {
        JobRecord waiting = job("a");

        long here = claimed(waiting, 1).course().claim().token();
        long there = claimed(waiting, 2).course().claim().token();

        assertThat(here).isNotEqualTo(there);
    }

    @Test
    void isAheadOf_theSameClaim_theOneThatIsFurtherCounts() {
        JobRecord running = claimed(job("a"), 1);
        JobRecord further =
                running.with(running.course().with(running.course().report().progressed(5, "")));

        assertThat(further.isAheadOf(running)).isTrue();
        assertThat(running.isAheadOf(further)).isFalse();
    }
}
