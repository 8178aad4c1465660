package org.complaintkit.examples.quickstart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.complaintkit.examples.quickstart");

    /** So that anybody may take it over into another program. */
    @Test
    void the_screen_knows_nothing_of_complaints() {
        noClasses()
                .that()
                .resideInAPackage("..quickstart.screen")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.complaintkit.calendar..", "org.complaintkit.lifecycle..", "org.complaintkit.desk..")
                .check(CLASSES);
    }

    /** A host needs the desk, its ports and the front of the packs, not the engine behind them. */
    @Test
    void the_example_uses_what_a_host_would_use() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.drools..",
                        "org.kie..",
                        "org.complaintkit.rules.pack..",
                        "org.complaintkit.rules.syntax..",
                        "org.complaintkit.rules.stage..")
                .check(CLASSES);
    }
}
