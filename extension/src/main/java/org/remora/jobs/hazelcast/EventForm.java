package org.remora.jobs.hazelcast;

import static org.remora.jobs.hazelcast.WireParts.readText;
import static org.remora.jobs.hazelcast.WireParts.writeText;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.remora.jobs.JobEvent;

/** How news are written: the number of the event, and what belongs to it. */
final class EventForm {

    private static final int SUBMITTED = 0;
    private static final int STARTED = 1;
    private static final int PROGRESSED = 2;
    private static final int SUCCEEDED = 3;
    private static final int FAILED = 4;
    private static final int TAKEN_OVER = 5;
    private static final int GIVEN_UP = 6;
    private static final int CANCELLED = 7;

    private EventForm() {}

    static void writeAll(ObjectDataOutput out, List<JobEvent> events) throws IOException {
        out.writeInt(events.size());
        for (JobEvent event : events) {
            out.writeByte(number(event));
            writeText(out, event.key());
            writeText(out, event.type());
            writeRest(out, event);
        }
    }

    private static int number(JobEvent event) {
        if (event instanceof JobEvent.Submitted) {
            return SUBMITTED;
        }
        if (event instanceof JobEvent.Started) {
            return STARTED;
        }
        if (event instanceof JobEvent.Progressed) {
            return PROGRESSED;
        }
        if (event instanceof JobEvent.Succeeded) {
            return SUCCEEDED;
        }
        if (event instanceof JobEvent.Failed) {
            return FAILED;
        }
        if (event instanceof JobEvent.TakenOver) {
            return TAKEN_OVER;
        }
        return event instanceof JobEvent.GivenUp ? GIVEN_UP : CANCELLED;
    }

    private static void writeRest(ObjectDataOutput out, JobEvent event) throws IOException {
        if (event instanceof JobEvent.Started started) {
            out.writeInt(started.attempt());
        } else if (event instanceof JobEvent.Progressed progressed) {
            out.writeByte(progressed.percent());
            writeText(out, progressed.text());
        } else if (event instanceof JobEvent.Failed failed) {
            writeText(out, failed.error());
        } else if (event instanceof JobEvent.TakenOver takenOver) {
            out.writeInt(takenOver.attempt());
        } else if (event instanceof JobEvent.GivenUp givenUp) {
            writeText(out, givenUp.error());
        }
    }

    static List<JobEvent> readAll(ObjectDataInput in) throws IOException {
        int count = in.readInt();
        List<JobEvent> events = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            events.add(read(in));
        }
        return events;
    }

    private static JobEvent read(ObjectDataInput in) throws IOException {
        int number = in.readByte();
        String key = readText(in);
        String type = readText(in);
        return switch (number) {
            case SUBMITTED -> new JobEvent.Submitted(key, type);
            case STARTED -> new JobEvent.Started(key, type, in.readInt());
            case PROGRESSED -> new JobEvent.Progressed(key, type, in.readByte(), readText(in));
            case SUCCEEDED -> new JobEvent.Succeeded(key, type);
            case FAILED -> new JobEvent.Failed(key, type, readText(in));
            case TAKEN_OVER -> new JobEvent.TakenOver(key, type, in.readInt());
            case GIVEN_UP -> new JobEvent.GivenUp(key, type, readText(in));
            case CANCELLED -> new JobEvent.Cancelled(key, type);
            default -> throw new IOException("There is no event of a job with the number " + number);
        };
    }
}
