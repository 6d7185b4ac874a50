package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.remora.arquillian.load.LoadFailedException;

/**
 * The run with very many sessions: requests of few users are measured before and after a crowd of idle sessions has
 * come to the grid, some of which end all the time, and the heap is read before and after.
 */
final class CrowdRun implements AutoCloseable {

    private static final List<Scenario> SCENARIOS = List.of(Scenario.READ_10, Scenario.WRITE_10);

    /** Of the crowd: one in so many ends while requests are measured. */
    private static final int ENDING_SHARE = 10;

    private static final Duration ENDING = Duration.ofMinutes(3);
    private static final Duration FIRST_END = Duration.ofMinutes(1);

    private final BenchmarkOptions options;
    private final Progress progress;
    private final RunningSubject subject;
    private final List<Lane> lanes = new ArrayList<>();

    CrowdRun(BenchmarkOptions options, Progress progress) throws IOException {
        this.options = options;
        this.progress = progress;
        progress.starting(Subject.REMORA);
        this.subject = RunningSubject.start(
                Subject.REMORA, new ServerSpecs(options), options.amounts().connections());
    }

    CrowdResult run() throws IOException, InterruptedException {
        new ReplicationProof(subject).await();
        new WarmUp(options.amounts(), progress).run(subject, SCENARIOS);
        for (Scenario scenario : SCENARIOS) {
            lanes.add(Lane.open(scenario, subject, options.amounts(), progress));
        }
        measure();
        Crowd crowd = new Crowd(subject.servers());
        int ending = options.crowd() / ENDING_SHARE;
        int staying = options.crowd() - ending;
        progress.gathering(options.crowd());
        long heapBefore = crowd.heapBytes();
        crowd.gather(staying);
        long heapAfter = crowd.heapBytes();
        long ended = crowd.ended();
        crowd.gatherEnding(ending, ENDING);
        awaitEnds(crowd, ended);
        long endedBefore = crowd.ended();
        long start = System.nanoTime();
        measure();
        Duration measured = Duration.ofNanos(System.nanoTime() - start);
        return new CrowdResult(
                Machine.thisOne(options.microJar()),
                options,
                lanes.stream().map(Lane::rounds).toList(),
                (double) (heapAfter - heapBefore) / staying,
                crowd.ended() - endedBefore,
                measured);
    }

    private void measure() throws IOException, InterruptedException {
        for (int round = 0; round < options.amounts().rounds(); round++) {
            for (Lane lane : lanes) {
                lane.measure();
            }
        }
    }

    private void awaitEnds(Crowd crowd, long endedSoFar) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (crowd.ended() == endedSoFar) {
            if (System.nanoTime() - start > FIRST_END.toNanos()) {
                throw new LoadFailedException("no session has ended after " + FIRST_END.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    @Override
    public void close() {
        subject.close();
    }
}
