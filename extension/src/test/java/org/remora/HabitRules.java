package org.remora;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** What is done the same way everywhere: output, time, null, names. */
final class HabitRules {

    private static final Map<String, Set<String>> CLOCKS = Map.of(
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
            "java.time.Instant", Set.of("now"),
            "java.time.LocalDateTime", Set.of("now"),
            "java.time.ZonedDateTime", Set.of("now"),
            "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system"),
            "java.time.InstantSource", Set.of("system"));

    @ArchTest
    static final ArchRule only_the_command_line_prints = noClasses()
            .that()
            .resideOutsideOfPackage("org.remora.cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("what a server says goes through System.Logger")
            .allowEmptyShould(true);

    /** {@code Clocks} is where the clocks that everything else is given come from. */
    @ArchTest
    static final ArchRule time_is_given = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.remora.session..",
                    "org.remora.discovery..",
                    "org.remora.cluster..",
                    "org.remora.config..",
                    "org.remora.invalidation..",
                    "org.remora.jobs..")
            .and()
            .doNotHaveFullyQualifiedName("org.remora.session.live.Clocks")
            .should(readAClock())
            .because("tests turn the clock and never wait")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_sleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .because("work that waits belongs to a scheduler")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule null_is_checked_everywhere = classes()
            .should(beInANullMarkedPackage())
            .because("the compiler checks null only where it is told to")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule names_say_something = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Utils?|Helper|Manager)")
            .because("such a name does not say what the class is for")
            .allowEmptyShould(true);

    private HabitRules() {}

    private static ArchCondition<JavaClass> readAClock() {
        return new ArchCondition<>("read a clock") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    events.add(new SimpleConditionEvent(access, isAClock(access.getTarget()), access.getDescription()));
                }
            }
        };
    }

    private static boolean isAClock(AccessTarget target) {
        return CLOCKS.getOrDefault(target.getOwner().getName(), Set.of()).contains(target.getName());
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type,
                        marked,
                        "the package of " + type.getName() + (marked ? " has" : " lacks") + " @NullMarked"));
            }
        };
    }
}
