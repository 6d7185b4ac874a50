package org.remora;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** Holds the extension's classes to the rules. */
@AnalyzeClasses(packages = "org.remora", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests LAYERS = ArchTests.in(LayerRules.class);

    @ArchTest
    static final ArchTests FOREIGN_APIS = ArchTests.in(ForeignApiRules.class);

    @ArchTest
    static final ArchTests HABITS = ArchTests.in(HabitRules.class);
}
