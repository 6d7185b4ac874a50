package org.remora.arquillian.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;

/** Runs all checks on Payara Micro without and with Remora, and compares the published results with these. */
class ConformanceIT {

    private static final Path PUBLISHED = Path.of("src", "site", "markdown", "conformance.md");
    private static final Path FRESH = Path.of("target", "conformance.md");
    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);

    private static List<Verdict> verdicts = List.of();

    @BeforeAll
    static void runChecks() throws InterruptedException {
        List<Check> checks = Catalogue.chapters().stream()
                .flatMap(chapter -> chapter.checks().stream())
                .toList();
        try (ConformanceServers servers = ConformanceServers.start()) {
            servers.awaitReady(START_TIMEOUT);
            verdicts = CheckRun.of(checks, servers.sites());
        }
    }

    @AfterAll
    static void forget() {
        verdicts = List.of();
    }

    @TestFactory
    Stream<DynamicTest> sentence_onServersWithRemora_holds() {
        Set<String> failedByPayara = verdicts.stream()
                .filter(verdict -> verdict.column() == Column.PAYARA && !verdict.passed())
                .map(verdict -> verdict.check().id())
                .collect(Collectors.toSet());
        return verdicts.stream()
                .filter(verdict -> verdict.column() != Column.PAYARA)
                .filter(verdict -> !failedByPayara.contains(verdict.check().id()))
                .map(verdict -> DynamicTest.dynamicTest(
                        verdict.check() + " [" + verdict.column().title() + "]", () -> judge(verdict)));
    }

    private static void judge(Verdict verdict) {
        Optional<String> reason = KnownDifferences.reason(verdict.check(), verdict.column());
        if (reason.isPresent() && verdict.passed()) {
            throw new AssertionFailedError(verdict.check() + ": passes; take it off the known differences");
        }
        if (reason.isEmpty() && !verdict.passed()) {
            Throwable failure = verdict.failure().orElseThrow();
            throw new AssertionFailedError(verdict.check() + " " + failure.getMessage(), failure);
        }
    }

    @Test
    void publishedResults_areThoseOfThisRun() throws IOException {
        String fresh = ConformancePage.of(Catalogue.chapters(), verdicts);
        Files.writeString(FRESH, fresh, StandardCharsets.UTF_8);

        assertThat(PUBLISHED)
                .as("results of the checks; the fresh ones: cp arquillian/%s arquillian/%s", FRESH, PUBLISHED)
                .content(StandardCharsets.UTF_8)
                .isEqualTo(fresh);
    }

    @Test
    void idsOfChecks_areUnique() {
        assertThat(Catalogue.chapters().stream()
                        .flatMap(chapter -> chapter.checks().stream())
                        .map(Check::id))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(80);
    }
}
