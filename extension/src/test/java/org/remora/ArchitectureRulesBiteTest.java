package org.remora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail protects nothing: each one is shown classes that break it. */
class ArchitectureRulesBiteTest {

    private static final String CONFIG = "package org.remora.config; public class Settings {}";
    private static final String STORE = "package org.remora.session; public interface Store {}";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRules")
    void evaluate_wrongClasses_reportsThem(String name, List<String> sources) throws Exception {
        JavaClasses wrong = new WrongClasses(folder).compile(sources);

        assertThat(rule(name).evaluate(wrong).getFailureReport().getDetails())
                .as("what the rule %s says of %s", name, sources)
                .anyMatch(detail -> detail.contains("Wrong"));
    }

    @Test
    void evaluate_rightClasses_reportsNothing() throws IOException {
        JavaClasses right = new WrongClasses(folder)
                .compile(List.of(
                        CONFIG,
                        "package org.remora.session; class Right { org.remora.config.Settings settings; }",
                        "package org.remora.hazelcast; class Right { com.hazelcast.core.HazelcastInstance grid; }"));

        assertThat(rule("arrows_point_down").evaluate(right).hasViolation()).isFalse();
        assertThat(rule("packages_form_no_cycle").evaluate(right).hasViolation())
                .isFalse();
        assertThat(rule("hazelcast").evaluate(right).hasViolation()).isFalse();
    }

    @Test
    void brokenRules_all_coverEveryRule() {
        assertThat(brokenRules().map(example -> example.get()[0]))
                .containsAll(rules().map(Field::getName).toList());
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                broken(
                        "arrows_point_down",
                        STORE,
                        "package org.remora.config; class Wrong { org.remora.session.Store s; }"),
                broken(
                        "arrows_point_down",
                        "package org.remora.session.jcache; public class Grid {}",
                        "package org.remora.session.live; class Wrong { org.remora.session.jcache.Grid g; }"),
                broken(
                        "arrows_point_down",
                        "package org.remora.boot; public class Start {}",
                        "package org.remora.session.servlet; class Wrong { org.remora.boot.Start s; }"),
                broken("arrows_point_down", "package org.remora.elsewhere; class Wrong { }"),
                broken(
                        "packages_form_no_cycle",
                        "package org.remora.config; public class Wrong { org.remora.cluster.Other o; }",
                        "package org.remora.cluster; public class Other { org.remora.config.Wrong w; }"),
                broken(
                        "hazelcast",
                        "package org.remora.session; class Wrong { com.hazelcast.core.HazelcastInstance h; }"),
                broken("jcache", "package org.remora.session; class Wrong { javax.cache.CacheManager m; }"),
                broken("servlet", "package org.remora.session; class Wrong { jakarta.servlet.http.HttpSession s; }"),
                broken("faces", "package org.remora.session; class Wrong { jakarta.faces.context.Flash f; }"),
                broken(
                        "weld",
                        "package org.remora.cdi; class Wrong { org.jboss.weld.context.http.HttpSessionContext c; }"),
                broken(
                        "cdi",
                        "package org.remora.session.servlet; class Wrong { jakarta.enterprise.inject.spi.BeanManager m; }"),
                broken(
                        "transactions",
                        "package org.remora.invalidation; class Wrong { jakarta.transaction.Synchronization s; }"),
                broken(
                        "payara",
                        "package org.remora.session.servlet; class Wrong { org.glassfish.grizzly.http.server.Request r; }"),
                broken(
                        "microprofile_config",
                        "package org.remora.session; class Wrong { org.eclipse.microprofile.config.Config c; }"),
                broken("management", "package org.remora.hazelcast; class Wrong { javax.management.MBeanServer s; }"),
                broken("picocli", "package org.remora.boot; @picocli.CommandLine.Command class Wrong { }"),
                broken("picocli", "package org.remora.cli.server; class Wrong { picocli.CommandLine commandLine; }"),
                broken(
                        "attach",
                        "package org.remora.management; class Wrong { com.sun.tools.attach.VirtualMachine v; }"),
                broken(
                        "command_line_stands_alone",
                        CONFIG,
                        "package org.remora.cli; class Wrong { org.remora.config.Settings s; }"),
                broken(
                        "command_line_stands_alone",
                        "package org.remora.cli; class Wrong { com.hazelcast.core.HazelcastInstance h; }"),
                broken(
                        "microprofile_metrics",
                        "package org.remora.management; class Wrong { org.eclipse.microprofile.metrics.Gauge<?> g; }"),
                broken(
                        "caffeine",
                        "package org.remora.session; class Wrong { com.github.benmanes.caffeine.cache.Cache<?, ?> c; }"),
                broken("cron", "package org.remora.jobs.run; class Wrong { com.cronutils.model.Cron c; }"),
                broken("jmdns", "package org.remora.discovery; class Wrong { javax.jmdns.JmDNS j; }"),
                broken("reflection", "package org.remora.session; class Wrong { java.lang.reflect.Field f; }"),
                broken("java_util_logging", "package org.remora.cli; class Wrong { java.util.logging.Logger l; }"),
                broken(
                        "only_the_command_line_prints",
                        "package org.remora.boot; class Wrong { void say() { System.out.println(); } }"),
                broken(
                        "time_is_given",
                        "package org.remora.session; class Wrong { long now() { return System.currentTimeMillis(); } }"),
                broken(
                        "time_is_given",
                        "package org.remora.config; class Wrong { Object now() { return java.time.Instant.now(); } }"),
                broken(
                        "time_is_given",
                        "package org.remora.cluster; class Wrong { java.util.function.LongSupplier now = System::nanoTime; }"),
                broken(
                        "nothing_sleeps",
                        "package org.remora.boot; class Wrong { void sleep() throws Exception { Thread.sleep(1); } }"),
                broken("null_is_checked_everywhere", "package org.remora.elsewhere; class Wrong { }"),
                broken("names_say_something", "package org.remora.session; class WrongManager { }"));
    }

    private static Arguments broken(String rule, String... sources) {
        return arguments(rule, List.of(sources));
    }

    private static Stream<Field> rules() {
        return Stream.of(LayerRules.class, ForeignApiRules.class, HabitRules.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(ArchTest.class));
    }

    private static ArchRule rule(String name) {
        return rules().filter(field -> field.getName().equals(name))
                .map(ArchitectureRulesBiteTest::value)
                .findFirst()
                .orElseThrow();
    }

    private static ArchRule value(Field field) {
        try {
            return (ArchRule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The rule " + field.getName() + " cannot be read", e);
        }
    }
}
