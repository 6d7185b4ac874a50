package org.remora.jobs.hazelcast;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.IndeterminateOperationStateException;
import com.hazelcast.core.OperationTimeoutException;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.internal.util.ConcurrencyUtil;
import com.hazelcast.map.impl.MapService;
import com.hazelcast.map.impl.operation.EntryOperation;
import com.hazelcast.spi.exception.RetryableException;
import com.hazelcast.spi.impl.NodeEngine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.JobsUnavailableException;
import org.remora.jobs.record.FindStep;
import org.remora.jobs.record.JobAnswer;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobStep;
import org.remora.jobs.record.JobStore;
import org.remora.jobs.record.RenewStep;

/**
 * The store on the grid: a step goes to the owner of the job's partition, and is answered when the owner and the
 * synchronous backups have taken it. If that fails on the way, because a member is lost or the partition moves, it is
 * asked for again.
 *
 * <p>Hazelcast counts any member that leaves as the confirmation of a backup, for every call under way
 * ({@code InvocationMonitor.OnMemberLeftTask} of Hazelcast 5.3). A change during which that can have happened is asked
 * for again, too: the owner departures nothing more then, but the backups have to confirm that they have it.
 */
final class GridJobStore implements JobStore {

    private static final long PAUSE_MILLIS = 50;

    private final NodeEngine engine;
    private final Duration timeout;
    private final Departures departures;

    GridJobStore(NodeEngine engine, Duration timeout, LongSupplier nanos) {
        this.engine = engine;
        this.timeout = timeout;
        this.departures = new Departures(engine.getClusterService(), nanos);
    }

    @Override
    public CompletionStage<JobAnswer> apply(JobKey key, JobStep step) {
        CompletableFuture<WireAnswer> answer = new CompletableFuture<>();
        Call call = new Call(step, answer);
        call.send(key, false);
        return answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).handle((found, failure) -> {
            if (failure != null) {
                throw new JobsUnavailableException(
                        "No answer to " + step.getClass().getSimpleName(), failure);
            }
            return found.answer();
        });
    }

    /** A member has left: when that was is to be known also if nothing is asked for now. */
    void memberLeft() {
        boolean unused = departures.areOver();
    }

    @Override
    public int partitionOf(byte[] key) {
        return engine.getPartitionService().getPartitionId(engine.toData(key));
    }

    private final class Call {

        private final JobStep step;
        private final CompletableFuture<WireAnswer> answer;
        private @Nullable WireAnswer unproven;

        Call(JobStep step, CompletableFuture<WireAnswer> answer) {
            this.step = step;
            this.answer = answer;
        }

        void send(JobKey key, boolean isRepeated) {
            if (answer.isDone()) {
                return;
            }
            try {
                boolean wasQuiet = departures.areOver();
                Data data = engine.toData(key.text());
                Object unused = engine.getOperationService()
                        .createInvocationBuilder(
                                MapService.SERVICE_NAME,
                                new EntryOperation(GridJobs.MAP_NAME, data, new JobProcessor(step, isRepeated)),
                                engine.getPartitionService().getPartitionId(data))
                        .setTryCount(1)
                        // Hazelcast would say after a while that a change is done which a backup has not confirmed.
                        .setFailOnIndeterminateOperationState(true)
                        .invoke()
                        .whenCompleteAsync(
                                (found, failure) -> answered(key, wasQuiet, found, failure),
                                ConcurrencyUtil.CALLER_RUNS);
            } catch (HazelcastException | HazelcastInstanceNotActiveException e) {
                boolean unused = answer.completeExceptionally(e);
            }
        }

        private void answered(JobKey key, boolean wasQuiet, Object found, Throwable failure) {
            if (failure == null) {
                answered(key, wasQuiet, unproven == null ? engine.toObject(found) : unproven);
            } else if (isPassing(failure)) {
                sendAgain(key);
            } else {
                boolean unused = answer.completeExceptionally(failure);
            }
        }

        private void answered(JobKey key, boolean wasQuiet, WireAnswer first) {
            boolean isChange = first.answer().isDone() && !(step instanceof FindStep) && !(step instanceof RenewStep);
            if (isChange && !(wasQuiet && departures.areOver())) {
                unproven = first;
                sendAgain(key);
            } else {
                boolean unused = answer.complete(first);
            }
        }

        private void sendAgain(JobKey key) {
            try {
                Object unused = engine.getExecutionService()
                        .schedule(() -> send(key, true), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException | HazelcastInstanceNotActiveException e) {
                boolean unused = answer.completeExceptionally(e);
            }
        }

        private boolean isPassing(Throwable failure) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            return cause instanceof RetryableException
                    || cause instanceof IndeterminateOperationStateException
                    || cause instanceof OperationTimeoutException
                    || cause instanceof TimeoutException;
        }
    }
}
