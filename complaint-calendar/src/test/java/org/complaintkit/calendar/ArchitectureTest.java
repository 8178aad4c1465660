package org.complaintkit.calendar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.complaintkit.calendar");
    private static final Set<String> CLOCKS = Set.of("now", "systemDefault", "systemUTC", "systemDefaultZone");

    @Test
    void the_calendar_rests_on_java_a_csv_reader_and_annotations_only() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.complaintkit.calendar..", "java..", "de.siegmar.fastcsv..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void nothing_reads_a_clock_or_a_default_of_the_machine() {
        noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<JavaCall<?>>("reads a clock or a default") {
                    @Override
                    public boolean test(JavaCall<?> call) {
                        return readsTheMachine(
                                call.getTargetOwner().getName(),
                                call.getTarget().getName());
                    }
                })
                .check(CLASSES);
    }

    private static boolean readsTheMachine(String owner, String name) {
        return switch (owner) {
            case "java.util.Locale", "java.util.TimeZone" -> name.equals("getDefault");
            case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
            default -> owner.startsWith("java.time") && CLOCKS.contains(name);
        };
    }

    /** A checker that counts with the code that it checks agrees with every fault of it. */
    @Test
    void the_proof_checker_shares_no_arithmetic_with_what_it_checks() {
        String arithmetic =
                "Counting|DayCount|ClockCount|StartRule|Standstills|ServiceClocks?|ServiceYear|Shift|TermKind"
                        + "|Watched|ProofMaker|ProofDays|DueDates|DueQuestion";
        noClasses()
                .that()
                .resideInAPackage("org.complaintkit.calendar.check")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.(" + arithmetic + ")(\\$.*)?")
                .orShould()
                .callMethodWhere(
                        new DescribedPredicate<JavaCall<?>>("counts with the calendar's or a term's own code") {
                            @Override
                            public boolean test(JavaCall<?> call) {
                                return counts(
                                        call.getTargetOwner().getSimpleName(),
                                        call.getTarget().getName());
                            }
                        })
                .check(CLASSES);
    }

    private static boolean counts(String owner, String name) {
        return switch (owner) {
            case "WorkingCalendar" ->
                !Set.of("day", "notice", "id", "version", "firstDay", "lastDay", "assumption")
                        .contains(name);
            case "DateRule", "DayOfMonth", "DayOfYear", "CycleEnd" -> name.equals("from");
            case "ServiceHours" -> name.equals("shifts");
            case "ConventionSet" -> !name.equals("source");
            case "SoftTime" -> name.equals("standard");
            default -> false;
        };
    }

    /** What is drawn is what the proof says, right or wrong: a drawing that asks again hides a fault of the proof. */
    @Test
    void drawings_neither_count_nor_ask_a_calendar() {
        noClasses()
                .that()
                .resideInAPackage("org.complaintkit.calendar.drawing")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.(WorkingCalendar|CalendarRegistry|DueDates|DueQuestion|ServiceClock)(\\$.*)?")
                .check(CLASSES);
    }

    @Test
    void nothing_logs() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..")
                .check(CLASSES);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("org.complaintkit.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
