package org.complaintkit.examples.bank;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.complaintkit.examples.bank");

    /** So that it may become a starter of its own. */
    @Test
    void the_auto_configuration_knows_nothing_of_the_service() {
        noClasses()
                .that()
                .resideInAPackage("..bank.kit")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.complaintkit.examples.bank",
                        "..bank.storage",
                        "..bank.outbox",
                        "..bank.watch",
                        "..bank.web",
                        "..bank.demo")
                .check(CLASSES);
    }

    /** So that a bank deletes it without a trace. */
    @Test
    void nothing_needs_the_demo() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..bank.demo")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..bank.demo", "io.zonky..")
                .check(CLASSES);
    }

    /** A host needs the desk, its ports and the front of the packs, not the engine, nor the library's own Jackson. */
    @Test
    void the_service_uses_what_a_host_would_use() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.drools..",
                        "org.kie..",
                        "org.complaintkit.rules.pack..",
                        "org.complaintkit.rules.syntax..",
                        "org.complaintkit.rules.stage..",
                        "com.fasterxml.jackson.databind..")
                .check(CLASSES);
    }
}
