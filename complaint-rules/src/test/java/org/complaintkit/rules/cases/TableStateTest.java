package org.complaintkit.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.ShippedPacks;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.analysis.MissingCases;
import org.complaintkit.rules.analysis.TreeRuleBook;
import org.complaintkit.rules.cases.TableState.State;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can become of the rows of the tables of time, what cases show of it, and the lines that show the rest. */
class TableStateTest {
    private static final Packs PACKS = ShippedPacks.PACKS;

    private static List<TableState> all(DroolsRuleBook book) {
        return TableState.of(book.policy(), book.rules());
    }

    private static MissingCases missing(DroolsRuleBook book, List<PackCase> cases) {
        RuleBook plain = TreeRuleBook.of(book.policy(), book.rules());
        return MissingCases.of(book.policy(), book.rules(), cases, id -> plain);
    }

    private static Set<TableState> shown(DroolsRuleBook book, List<PackCase> cases) {
        Set<TableState> shown = new HashSet<>();
        cases.forEach(each -> each.answer(id -> book, value -> shown.addAll(TableState.shown(book.policy(), value))));
        return shown;
    }

    @Test
    void a_row_can_show_what_its_cells_say_and_nothing_else() {
        List<TableState> all = all(PACKS.get("DISP"));
        assertThat(all)
                .contains(
                        new TableState("deadlines.csv", "DISP-D01", State.STARTED),
                        new TableState("deadlines.csv", "DISP-D01", State.MET),
                        new TableState("deadlines.csv", "DISP-D01", State.MISSED))
                .anyMatch(each -> each.table().equals("pauses.csv") && each.state() == State.STOPPED)
                .doesNotHaveDuplicates();
        assertThat(all(PACKS.get("TEL"))).isEmpty();
        Policy small = TestPack.good().policy();
        assertThat(TableState.of(small, PackReader.read(TestPack.good().files()).rules()))
                .contains(
                        new TableState("deadlines.csv", "TST-D01", State.WARNED),
                        new TableState("deadlines.csv", "TST-D01", State.ESCALATED),
                        new TableState("escalations.csv", "TST-E01", State.ESCALATED))
                .doesNotContain(
                        new TableState("deadlines.csv", "TST-D01", State.STOPPED),
                        new TableState("deadlines.csv", "TST-D01", State.CANCELLED));
    }

    /** The lines are decided by the engine here, not by the trees with which they were found. */
    @ParameterizedTest
    @ValueSource(strings = {"DISP", "PSD2"})
    void the_lines_for_a_pack_without_cases_show_every_state_of_every_row(String pack) {
        DroolsRuleBook book = PACKS.get(pack);
        MissingCases missing = missing(book, List.of());
        assertThat(missing.unreached()).noneMatch(each -> each.contains(".csv"));
        List<PackCase> lines = PackCase.read("m.jsonl", String.join("\n", missing.lines()));
        assertThat(shown(book, lines)).containsAll(all(book));
    }

    @Test
    void a_state_that_no_case_shows_any_more_is_asked_for_again_by_a_line_that_shows_it() {
        DroolsRuleBook book = PACKS.get("PSD2");
        TableState missed = all(book).stream()
                .filter(each -> each.state() == State.MISSED)
                .findFirst()
                .orElseThrow();
        List<PackCase> lines = PackCase.read(
                        "m.jsonl", String.join("\n", missing(book, List.of()).lines()))
                .stream()
                .filter(each -> !shown(book, List.of(each)).contains(missed))
                .toList();
        List<String> again = missing(book, lines).lines();
        assertThat(again).anyMatch(line -> line.contains("\"title\":\"" + missed + " (as PSD2-M1, but asOf)\""));
        assertThat(shown(book, PackCase.read("m.jsonl", String.join("\n", again))))
                .contains(missed);
    }

    @Test
    void coverage_tells_what_no_case_shows() {
        DroolsRuleBook book = PACKS.get("PSD2");
        CaseCoverage coverage = CaseCoverage.of(book);
        assertThat(coverage.statesMissed()).hasSize(coverage.states()).isEqualTo(all(book));
        List<PackCase> cases = PackCase.in(Path.of("src/main/resources/org/complaintkit/packs/psd2"));
        cases.stream().limit(1).forEach(each -> each.answer(id -> book, coverage::stands));
        Set<TableState> first = shown(book, cases.subList(0, 1));
        assertThat(first).isNotEmpty();
        assertThat(coverage.statesMissed())
                .isEqualTo(
                        all(book).stream().filter(each -> !first.contains(each)).toList());
    }

    /** What became of the rows until a moment of March 2025, with the last column of the deadlines saying who is warned. */
    private static Set<String> became(String asOf, String... events) {
        TestPack pack = TestPack.good()
                .edited("deadlines.csv", "cancelled_by\n", "cancelled_by,on_warning\n")
                .edited("deadlines.csv", "ENTERED[state=WITHDRAWN]\n", "ENTERED[state=WITHDRAWN],TST-E02\n")
                .edited("deadlines.csv", "target,,no,no,\n", "target,,no,no,,\n");
        CheckedPack read = PackReader.read(pack.files());
        String line = "{\"id\":\"A\",\"packs\":[\"TST\"],\"complaint\":{\"receivedAt\":\"2025-03-03T10:00:00+08:00\","
                + "\"channel\":\"LETTER\",\"intakeCategories\":[\"PRODUCT\"]},\"events\":["
                + String.join(",", events) + "],\"asOf\":\"2025-03-" + asOf + "T10:00:00+08:00\"}";
        Set<String> became = new TreeSet<>();
        PackCase.read("c.jsonl", line)
                .get(0)
                .answer(
                        id -> TreeRuleBook.of(read.policy(), read.rules()),
                        value -> TableState.shown(read.policy(), value).forEach(each -> became.add(each.toString())));
        return became;
    }

    @Test
    void what_becomes_of_a_row_shows_from_the_moment_on_at_which_it_happens() {
        String started = "deadlines.csv TST-D01: started";
        String warned = "deadlines.csv TST-D01: warned";
        String told = "deadlines.csv TST-D01: escalated";
        String missed = "deadlines.csv TST-D01: missed";
        String reply = "{\"at\":\"2025-03-05T10:00:00+08:00\",\"type\":\"REPLIED_TO_CUSTOMER\"}";
        assertThat(became("04")).containsExactly(started);
        assertThat(became("08")).containsExactly(told, started, warned, "escalations.csv TST-E02: escalated");
        assertThat(became("12"))
                .containsExactly(
                        told,
                        missed,
                        started,
                        warned,
                        "escalations.csv TST-E01: escalated",
                        "escalations.csv TST-E02: escalated");
        assertThat(became("12", reply)).containsExactly("deadlines.csv TST-D01: met", started);
    }

    @Test
    void a_list_of_what_lacks_reads_like_a_sentence() {
        assertThat(new TableState("deadlines.csv", "TEA-D01", State.MISSED))
                .hasToString("deadlines.csv TEA-D01: missed");
    }
}
