package org.remora;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;

/** Who may use what we did not write: each technology has a place, and is imported nowhere else. */
final class ForeignApiRules {

    @ArchTest
    static final ArchRule hazelcast = only("hazelcast", "session.jcache", "invalidation.hazelcast", "jobs.hazelcast")
            .mayUse("com.hazelcast..");

    @ArchTest
    static final ArchRule jcache = only(
                    "hazelcast", "session.jcache", "invalidation.hazelcast", "invalidation.local", "cdi")
            .mayUse("javax.cache..");

    @ArchTest
    static final ArchRule servlet = only(
                    "session.servlet", "session.faces", "session.weld", "session.payara", "boot", "cdi")
            .mayUse("jakarta.servlet..");

    @ArchTest
    static final ArchRule faces = only("session.faces").mayUse("jakarta.faces..");

    @ArchTest
    static final ArchRule weld = only("session.weld", "cdi.weld").mayUse("org.jboss..");

    @ArchTest
    static final ArchRule cdi = only("session.weld", "boot", "cdi").mayUse("jakarta.enterprise..", "jakarta.inject..");

    @ArchTest
    static final ArchRule transactions = only("cdi").mayUse("jakarta.transaction..", "javax.naming..");

    @ArchTest
    static final ArchRule payara = only("session.payara")
            .mayUse("org.glassfish..", "org.apache.catalina..", "com.sun.enterprise..", "fish.payara..");

    @ArchTest
    static final ArchRule microprofile_config = only("config").mayUse("org.eclipse.microprofile.config..");

    @ArchTest
    static final ArchRule management =
            only("management", "cli.server").mayUse("javax.management..", "org.eclipse.microprofile.health..");

    @ArchTest
    static final ArchRule picocli = only("cli.command").mayUse("picocli..");

    @ArchTest
    static final ArchRule attach = only("cli.server").mayUse("com.sun.tools.attach..");

    @ArchTest
    static final ArchRule microprofile_metrics = only("management.payara").mayUse("org.eclipse.microprofile.metrics..");

    @ArchTest
    static final ArchRule caffeine =
            only("session.live", "invalidation.local").mayUse("com.github.benmanes.caffeine..");

    @ArchTest
    static final ArchRule cron = only("jobs.cron").mayUse("com.cronutils..");

    @ArchTest
    static final ArchRule jmdns = only("discovery.mdns").mayUse("javax.jmdns..");

    /**
     * The codec looks for the field that cannot be serialized, CDI's own interfaces speak of types; the others reach
     * into the server.
     */
    @ArchTest
    static final ArchRule reflection = only("session.codec", "session.payara", "session.weld", "hazelcast", "cdi")
            .mayUse("java.lang.reflect..");

    @ArchTest
    static final ArchRule java_util_logging = only().mayUse("java.util.logging..");

    /** The command line has a process of its own, in which none of what servers bring along is there. */
    @ArchTest
    static final ArchRule command_line_stands_alone = noClasses()
            .that()
            .resideInAPackage("org.remora.cli..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..",
                    "javax.management..",
                    "com.sun.tools.attach..",
                    "picocli..",
                    "org.jspecify..",
                    "org.remora.cli..")
            .because("java -jar remora.jar has nothing else on its class path")
            .allowEmptyShould(true);

    private ForeignApiRules() {}

    private static Place only(String... packages) {
        return new Place(
                Arrays.stream(packages).map(name -> "org.remora." + name + "..").toList());
    }

    private record Place(List<String> packages) {

        ArchRule mayUse(String... apis) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(packages.toArray(String[]::new))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(apis)
                    .because("a foreign API has one place")
                    .allowEmptyShould(true);
        }
    }
}
