package org.remora;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Arrows point down: wiring, adapters of a technology, domain, foundation; and never in a circle. */
final class LayerRules {

    @ArchTest
    static final ArchRule arrows_point_down = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.remora..")
            .withOptionalLayers(true)
            .layer("Wiring")
            .definedBy("org.remora.boot..", "org.remora.cdi..", "org.remora.cli..")
            .layer("Adapters")
            .definedBy(
                    "org.remora.hazelcast..",
                    "org.remora.management..",
                    "org.remora.discovery.*..",
                    "org.remora.invalidation.hazelcast..",
                    "org.remora.jobs.hazelcast..",
                    "org.remora.session.servlet..",
                    "org.remora.session.faces..",
                    "org.remora.session.jcache..",
                    "org.remora.session.weld..",
                    "org.remora.session.payara..")
            .layer("Domain")
            .definedBy(
                    "org.remora.session",
                    "org.remora.session.codec..",
                    "org.remora.session.live..",
                    "org.remora.session.merge..",
                    "org.remora.session.seal..",
                    "org.remora.discovery",
                    "org.remora.invalidation",
                    "org.remora.invalidation.local..",
                    "org.remora.jobs",
                    "org.remora.jobs.cron..",
                    "org.remora.jobs.record..",
                    "org.remora.jobs.run..")
            .layer("Foundation")
            .definedBy("org.remora.cluster..", "org.remora.config..")
            .whereLayer("Wiring")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("Adapters")
            .mayOnlyBeAccessedByLayers("Wiring")
            .whereLayer("Domain")
            .mayOnlyBeAccessedByLayers("Wiring", "Adapters")
            .ensureAllClassesAreContainedInArchitecture()
            .because("a technology can then be replaced, and the domain be tested, without the rest")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_form_no_cycle = slices().matching("org.remora.(**)")
            .should()
            .beFreeOfCycles()
            .because("packages in a circle can only be understood together")
            .allowEmptyShould(true);

    private LayerRules() {}
}
