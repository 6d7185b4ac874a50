package org.remora.jobs.hazelcast;

import static org.remora.jobs.hazelcast.WireParts.readId;
import static org.remora.jobs.hazelcast.WireParts.readOptional;
import static org.remora.jobs.hazelcast.WireParts.readText;
import static org.remora.jobs.hazelcast.WireParts.writeId;
import static org.remora.jobs.hazelcast.WireParts.writeOptional;
import static org.remora.jobs.hazelcast.WireParts.writeText;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import org.remora.jobs.record.CancelStep;
import org.remora.jobs.record.ClaimStep;
import org.remora.jobs.record.FindStep;
import org.remora.jobs.record.FinishStep;
import org.remora.jobs.record.FinishStep.Ending;
import org.remora.jobs.record.ForgetStep;
import org.remora.jobs.record.JobStep;
import org.remora.jobs.record.ProgressStep;
import org.remora.jobs.record.ReleaseStep;
import org.remora.jobs.record.RenewStep;
import org.remora.jobs.record.SubmitStep;

/** How a step is written: its number, and what belongs to it. Numbers are never used for anything else. */
final class StepForm {

    private static final int SUBMIT = 0;
    private static final int FIND = 1;
    private static final int CLAIM = 2;
    private static final int RENEW = 3;
    private static final int PROGRESS = 4;
    private static final int SUCCESS = 5;
    private static final int FAILURE = 6;
    private static final int CANCELLATION = 7;
    private static final int RELEASE = 8;
    private static final int CANCEL = 9;
    private static final int FORGET = 10;

    private StepForm() {}

    static void write(ObjectDataOutput out, JobStep step) throws IOException {
        if (step instanceof SubmitStep submit) {
            out.writeByte(SUBMIT);
            RecordForm.writeRecord(out, submit.job());
        } else if (step instanceof FindStep) {
            out.writeByte(FIND);
        } else if (step instanceof ClaimStep claim) {
            out.writeByte(CLAIM);
            writeId(out, claim.id());
            writeId(out, claim.member());
            out.writeLong(claim.version());
            out.writeLong(claim.seed());
        } else if (step instanceof RenewStep renew) {
            out.writeByte(RENEW);
            out.writeLong(renew.token());
        } else if (step instanceof ProgressStep progress) {
            out.writeByte(PROGRESS);
            out.writeLong(progress.token());
            out.writeByte(progress.percent());
            writeText(out, progress.text());
        } else {
            writeEnd(out, step);
        }
    }

    private static void writeEnd(ObjectDataOutput out, JobStep step) throws IOException {
        if (step instanceof FinishStep finish) {
            writeFinish(out, finish);
        } else if (step instanceof ReleaseStep release) {
            out.writeByte(RELEASE);
            out.writeLong(release.token());
            writeText(out, release.reason());
            writeTimes(out, release.when());
        } else if (step instanceof CancelStep cancel) {
            out.writeByte(CANCEL);
            out.writeLong(cancel.nowMillis());
        } else if (step instanceof ForgetStep forget) {
            out.writeByte(FORGET);
            out.writeLong(forget.version());
        }
    }

    private static void writeFinish(ObjectDataOutput out, FinishStep finish) throws IOException {
        if (finish.ending() instanceof Ending.Success success) {
            out.writeByte(SUCCESS);
            writeOptional(out, success.result(), WireParts::writeBytes);
        } else if (finish.ending() instanceof Ending.Failure failure) {
            out.writeByte(FAILURE);
            writeText(out, failure.error());
            out.writeBoolean(failure.isFinal());
        } else {
            out.writeByte(CANCELLATION);
        }
        out.writeLong(finish.token());
        writeTimes(out, finish.when());
    }

    static JobStep read(ObjectDataInput in) throws IOException {
        int number = in.readByte();
        return switch (number) {
            case SUBMIT -> new SubmitStep(RecordForm.readRecord(in));
            case FIND -> new FindStep();
            case CLAIM -> new ClaimStep(readId(in), readId(in), in.readLong(), in.readLong());
            case RENEW -> new RenewStep(in.readLong());
            case PROGRESS -> new ProgressStep(in.readLong(), in.readByte(), readText(in));
            case SUCCESS -> finish(new Ending.Success(readOptional(in, WireParts::readBytes)), in);
            case FAILURE -> finish(new Ending.Failure(readText(in), in.readBoolean()), in);
            case CANCELLATION -> finish(new Ending.Cancellation(), in);
            case RELEASE -> new ReleaseStep(in.readLong(), readText(in), readTimes(in));
            case CANCEL -> new CancelStep(in.readLong());
            case FORGET -> new ForgetStep(in.readLong());
            default -> throw new IOException("There is no step of a job with the number " + number);
        };
    }

    private static FinishStep finish(Ending ending, ObjectDataInput in) throws IOException {
        return new FinishStep(in.readLong(), ending, readTimes(in));
    }

    private static void writeTimes(ObjectDataOutput out, FinishStep.Times when) throws IOException {
        out.writeLong(when.retryMillis());
        writeOptional(out, when.nextMillis(), ObjectDataOutput::writeLong);
        out.writeLong(when.forgetMillis());
    }

    private static FinishStep.Times readTimes(ObjectDataInput in) throws IOException {
        return new FinishStep.Times(in.readLong(), readOptional(in, ObjectDataInput::readLong), in.readLong());
    }
}
