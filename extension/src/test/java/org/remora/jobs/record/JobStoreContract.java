package org.remora.jobs.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.jobs.record.JobSamples.NOW;
import static org.remora.jobs.record.JobSamples.WHEN;
import static org.remora.jobs.record.JobSamples.job;
import static org.remora.jobs.record.JobSamples.key;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.remora.jobs.JobState;
import org.remora.jobs.record.FinishStep.Ending;

/** What every store does; what it has stored is looked at by a back door. */
public abstract class JobStoreContract {

    private static final UUID MEMBER = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final Ending SUCCESS = new Ending.Success(Optional.of(new byte[] {42}));

    /** The store under test. */
    protected abstract JobStore store();

    /** The back door. */
    protected abstract Optional<JobRecord> peek(JobKey key);

    private JobAnswer apply(String name, JobStep step) {
        try {
            return store().apply(key(name), step).toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("No answer to " + step, e);
        }
    }

    private JobCourse course(String name) {
        return peek(key(name)).orElseThrow().course();
    }

    private String submitted() {
        String name = UUID.randomUUID().toString();
        assertThat(apply(name, new SubmitStep(job(name))).verdict()).isEqualTo(JobAnswer.Verdict.DONE);
        return name;
    }

    private ClaimStep claim(String name, UUID member) {
        return new ClaimStep(UUID.randomUUID(), member, course(name).version(), Claim.seed(NOW, 5));
    }

    private long claimed(String name) {
        JobAnswer answer = apply(name, claim(name, MEMBER));
        return answer.record().orElseThrow().course().claim().token();
    }

    private JobAnswer finish(String name, long token, Ending ending) {
        return apply(name, new FinishStep(token, ending, WHEN));
    }

    @Test
    void submit_aNewKey_isStored() {
        String name = submitted();

        assertThat(course(name).state()).isEqualTo(JobState.WAITING);
        assertThat(peek(key(name)).orElseThrow().spec().work().payload())
                .isEqualTo("payload".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void submit_aKeyThatIsTaken_answersWithTheFirst() {
        String name = submitted();
        UUID first = peek(key(name)).orElseThrow().spec().origin().submission();

        JobAnswer answer = apply(name, new SubmitStep(job(name)));

        assertThat(answer.verdict()).isEqualTo(JobAnswer.Verdict.REFUSED);
        assertThat(answer.record().orElseThrow().spec().origin().submission()).isEqualTo(first);
        assertThat(peek(key(name)).orElseThrow().spec().origin().submission()).isEqualTo(first);
    }

    @Test
    void submit_theSameTwice_isOneSubmission() {
        String name = UUID.randomUUID().toString();
        SubmitStep step = new SubmitStep(job(name));
        apply(name, step);

        assertThat(apply(name, step).verdict()).isEqualTo(JobAnswer.Verdict.DONE);
    }

    @Test
    void find_noSuchJob_isAbsent() {
        assertThat(apply("nobody", new FindStep()).verdict()).isEqualTo(JobAnswer.Verdict.ABSENT);
    }

    @Test
    void claim_aWaitingJob_bringsItWithATokenAndAnAttempt() {
        String name = submitted();

        JobAnswer answer = apply(name, claim(name, MEMBER));

        Claim claim = answer.record().orElseThrow().course().claim();
        assertThat(claim.member()).isEqualTo(MEMBER);
        assertThat(claim.token()).isPositive();
        assertThat(claim.attempt()).isEqualTo(1);
        assertThat(course(name).state()).isEqualTo(JobState.RUNNING);
        assertThat(course(name).claim()).isEqualTo(claim);
    }

    @Test
    void claim_askedForAgain_isTheSameClaim() {
        String name = submitted();
        ClaimStep step = claim(name, MEMBER);
        Claim first = apply(name, step).record().orElseThrow().course().claim();

        Claim second = apply(name, step).record().orElseThrow().course().claim();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void claim_aJobThatAnotherHasClaimed_isRefused() {
        String name = submitted();
        ClaimStep late = claim(name, OTHER);
        long token = claimed(name);

        assertThat(apply(name, late).verdict()).isEqualTo(JobAnswer.Verdict.REFUSED);
        assertThat(course(name).claim().token()).isEqualTo(token);
    }

    @Test
    void claim_manyAtOnce_oneHasIt() {
        String name = submitted();
        Set<Long> tokens = ConcurrentHashMap.newKeySet();
        List<ClaimStep> steps = IntStream.range(0, 16)
                .mapToObj(number -> claim(name, new UUID(9, number)))
                .toList();

        steps.parallelStream()
                .forEach(step -> apply(name, step)
                        .record()
                        .ifPresent(job -> tokens.add(job.course().claim().token())));

        assertThat(tokens).containsExactly(course(name).claim().token());
    }

    @Test
    void claim_afterARelease_hasAGreaterTokenAlsoByAClockThatIsBehind() {
        String name = submitted();
        long first = claimed(name);
        apply(name, new ReleaseStep(first, "lost", WHEN));

        ClaimStep step = new ClaimStep(UUID.randomUUID(), OTHER, course(name).version(), Claim.seed(NOW - 99_999, 0));
        Claim second = apply(name, step).record().orElseThrow().course().claim();

        assertThat(second.token()).isGreaterThan(first);
        assertThat(second.attempt()).isEqualTo(2);
    }

    @Test
    void renew_theClaimant_isDone() {
        String name = submitted();

        assertThat(apply(name, new RenewStep(claimed(name))).verdict()).isEqualTo(JobAnswer.Verdict.DONE);
    }

    @Test
    void renew_aFormerClaimant_isRefused() {
        String name = submitted();
        long first = claimed(name);
        apply(name, new ReleaseStep(first, "lost", WHEN));
        claimed(name);

        assertThat(apply(name, new RenewStep(first)).verdict()).isEqualTo(JobAnswer.Verdict.REFUSED);
    }

    @Test
    void progress_theClaimant_isStored() {
        String name = submitted();
        long token = claimed(name);

        apply(name, new ProgressStep(token, 40, "soon"));

        assertThat(course(name).report().percent()).isEqualTo(40);
        assertThat(course(name).report().text()).isEqualTo("soon");
    }

    @Test
    void finish_success_keepsTheResult() {
        String name = submitted();
        long token = claimed(name);

        assertThat(finish(name, token, SUCCESS).isDone()).isTrue();

        assertThat(course(name).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(course(name).report().result().orElseThrow()).containsExactly(42);
        assertThat(course(name).dueMillis()).isEqualTo(WHEN.forgetMillis());
    }

    @Test
    void finish_askedForAgain_isDoneOnce() {
        String name = submitted();
        long token = claimed(name);
        finish(name, token, SUCCESS);
        long version = course(name).version();

        assertThat(finish(name, token, SUCCESS).isDone()).isTrue();
        assertThat(course(name).version()).isEqualTo(version);
    }

    @Test
    void finish_aFormerClaimantAfterTheReleaseAndAfterTheNextClaim_isRefused() {
        String name = submitted();
        long first = claimed(name);
        apply(name, new ReleaseStep(first, "lost", WHEN));

        assertThat(finish(name, first, SUCCESS).isDone()).isFalse();
        long second = claimed(name);
        assertThat(finish(name, first, SUCCESS).isDone()).isFalse();
        assertThat(course(name).state()).isEqualTo(JobState.RUNNING);
        assertThat(finish(name, second, SUCCESS).isDone()).isTrue();
    }

    @Test
    void finish_failure_waitsForTheNextAttemptUntilNoneIsLeft() {
        String name = submitted();
        finish(name, claimed(name), new Ending.Failure("first", false));
        assertThat(course(name).state()).isEqualTo(JobState.WAITING);
        assertThat(course(name).dueMillis()).isEqualTo(WHEN.retryMillis());

        finish(name, claimed(name), new Ending.Failure("second", false));

        assertThat(course(name).state()).isEqualTo(JobState.FAILED);
        assertThat(course(name).report().error()).contains("second");
    }

    @Test
    void finish_finalFailure_isNotTriedAgain() {
        String name = submitted();

        finish(name, claimed(name), new Ending.Failure("unreadable", true));

        assertThat(course(name).state()).isEqualTo(JobState.FAILED);
    }

    @Test
    void finish_aJobThatRecurs_waitsForItsNextRunWithAllAttempts() {
        String name = submitted();
        long token = claimed(name);

        apply(name, new FinishStep(token, SUCCESS, new FinishStep.Times(NOW + 1, Optional.of(NOW + 500), NOW + 3)));

        assertThat(course(name).state()).isEqualTo(JobState.WAITING);
        assertThat(course(name).dueMillis()).isEqualTo(NOW + 500);
        assertThat(course(name).claim().attempt()).isZero();
    }

    @Test
    void release_byItself_doesNotCountTheAttempt() {
        String name = submitted();

        apply(name, new ReleaseStep(claimed(name), "", WHEN));

        assertThat(course(name).state()).isEqualTo(JobState.WAITING);
        assertThat(course(name).claim().attempt()).isZero();
    }

    @Test
    void release_theLastAttempt_isTheEnd() {
        String name = submitted();
        apply(name, new ReleaseStep(claimed(name), "lost", WHEN));
        apply(name, new ReleaseStep(claimed(name), "lost again", WHEN));

        assertThat(course(name).state()).isEqualTo(JobState.FAILED);
        assertThat(course(name).report().error()).contains("lost again");
    }

    @Test
    void cancel_aWaitingJob_isOver() {
        String name = submitted();

        assertThat(apply(name, new CancelStep(NOW)).isDone()).isTrue();
        assertThat(course(name).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void cancel_aRunningJob_isToldWithTheNextRenewal() {
        String name = submitted();
        long token = claimed(name);

        apply(name, new CancelStep(NOW));

        assertThat(course(name).state()).isEqualTo(JobState.RUNNING);
        assertThat(apply(name, new RenewStep(token)).verdict()).isEqualTo(JobAnswer.Verdict.CANCEL);
        finish(name, token, new Ending.Cancellation());
        assertThat(course(name).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void cancel_aRunningJobThatIsLost_isOver() {
        String name = submitted();
        long token = claimed(name);
        apply(name, new CancelStep(NOW));

        apply(name, new ReleaseStep(token, "lost", WHEN));

        assertThat(course(name).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void forget_aJobThatIsOver_isAbsent() {
        String name = submitted();
        apply(name, new CancelStep(NOW));

        apply(name, new ForgetStep(course(name).version()));

        assertThat(peek(key(name))).isEmpty();
    }

    @Test
    void forget_aJobThatHasGoneOn_staysThere() {
        String name = submitted();
        apply(name, new CancelStep(NOW));

        apply(name, new ForgetStep(course(name).version() - 1));

        assertThat(peek(key(name))).isPresent();
    }
}
