package org.remora.arquillian.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * The processor time of some processes, in user and kernel mode and over all their threads, dead ones included, as the
 * operating system counts it. On Linux that is exact but rounded down to clock ticks of 10 ms.
 */
record CpuMeter(List<Long> pids) {

    /** The sum of all processor time the processes have used since their start. */
    Duration read() {
        return pids.stream().map(CpuMeter::of).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration of(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("the processor time of process " + pid + " is not known"));
    }
}
