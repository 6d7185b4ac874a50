package org.remora.arquillian.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param microJar Payara Micro
 * @param remoraJar the extension; needed only if Remora is among the subjects
 * @param output directory of results, logs and the servers' own files
 * @param subjects what is measured
 * @param scenarios with which loads, in this order
 * @param amounts how much
 * @param jvmOptions options of each server's virtual machine
 * @param remoraSettings settings of the extension that differ from its defaults
 */
record BenchmarkOptions(
        Path microJar,
        Path remoraJar,
        Path output,
        List<Subject> subjects,
        List<Scenario> scenarios,
        Amounts amounts,
        List<String> jvmOptions,
        Map<String, String> remoraSettings) {

    BenchmarkOptions {
        subjects = List.copyOf(subjects);
        scenarios = List.copyOf(scenarios);
        jvmOptions = List.copyOf(jvmOptions);
        remoraSettings = Map.copyOf(remoraSettings);
        if (subjects.stream().distinct().count() < subjects.size()) {
            throw new IllegalArgumentException("a subject is named twice: " + subjects);
        }
    }

    /**
     * Checks that the servers can be started.
     *
     * @return these options
     * @throws IllegalArgumentException if a jar is not there
     */
    BenchmarkOptions requireFiles() {
        requireFile(microJar);
        if (subjects.contains(Subject.REMORA)) {
            requireFile(remoraJar);
        }
        return this;
    }

    private static void requireFile(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException("there is no " + jar);
        }
    }
}
