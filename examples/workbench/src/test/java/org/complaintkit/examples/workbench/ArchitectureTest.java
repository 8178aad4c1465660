package org.complaintkit.examples.workbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a user's program may rely on: the SDK's own packages, and no clock, zone or locale of the machine. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.complaintkit.examples.workbench");
    private static final Set<String> DEFAULTS =
            Set.of("now", "systemDefault", "systemUTC", "systemDefaultZone", "getDefault", "currentTimeMillis");

    @Test
    void only_the_front_of_the_sdk_is_seen() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "picocli..",
                        "com.fasterxml.jackson..",
                        "org.complaintkit.examples.workbench",
                        "org.complaintkit.calendar",
                        "org.complaintkit.decision",
                        "org.complaintkit.desk",
                        "org.complaintkit.json",
                        "org.complaintkit.lifecycle",
                        "org.complaintkit.model",
                        "org.complaintkit.policy",
                        "org.complaintkit.report",
                        "org.complaintkit.rules",
                        "org.complaintkit.rules.analysis",
                        "org.complaintkit.rules.cases",
                        "org.complaintkit.rules.diff",
                        "org.complaintkit.rules.drools",
                        "org.complaintkit.rules.explain",
                        "org.complaintkit.rules.handbook",
                        "org.complaintkit.rules.simulate",
                        "org.complaintkit.rules.trust")
                .check(CLASSES);
    }

    @Test
    void nothing_is_taken_from_the_machine() {
        noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<JavaCall<?>>("reads a clock or a default") {
                    @Override
                    public boolean test(JavaCall<?> call) {
                        String owner = call.getTargetOwner().getName();
                        return (owner.startsWith("java.time")
                                        || owner.startsWith("java.util")
                                        || owner.equals("java.lang.System"))
                                && DEFAULTS.contains(call.getTarget().getName());
                    }
                })
                .check(CLASSES);
    }
}
