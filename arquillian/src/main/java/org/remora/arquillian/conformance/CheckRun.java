package org.remora.arquillian.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs checks side by side, for most of their time goes by in waiting. */
public final class CheckRun {

    private static final int SIDE_BY_SIDE = 24;

    private CheckRun() {}

    /**
     * Runs every check on every site that it is meant for.
     *
     * @return a verdict for each, check by check
     * @throws InterruptedException if somebody wants this thread to stop
     */
    public static List<Verdict> of(List<Check> checks, List<Site> sites) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<Verdict> future : workers.invokeAll(tasks(checks, sites))) {
                verdicts.add(future.get());
            }
            return verdicts;
        } catch (ExecutionException defect) {
            throw new IllegalStateException("a check ended without a verdict", defect);
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<Callable<Verdict>> tasks(List<Check> checks, List<Site> sites) {
        List<Callable<Verdict>> tasks = new ArrayList<>();
        for (Check check : checks) {
            for (Site site : sites) {
                if (check.columns().contains(site.column())) {
                    tasks.add(() -> verdict(check, site));
                }
            }
        }
        return tasks;
    }

    // Whatever a check throws is its result.
    private static Verdict verdict(Check check, Site site) {
        try {
            check.scenario().run(Client.of(site));
            return new Verdict(check, site.column(), Optional.empty());
        } catch (Exception | AssertionError failure) {
            return new Verdict(check, site.column(), Optional.of(failure));
        }
    }
}
