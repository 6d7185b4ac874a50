package org.remora.jobs.hazelcast;

import static org.remora.jobs.hazelcast.WireParts.readBytes;
import static org.remora.jobs.hazelcast.WireParts.readId;
import static org.remora.jobs.hazelcast.WireParts.readOptional;
import static org.remora.jobs.hazelcast.WireParts.readText;
import static org.remora.jobs.hazelcast.WireParts.writeBytes;
import static org.remora.jobs.hazelcast.WireParts.writeId;
import static org.remora.jobs.hazelcast.WireParts.writeOptional;
import static org.remora.jobs.hazelcast.WireParts.writeText;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.remora.jobs.Affinity;
import org.remora.jobs.JobState;
import org.remora.jobs.JobTiming;
import org.remora.jobs.RetryPolicy;
import org.remora.jobs.Schedule;
import org.remora.jobs.record.Claim;
import org.remora.jobs.record.JobCourse;
import org.remora.jobs.record.JobHandling;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobOrigin;
import org.remora.jobs.record.JobRecord;
import org.remora.jobs.record.JobReport;
import org.remora.jobs.record.JobSpec;
import org.remora.jobs.record.JobWork;
import org.remora.jobs.record.Placement;

/** How a job is written. */
@SuppressWarnings("EnumOrdinal") // the order of these enums is the form: constants are only appended
final class RecordForm {

    private static final int ONCE = 0;
    private static final int FIXED_DELAY = 1;
    private static final int CRON = 2;

    private static final JobState[] STATES = JobState.values();
    private static final Affinity.Kind[] KINDS = Affinity.Kind.values();

    private RecordForm() {}

    static void writeRecord(ObjectDataOutput out, JobRecord job) throws IOException {
        writeSpec(out, job.spec());
        writeCourse(out, job.course());
    }

    static JobRecord readRecord(ObjectDataInput in) throws IOException {
        return new JobRecord(readSpec(in), readCourse(in));
    }

    private static void writeSpec(ObjectDataOutput out, JobSpec spec) throws IOException {
        writeKey(out, spec.key());
        writeId(out, spec.origin().submission());
        writeId(out, spec.origin().member());
        writeText(out, spec.work().type());
        writeBytes(out, spec.work().payload());
        writeTiming(out, spec.timing());
        writeHandling(out, spec.handling());
    }

    private static JobSpec readSpec(ObjectDataInput in) throws IOException {
        return new JobSpec(
                readKey(in),
                new JobOrigin(readId(in), readId(in)),
                new JobWork(readText(in), readBytes(in)),
                readTiming(in),
                readHandling(in));
    }

    static void writeKey(ObjectDataOutput out, JobKey key) throws IOException {
        writeText(out, key.application());
        writeText(out, key.name());
    }

    static JobKey readKey(ObjectDataInput in) throws IOException {
        return new JobKey(readText(in), readText(in));
    }

    private static void writeTiming(ObjectDataOutput out, JobTiming timing) throws IOException {
        writeOptional(out, timing.runAfter(), (to, time) -> to.writeLong(time.toEpochMilli()));
        writeOptional(out, timing.timeout(), RecordForm::writeDuration);
        writeDuration(out, timing.keep());
        writeSchedule(out, timing.schedule());
    }

    private static JobTiming readTiming(ObjectDataInput in) throws IOException {
        return new JobTiming(
                readOptional(in, from -> Instant.ofEpochMilli(from.readLong())),
                readOptional(in, RecordForm::readDuration),
                readDuration(in),
                readSchedule(in));
    }

    private static void writeSchedule(ObjectDataOutput out, Schedule schedule) throws IOException {
        if (schedule instanceof Schedule.FixedDelay fixed) {
            out.writeByte(FIXED_DELAY);
            writeDuration(out, fixed.delay());
        } else if (schedule instanceof Schedule.Cron cron) {
            out.writeByte(CRON);
            writeText(out, cron.expression());
            writeText(out, cron.zone().getId());
        } else {
            out.writeByte(ONCE);
        }
    }

    private static Schedule readSchedule(ObjectDataInput in) throws IOException {
        return switch (in.readByte()) {
            case FIXED_DELAY -> new Schedule.FixedDelay(readDuration(in));
            case CRON -> new Schedule.Cron(readText(in), ZoneId.of(readText(in)));
            default -> new Schedule.Once();
        };
    }

    private static void writeHandling(ObjectDataOutput out, JobHandling handling) throws IOException {
        out.writeInt(handling.retry().attempts());
        writeDuration(out, handling.retry().backOff());
        out.writeInt(handling.priority());
        out.writeByte(handling.placement().kind().ordinal());
        out.writeInt(handling.placement().partition());
    }

    private static JobHandling readHandling(ObjectDataInput in) throws IOException {
        return new JobHandling(
                new RetryPolicy(in.readInt(), readDuration(in)),
                in.readInt(),
                new Placement(KINDS[in.readByte()], in.readInt()));
    }

    static void writeCourse(ObjectDataOutput out, JobCourse course) throws IOException {
        out.writeLong(course.version());
        out.writeByte(course.state().ordinal());
        out.writeLong(course.dueMillis());
        writeClaim(out, course.claim());
        writeReport(out, course.report());
    }

    static JobCourse readCourse(ObjectDataInput in) throws IOException {
        return new JobCourse(in.readLong(), STATES[in.readByte()], in.readLong(), readClaim(in), readReport(in));
    }

    private static void writeClaim(ObjectDataOutput out, Claim claim) throws IOException {
        writeId(out, claim.id());
        writeId(out, claim.member());
        out.writeLong(claim.token());
        out.writeInt(claim.attempt());
        out.writeBoolean(claim.isCancelled());
    }

    private static Claim readClaim(ObjectDataInput in) throws IOException {
        return new Claim(readId(in), readId(in), in.readLong(), in.readInt(), in.readBoolean());
    }

    private static void writeReport(ObjectDataOutput out, JobReport report) throws IOException {
        out.writeByte(report.percent());
        writeText(out, report.text());
        writeOptional(out, report.result(), WireParts::writeBytes);
        writeOptional(out, report.error(), WireParts::writeText);
    }

    private static JobReport readReport(ObjectDataInput in) throws IOException {
        return new JobReport(
                in.readByte(),
                readText(in),
                readOptional(in, WireParts::readBytes),
                readOptional(in, WireParts::readText));
    }

    static void writeDuration(ObjectDataOutput out, Duration duration) throws IOException {
        out.writeLong(duration.getSeconds());
        out.writeInt(duration.getNano());
    }

    static Duration readDuration(ObjectDataInput in) throws IOException {
        return Duration.ofSeconds(in.readLong(), in.readInt());
    }
}
