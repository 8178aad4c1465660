package org.complaintkit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.complaintkit.calendar.InvalidInputException;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static Faults faults(int number) {
        Faults faults = new Faults();
        for (int line = number; line > 0; line--) {
            faults.add(FaultKind.QUOTE_UNCLOSED.told(), "t.csv", new Position(line, 1), "x");
        }
        return faults;
    }

    private static String message(Faults faults) {
        try {
            faults.refuse("TST");
            return "";
        } catch (InvalidInputException e) {
            assertThat(e.code()).isEqualTo("PACK_FAULTS");
            assertThat(e.at()).isEqualTo("t.csv:1:1");
            assertThat(e.value()).isEqualTo("x");
            return e.rule();
        }
    }

    @Test
    void a_pack_is_refused_at_its_first_fault_with_all_of_them() {
        assertThatCode(() -> faults(0).refuse("TST")).doesNotThrowAnyException();
        assertThat(message(faults(1)))
                .startsWith("1 fault: t.csv:1:1: CSV_QUOTE 'x'")
                .doesNotContain("; t.csv");
        assertThat(message(faults(2))).startsWith("2 faults: t.csv:1:1: ").contains("; t.csv:2:1: ");
        assertThat(message(faults(20))).contains("; t.csv:20:1: ").doesNotContain("more");
        assertThat(message(faults(21)))
                .contains("; t.csv:20:1: ")
                .doesNotContain("t.csv:21:1")
                .endsWith("; and 1 more");
    }

    @Test
    void a_thousand_errors_and_a_thousand_warnings_are_kept_and_the_others_counted() {
        assertThat(faults(1_000).all()).hasSize(1_000);
        assertThat(faults(1_000).untold(Severity.ERROR)).isZero();
        Faults faults = faults(1_007);
        for (int line = 1; line <= 1_003; line++) {
            faults.add(FaultKind.DEFAULT_AS_TEXT.told("x"), "t.csv", new Position(line, 1), "x");
            faults.add(FaultKind.DEFAULT_AS_TEXT.told("x"), "t.csv", new Position(1_003, 1), "x");
        }
        assertThat(faults.list()).hasSize(1_000);
        assertThat(faults.remarks()).hasSize(1_000);
        assertThat(faults.untold(Severity.ERROR)).isEqualTo(7);
        assertThat(faults.untold(Severity.WARNING)).isEqualTo(3);
        assertThat(message(faults)).startsWith("1007 faults: ").endsWith("; and 987 more");
    }

    @Test
    void one_slip_all_over_a_file_hides_nothing_of_another() {
        Faults faults = faults(3_000);
        faults.add(FaultKind.NO_RULE.told("x"), "a.drl", new Position(1, 1), "x");
        faults.add(FaultKind.NO_RULE.told("x"), "z.drl", new Position(1, 1), "x");
        assertThat(faults.list()).extracting(PackFault::file).contains("a.drl", "z.drl");
        assertThat(faults.list()).hasSize(1_000);
        assertThat(faults.untold(Severity.ERROR)).isEqualTo(2_002);
    }

    @Test
    void what_only_follows_from_a_file_that_lacks_is_not_counted_either() {
        Faults faults = new Faults();
        for (int line = 1; line <= 3_000; line++) {
            faults.add(FaultKind.UNKNOWN_CLAUSE.told(), "duties.csv", new Position(line, 1), "x");
        }
        faults.settle(java.util.Set.of("duties.csv"));
        assertThat(faults.list()).extracting(PackFault::file).containsExactly("clauses.csv");
        assertThat(faults.untold(Severity.ERROR)).isZero();
    }

    @Test
    void a_remark_keeps_no_pack_from_running() {
        Faults faults = new Faults();
        faults.add(FaultKind.DEFAULT_AS_TEXT.told("x"), "grading.drl", new Position(1, 1), "x");

        assertThat(faults.isEmpty()).isTrue();
        assertThat(faults.remarks()).hasSize(1);
        assertThat(faults.all()).hasSize(1);
        assertThatCode(() -> faults.refuse("TST")).doesNotThrowAnyException();
    }

    @Test
    void faults_stand_in_the_order_of_file_line_and_column() {
        Faults faults = new Faults();
        for (String place : new String[] {"b 1 1", "a 2 1", "a 1 9", "a 1 10", "a 0 0"}) {
            String[] parts = place.split(" ", -1);
            Position at = new Position(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            faults.add(FaultKind.QUOTE_UNCLOSED.told(), parts[0], at, "");
        }
        assertThat(faults.list())
                .extracting(PackFault::place)
                .containsExactly("a", "a:1:9", "a:1:10", "a:2:1", "b:1:1");
    }

    @Test
    void an_offending_text_is_one_line_of_eighty_letters() {
        PackFault fault = new PackFault(FaultKind.QUOTE_UNCLOSED.told(), "t.csv", new Position(1, 1), "a\n".repeat(41));
        assertThat(fault.text()).isEqualTo("a ".repeat(40));
        assertThat(fault.toString()).startsWith("t.csv:1:1: CSV_QUOTE 'a a").contains("': ");
        assertThat(new PackFault(FaultKind.QUOTE_UNCLOSED.told(), "t.csv", Position.WHOLE_FILE, ""))
                .asString()
                .startsWith("t.csv: CSV_QUOTE: ");
    }

    @Test
    void what_a_parser_of_the_calendar_refused_is_a_fault_too() {
        Faults faults = new Faults();
        assertThatThrownBy(() -> org.complaintkit.calendar.Term.parse("3 dais"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> faults.add(e, "deadlines.csv", new Position(2, 3)));
        assertThat(faults.list()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("TERM_MALFORMED");
            assertThat(fault.place()).isEqualTo("deadlines.csv:2:3");
            assertThat(fault.text()).contains("3 dais");
        });
    }
}
