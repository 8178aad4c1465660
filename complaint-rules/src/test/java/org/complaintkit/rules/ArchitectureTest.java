package org.complaintkit.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

@AnalyzeClasses(packages = "org.complaintkit.rules", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_ONE_PACKAGE_SEES_THE_ENGINE = noClasses()
            .that(are(resideInAPackage("org.complaintkit.rules..")))
            .and()
            .resideOutsideOfPackage("org.complaintkit.rules.drools")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.drools..", "org.kie.."));

    /** Running compiled packs needs none of the compiler; only the class that compiles may name it. */
    @ArchTest
    static final ArchRule ONLY_ONE_CLASS_NAMES_THE_COMPILER = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.complaintkit.rules.drools.RuleCompiler")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.drools.model.codegen..", "org.kie.api.builder.."));

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.complaintkit.(rules..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TABLES_DO_NOT_SEE_RULES = noClasses()
            .that()
            .resideInAPackage("org.complaintkit.rules.pack")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.complaintkit.rules",
                    "org.complaintkit.rules.syntax",
                    "org.complaintkit.rules.stage",
                    "org.complaintkit.rules.drools"));

    /** What rules see is linked into compiled packs, so it stands on the core alone. */
    @ArchTest
    static final ArchRule FACTS_STAND_ON_THE_CORE = classes()
            .that()
            .resideInAPackage("org.complaintkit.rules.stage")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "org.complaintkit.rules.stage",
                    "org.complaintkit.decision",
                    "org.complaintkit.model",
                    "org.complaintkit.policy",
                    "java..",
                    "org.jspecify.."));

    @ArchTest
    static final ArchRule NO_CLOCK_AND_NO_DEFAULTS = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
