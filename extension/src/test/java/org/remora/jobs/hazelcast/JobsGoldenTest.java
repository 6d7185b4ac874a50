package org.remora.jobs.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.jobs.record.JobSamples.NOW;
import static org.remora.jobs.record.JobSamples.WHEN;

import com.hazelcast.internal.serialization.InternalSerializationService;
import com.hazelcast.internal.serialization.impl.DefaultSerializationServiceBuilder;
import com.hazelcast.internal.serialization.impl.HeapData;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.remora.GoldenBytes;
import org.remora.jobs.JobEvent;
import org.remora.jobs.record.CancelStep;
import org.remora.jobs.record.ClaimStep;
import org.remora.jobs.record.FindStep;
import org.remora.jobs.record.FinishStep;
import org.remora.jobs.record.FinishStep.Ending;
import org.remora.jobs.record.ForgetStep;
import org.remora.jobs.record.JobAnswer;
import org.remora.jobs.record.JobRecord;
import org.remora.jobs.record.JobSamples;
import org.remora.jobs.record.JobStep;
import org.remora.jobs.record.ProgressStep;
import org.remora.jobs.record.ReleaseStep;
import org.remora.jobs.record.RenewStep;
import org.remora.jobs.record.SubmitStep;
import org.remora.jobs.run.JobAsk;
import org.remora.jobs.run.JobListing;
import org.remora.jobs.run.JobNews;
import org.remora.jobs.run.JobOffer;
import org.remora.jobs.run.JobQuery;
import org.remora.jobs.run.JobSummary;

/** Nodes of different versions understand each other's jobs only as long as these bytes stay as they are. */
class JobsGoldenTest {

    private static final UUID ID = new UUID(3, 4);
    private static final JobRecord FULL = JobSamples.full("all");
    private static final JobRecord USUAL = JobSamples.job("usual", new UUID(8, 9));

    private final GoldenBytes golden = GoldenBytes.beside(JobsGoldenTest.class, "wire-form.properties");
    private final InternalSerializationService serialization = new DefaultSerializationServiceBuilder()
            .setByteOrder(ByteOrder.LITTLE_ENDIAN)
            .setAllowUnsafe(true)
            .addDataSerializableFactory(WireTypes.FACTORY_ID, WireTypes.factory())
            .build();

    @AfterEach
    void stop() {
        serialization.dispose();
    }

    static Map<String, IdentifiedDataSerializable> all() {
        Map<String, IdentifiedDataSerializable> all = new LinkedHashMap<>();
        all.put("stored-job", new StoredJob(USUAL));
        all.put("stored-job.full", new StoredJob(FULL));
        steps().forEach((name, step) -> all.put("step." + name, new JobProcessor(step, false)));
        all.put("step.repeated", new JobProcessor(new FindStep(), true));
        all.put("backup.whole", JobBackup.whole(FULL));
        all.put("backup.course", JobBackup.course(FULL));
        all.put("backup.removal", JobBackup.removal(FULL));
        Stream.of(JobAnswer.Verdict.values())
                .forEach(verdict ->
                        all.put("answer." + verdict, new WireAnswer(new JobAnswer(verdict, Optional.empty()))));
        all.put("answer.record", new WireAnswer(new JobAnswer(JobAnswer.Verdict.ABSENT, Optional.of(FULL))));
        all.put("ask", new AskOperation(ID, new JobAsk("server/app", Set.of("index"), 3, true)));
        all.put("offers", new WireOffers(List.of(new JobOffer(JobSamples.key("a"), 5))));
        all.put("hint", new HintOperation(ID, "server/app"));
        all.put("news", new NewsOperation(ID, new JobNews("server/app", events(), List.of())));
        all.put("merge-policy", new JobMergePolicy());
        all.put("list", new ListOperation(new JobQuery("server/app", "WAITING", 9)));
        all.put(
                "listing",
                new WireListing(new JobListing(
                        List.of(new JobSummary("a", "server/app", "index", "WAITING", 1000, 2, 30, "half", "")), 7)));
        return all;
    }

    private static Map<String, JobStep> steps() {
        FinishStep.Times next = new FinishStep.Times(NOW, Optional.of(NOW + 9), NOW + 1);
        Map<String, JobStep> steps = new LinkedHashMap<>();
        steps.put("submit", new SubmitStep(FULL));
        steps.put("find", new FindStep());
        steps.put("claim", new ClaimStep(ID, new UUID(5, 6), 7, 8));
        steps.put("renew", new RenewStep(9));
        steps.put("progress", new ProgressStep(10, 99, "text"));
        steps.put("finish.success", new FinishStep(11, new Ending.Success(Optional.of(new byte[] {1})), WHEN));
        steps.put("finish.success.empty", new FinishStep(12, new Ending.Success(Optional.empty()), next));
        steps.put("finish.failure", new FinishStep(13, new Ending.Failure("error", true), WHEN));
        steps.put("finish.cancellation", new FinishStep(14, new Ending.Cancellation(), next));
        steps.put("release", new ReleaseStep(15, "reason", next));
        steps.put("cancel", new CancelStep(16));
        steps.put("forget", new ForgetStep(17));
        return steps;
    }

    private static List<JobEvent> events() {
        return List.of(
                new JobEvent.Submitted("key", "type"),
                new JobEvent.Started("key", "type", 2),
                new JobEvent.Progressed("key", "type", 3, "text"),
                new JobEvent.Succeeded("key", "type"),
                new JobEvent.Failed("key", "type", "error"),
                new JobEvent.TakenOver("key", "type", 4),
                new JobEvent.GivenUp("key", "type", "error"),
                new JobEvent.Cancelled("key", "type"));
    }

    static Stream<String> names() {
        return all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void write_sample_theBytesThatAreKept(String name) {
        golden.assertWritten(name, serialization.toData(sample(name)).toByteArray());
    }

    @ParameterizedTest
    @MethodSource("names")
    void read_bytesThatAreKept_theSample(String name) {
        Object read = serialization.toObject(new HeapData(golden.of(name)));

        assertThat(read).usingRecursiveComparison().isEqualTo(sample(name));
    }

    @Test
    void golden_everyType_hasASample() {
        assertThat(golden.names()).isEqualTo(all().keySet());
        assertThat(all().values().stream().map(IdentifiedDataSerializable::getClassId))
                .containsAll(Stream.of(WireTypes.values()).map(WireTypes::id).toList());
    }

    private static IdentifiedDataSerializable sample(String name) {
        return Objects.requireNonNull(all().get(name), name);
    }
}
