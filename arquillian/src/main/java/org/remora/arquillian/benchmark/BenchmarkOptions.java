package org.remora.arquillian.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param microJar Payara Micro
 * @param output directory of results, logs and the servers' own files
 * @param subjects what is measured
 * @param scenarios with which loads, in this order
 * @param amounts how much
 * @param jvmOptions options of each server's virtual machine
 * @param remora the extension
 * @param remoraAgain what it is compared with, if {@link Subject#REMORA_AGAIN} is among the subjects
 * @param crowd how many idle sessions to measure with; 0 for the comparison of subjects instead
 * @param news how many invalidations a second to measure with; 0 for the comparison of subjects instead
 * @param jobs how many empty jobs to measure with; 0 for the comparison of subjects instead
 */
record BenchmarkOptions(
        Path microJar,
        Path output,
        List<Subject> subjects,
        List<Scenario> scenarios,
        Amounts amounts,
        List<String> jvmOptions,
        Extension remora,
        Extension remoraAgain,
        int crowd,
        int news,
        int jobs) {

    /**
     * One build of the extension, as it is set up.
     *
     * @param jar its file; needed only if it takes part
     * @param settings what differs from its defaults
     */
    record Extension(Path jar, Map<String, String> settings) {

        Extension {
            settings = Map.copyOf(settings);
        }
    }

    BenchmarkOptions {
        subjects = List.copyOf(subjects);
        scenarios = List.copyOf(scenarios);
        jvmOptions = List.copyOf(jvmOptions);
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
        subjects.stream()
                .filter(Subject::hasRemora)
                .forEach(subject -> requireFile(of(subject).jar()));
        if (crowd > 0 || news > 0 || jobs > 0) {
            requireFile(remora.jar());
        }
        return this;
    }

    /** The extension of a subject that has one. */
    Extension of(Subject subject) {
        return subject == Subject.REMORA_AGAIN ? remoraAgain : remora;
    }

    private static void requireFile(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException("there is no " + jar);
        }
    }
}
