package org.remora.jobs.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.jobs.record.JobSamples.NOW;
import static org.remora.jobs.record.JobSamples.WHEN;

import com.hazelcast.internal.serialization.InternalSerializationService;
import com.hazelcast.internal.serialization.impl.DefaultSerializationServiceBuilder;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.remora.jobs.JobEvent;
import org.remora.jobs.record.CancelStep;
import org.remora.jobs.record.ClaimStep;
import org.remora.jobs.record.FindStep;
import org.remora.jobs.record.FinishStep;
import org.remora.jobs.record.FinishStep.Ending;
import org.remora.jobs.record.ForgetStep;
import org.remora.jobs.record.JobSamples;
import org.remora.jobs.record.JobStep;
import org.remora.jobs.record.ProgressStep;
import org.remora.jobs.record.ReleaseStep;
import org.remora.jobs.record.RenewStep;
import org.remora.jobs.record.SubmitStep;
import org.remora.jobs.run.JobAsk;
import org.remora.jobs.run.JobNews;
import org.remora.jobs.run.JobOffer;

/** What is written is read as it was. */
class JobsWireFormTest {

    private static final UUID ID = new UUID(3, 4);

    private final InternalSerializationService serialization = new DefaultSerializationServiceBuilder()
            .addDataSerializableFactory(WireTypes.FACTORY_ID, WireTypes.factory())
            .build();

    @AfterEach
    void stop() {
        serialization.dispose();
    }

    static Stream<JobStep> steps() {
        FinishStep.Times next = new FinishStep.Times(NOW, Optional.of(NOW + 9), NOW + 1);
        return Stream.of(
                new SubmitStep(JobSamples.full("all")),
                new SubmitStep(JobSamples.job("usual")),
                new FindStep(),
                new ClaimStep(ID, new UUID(5, 6), 7, 8),
                new RenewStep(9),
                new ProgressStep(10, 99, "text"),
                new FinishStep(11, new Ending.Success(Optional.of(new byte[] {1})), WHEN),
                new FinishStep(12, new Ending.Success(Optional.empty()), next),
                new FinishStep(13, new Ending.Failure("error", true), WHEN),
                new FinishStep(14, new Ending.Cancellation(), next),
                new ReleaseStep(15, "reason", next),
                new CancelStep(16),
                new ForgetStep(17));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void step_writtenAndRead_isTheSame(JobStep step) {
        assertSame(new JobProcessor(step, true));
    }

    static Stream<JobEvent> events() {
        return Stream.of(
                new JobEvent.Submitted("key", "type"),
                new JobEvent.Started("key", "type", 2),
                new JobEvent.Progressed("key", "type", 3, "text"),
                new JobEvent.Succeeded("key", "type"),
                new JobEvent.Failed("key", "type", "error"),
                new JobEvent.TakenOver("key", "type", 4),
                new JobEvent.GivenUp("key", "type", "error"),
                new JobEvent.Cancelled("key", "type"));
    }

    @Test
    void events_writtenAndRead_areTheSame() {
        assertSame(new NewsOperation(
                ID, new JobNews("server/app", events().toList(), List.of(new JobEvent.Succeeded("a", "b")))));
    }

    @Test
    void messages_writtenAndRead_areTheSame() {
        assertSame(new AskOperation(ID, new JobAsk("server/app", Set.of("a", "b"), 3, true)));
        assertSame(new HintOperation(ID, "server/app"));
        assertSame(new WireOffers(List.of(new JobOffer(JobSamples.key("a"), 5))));
    }

    @Test
    void backups_writtenAndRead_areTheSame() {
        assertSame(JobBackup.whole(JobSamples.full("a")));
        assertSame(JobBackup.course(JobSamples.full("a")));
        assertSame(JobBackup.removal(JobSamples.full("a")));
        assertSame(new StoredJob(JobSamples.full("a")));
    }

    /** A number of one form never becomes that of another. */
    @ParameterizedTest
    @EnumSource(WireTypes.class)
    void type_madeByItsNumber_hasThatNumber(WireTypes type) {
        assertThat(WireTypes.factory().create(type.id()).getClassId()).isEqualTo(type.id());
    }

    @Test
    void types_theirOrder_isOnlyAppendedTo() {
        assertThat(WireTypes.values())
                .extracting(Enum::name)
                .startsWith(
                        "STORED_JOB", "PROCESSOR", "BACKUP", "ANSWER", "ASK", "OFFERS", "HINT", "NEWS", "MERGE_POLICY");
    }

    private void assertSame(IdentifiedDataSerializable value) {
        Object read = serialization.toObject(serialization.toData(value));
        assertThat(read).usingRecursiveComparison().isEqualTo(value);
    }
}
