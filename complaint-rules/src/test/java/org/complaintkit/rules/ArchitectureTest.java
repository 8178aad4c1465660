package org.complaintkit.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
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
    /** The engine can be changed behind one package. */
    @ArchTest
    static void only_one_package_sees_the_engine(JavaClasses classes) {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage("org.complaintkit.rules.drools")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.drools..", "org.kie.."));
        rule.check(classes);
    }

    /** Running compiled packs needs none of the compiler; only the class that compiles may name it. */
    @ArchTest
    static void only_one_class_names_the_compiler(JavaClasses classes) {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.complaintkit.rules.drools.RuleCompiler")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.drools.model.codegen..", "org.kie.api.builder.."));
        rule.check(classes);
    }

    @ArchTest
    static void no_cycles(JavaClasses classes) {
        ArchRule rule = slices().matching("org.complaintkit.(rules..)").should().beFreeOfCycles();
        rule.check(classes);
    }

    @ArchTest
    static void tables_do_not_see_rules(JavaClasses classes) {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("org.complaintkit.rules.pack")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.complaintkit.rules",
                        "org.complaintkit.rules.syntax",
                        "org.complaintkit.rules.stage",
                        "org.complaintkit.rules.drools"));
        rule.check(classes);
    }

    /** What rules see is linked into compiled packs, so it stands on the core alone. */
    @ArchTest
    static void facts_stand_on_the_core(JavaClasses classes) {
        ArchRule rule = classes()
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
        rule.check(classes);
    }

    @ArchTest
    static void no_clock_and_no_defaults(JavaClasses classes) {
        ArchRule rule = noClasses()
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
        rule.check(classes);
    }
}
