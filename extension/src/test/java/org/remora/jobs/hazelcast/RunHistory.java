package org.remora.jobs.hazelcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When which node ran which job, by one clock for all nodes, since they are in one JVM. */
final class RunHistory {

    /** A run: its node, its times in nanoseconds, and whether its node was disturbed meanwhile. */
    record Run(String node, long token, long beganNanos, long endedNanos, boolean isDisturbed) {

        boolean overlaps(Run other) {
            return beganNanos - other.endedNanos < 0 && other.beganNanos - endedNanos < 0;
        }
    }

    private final Map<Integer, List<Run>> runs = new ConcurrentHashMap<>();

    void add(int id, Run run) {
        List<Run> all = runs.computeIfAbsent(id, number -> new ArrayList<>());
        synchronized (all) {
            all.add(run);
        }
    }

    List<Run> of(int id) {
        List<Run> all = runs.getOrDefault(id, List.of());
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    /** Whether two nodes that were well ran a job at one time. */
    boolean hasOverlap(int id) {
        List<Run> well = of(id).stream().filter(run -> !run.isDisturbed()).toList();
        return well.stream()
                .anyMatch(one -> well.stream().anyMatch(other -> !one.equals(other) && one.overlaps(other)));
    }
}
