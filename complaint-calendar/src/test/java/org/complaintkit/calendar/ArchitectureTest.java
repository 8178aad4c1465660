package org.complaintkit.calendar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

@AnalyzeClasses(packages = "org.complaintkit.calendar", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<String> CLOCKS = Set.of("now", "systemDefault", "systemUTC", "systemDefaultZone");

    @ArchTest
    static final ArchRule the_calendar_rests_on_java_a_csv_reader_and_annotations_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.complaintkit.calendar..", "java..", "de.siegmar.fastcsv..", "org.jspecify..");

    @ArchTest
    static final ArchRule nothing_reads_a_clock_or_a_default_zone = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("reads a clock or a default") {
                @Override
                public boolean test(JavaCall<?> call) {
                    String name = call.getTarget().getName();
                    String owner = call.getTargetOwner().getName();
                    return (owner.startsWith("java.time") && CLOCKS.contains(name))
                            || (owner.equals("java.util.Locale") && name.equals("getDefault"))
                            || (owner.equals("java.util.TimeZone") && name.equals("getDefault"))
                            || (owner.equals("java.lang.System")
                                    && (name.equals("currentTimeMillis") || name.equals("nanoTime")));
                }
            });

    @ArchTest
    static final ArchRule nothing_logs =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.util.logging..", "org.slf4j..");

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("org.complaintkit.(**)").should().beFreeOfCycles();
}
