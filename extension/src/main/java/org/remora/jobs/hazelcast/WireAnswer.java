package org.remora.jobs.hazelcast;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.Optional;
import org.remora.jobs.record.JobAnswer;

/** The answer to a step, on its way. */
@SuppressWarnings("EnumOrdinal") // the order of the verdicts is the form: they are only appended
final class WireAnswer implements IdentifiedDataSerializable {

    private static final JobAnswer.Verdict[] VERDICTS = JobAnswer.Verdict.values();

    private JobAnswer answer;

    WireAnswer() {
        this(new JobAnswer(JobAnswer.Verdict.ABSENT, Optional.empty()));
    }

    WireAnswer(JobAnswer answer) {
        this.answer = answer;
    }

    JobAnswer answer() {
        return answer;
    }

    @Override
    public int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }

    @Override
    public int getClassId() {
        return WireTypes.ANSWER.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeByte(answer.verdict().ordinal());
        WireParts.writeOptional(out, answer.record(), RecordForm::writeRecord);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        answer = new JobAnswer(VERDICTS[in.readByte()], WireParts.readOptional(in, RecordForm::readRecord));
    }
}
