package org.remora.arquillian.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

/** The result as JSON, each round of it. */
record JsonReport(Result result) {

    String text() {
        return Json.of(map(
                        "machine", machine(),
                        "amounts", amounts(),
                        "jvmOptions", result.jvmOptions(),
                        "idle", result.idle().stream().map(JsonReport::idle).toList(),
                        "cells", result.cells().stream().map(JsonReport::cell).toList()))
                + "\n";
    }

    private Map<String, Object> machine() {
        Machine machine = result.machine();
        return map(
                "processor", machine.processor(),
                "cores", machine.cores(),
                "java", machine.java(),
                "system", machine.system(),
                "payara", machine.payara());
    }

    private Map<String, Object> amounts() {
        Amounts amounts = result.amounts();
        return map(
                "rounds", amounts.rounds(),
                "requests", amounts.requests(),
                "warmUp", amounts.warmUp(),
                "users", amounts.users(),
                "connections", amounts.connections(),
                "requestsPerSecond", amounts.pace().requestsPerSecond());
    }

    private static Map<String, Object> idle(IdleCost idle) {
        return map(
                "subject", idle.subject().key(),
                "cpuMillisPerSecond", idle.cpuMillisPerSecond(),
                "bytesPerSecond", idle.bytesPerSecond());
    }

    private static Map<String, Object> cell(Cell cell) {
        return map(
                "scenario", cell.scenario().key(),
                "subject", cell.subject().key(),
                "cpuRatio", spread(cell.ratio(Measurement::cpuMicros)),
                "requestsPerSecondRatio", spread(cell.ratio(Measurement::requestsPerSecond)),
                "rounds", cell.rounds().stream().map(JsonReport::round).toList());
    }

    private static Map<String, Object> spread(Spread spread) {
        return map("lowest", spread.lowest(), "median", spread.median(), "highest", spread.highest());
    }

    private static Map<String, Object> round(Measurement round) {
        return map(
                "requestsPerSecond",
                round.requestsPerSecond(),
                "p50Millis",
                round.p50Millis(),
                "p99Millis",
                round.p99Millis(),
                "cpuMicros",
                round.cpuMicros(),
                "bytes",
                round.bytes(),
                "segments",
                round.segments(),
                "clientCpuMicros",
                round.clientCpuMicros(),
                "closedConnections",
                round.closedConnections());
    }

    /** A map that keeps its order. */
    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
