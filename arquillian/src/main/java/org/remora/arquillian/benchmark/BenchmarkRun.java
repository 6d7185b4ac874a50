package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The whole run: starts the servers of all subjects, measures, stops them. */
final class BenchmarkRun implements AutoCloseable {

    private final BenchmarkOptions options;
    private final Progress progress;
    private final List<RunningSubject> subjects = new ArrayList<>();

    BenchmarkRun(BenchmarkOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    Result run() throws IOException, InterruptedException {
        startAll();
        WarmUp warmUp = new WarmUp(options.amounts(), progress);
        for (RunningSubject subject : subjects) {
            warmUp.run(subject, options.scenarios());
        }
        List<Cell> cells = new ArrayList<>();
        ScenarioRun scenarioRun = new ScenarioRun(subjects, options.amounts(), progress);
        for (Scenario scenario : options.scenarios()) {
            cells.addAll(scenarioRun.run(scenario));
        }
        List<IdleCost> idle = watchIdle();
        return new Result(Machine.thisOne(options.microJar()), options.amounts(), options.jvmOptions(), cells, idle);
    }

    /** Plain goes first, if it takes part, as the first subject is the base of all ratios. */
    private void startAll() throws IOException, InterruptedException {
        ServerSpecs specs = new ServerSpecs(options);
        for (Subject subject :
                options.subjects().stream().sorted(Comparator.naturalOrder()).toList()) {
            progress.starting(subject);
            RunningSubject running =
                    RunningSubject.start(subject, specs, options.amounts().connections());
            subjects.add(running);
            if (subject.isReplicating()) {
                new ReplicationProof(running).await();
                progress.proven(subject);
            }
        }
    }

    /** After the load, as servers that have just started still do things of their own. */
    private List<IdleCost> watchIdle() throws IOException, InterruptedException {
        progress.watchingIdle(options.amounts().idle());
        return new IdleWatch(subjects, options.amounts().idle()).run();
    }

    @Override
    public void close() {
        subjects.forEach(RunningSubject::close);
    }
}
