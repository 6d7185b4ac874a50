package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Watches the servers while nobody asks them for anything. */
final class IdleWatch {

    private final List<RunningSubject> subjects;
    private final Duration time;

    IdleWatch(List<RunningSubject> subjects, Duration time) {
        this.subjects = List.copyOf(subjects);
        this.time = time;
    }

    /** Watches all subjects at the same time. */
    List<IdleCost> run() throws IOException, InterruptedException {
        List<Reading> before = readAll();
        long start = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
        Duration watched = Duration.ofNanos(System.nanoTime() - start);
        List<Reading> after = readAll();
        List<IdleCost> costs = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            costs.add(IdleCost.of(subjects.get(i).subject(), before.get(i), after.get(i), watched));
        }
        return costs;
    }

    private List<Reading> readAll() throws IOException {
        List<Reading> readings = new ArrayList<>();
        for (RunningSubject subject : subjects) {
            readings.add(subject.read());
        }
        return readings;
    }
}
