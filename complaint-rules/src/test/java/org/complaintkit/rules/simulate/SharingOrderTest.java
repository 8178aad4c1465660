package org.complaintkit.rules.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.diff.Change;
import org.complaintkit.rules.diff.PackDiff;
import org.complaintkit.rules.diff.Part;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.drools.GeneratedRules;
import org.complaintkit.rules.drools.RuleCompiler;
import org.junit.jupiter.api.Test;

/** Where the order of rows decides, a version with another order is told every case. */
class SharingOrderTest {
    /** One amount, asked for in both of its variants; two ways to number a case of which both events happen. */
    private static final TestPack PACK = TestPack.good()
            .edited(
                    "accounting.drl",
                    "decide.settledOn(\"F-TST-1\");",
                    "decide.settledOn(\"F-TST-1\"); decide.amount(\"cap\");")
            .with(
                    "numbers.csv",
                    TestPack.good().text("numbers.csv").stripTrailing()
                            + "\nbook,COMPLAINT_REGISTERED,U-{yy}{MM}{dd}-{seq:3},MONTH,TST-05,TEXT\n");

    private static final CheckedPack READ = PackReader.read(PACK.files());
    private static final GeneratedRules CLASSES =
            RuleCompiler.compile(READ.policy().pack(), READ.rules());
    private static final DroolsRuleBook OLDER = book(PACK);

    /** Equal to the standard calendars and not the same: then no case is shared. */
    private static final CalendarRegistry EQUAL =
            CalendarRegistry.standard().with(CalendarRegistry.standard().get("CN"));

    private static final String LINE = "{\"id\": \"S1\", \"packs\": [\"TST\"], \"complaint\": {\"receivedAt\":"
            + " \"2025-11-03T10:00:00+08:00\", \"channel\": \"PHONE\", \"intakeCategories\": [\"PRODUCT\"], \"complainant\": {\"vip\":"
            + " true}, \"claimedLoss\": 0}, \"events\": [{\"type\": \"COMPLAINT_REGISTERED\", \"at\":"
            + " \"2025-11-03T11:00:00+08:00\", \"data\": {\"sequence\": \"7\"}}, {\"type\": \"ASSIGNED_EVENT\", \"at\":"
            + " \"2025-11-03T12:00:00+08:00\", \"data\": {\"sequence\": \"8\"}}], \"asOf\": \"2025-11-04T10:00:00+08:00\"}";

    private static DroolsRuleBook book(TestPack pack) {
        CheckedPack read = PackReader.read(pack.files());
        return DroolsRuleBook.load(read.policy(), read.rules(), CLASSES);
    }

    /** With the first two rows of a table in the other order. */
    private static DroolsRuleBook swapped(String file) {
        String[] rows = PACK.text(file).split("\n", 4);
        return book(PACK.with(file, String.join("\n", rows[0], rows[2], rows[1], rows.length > 3 ? rows[3] : "")));
    }

    private static SimulationReport run(Scenario after) {
        Simulation simulation = Simulation.of(Scenario.of(id -> OLDER), after, 5);
        simulation.line(1, LINE);
        return simulation.report();
    }

    private static Change told(DroolsRuleBook newer, Part part) {
        PackDiff diff = PackDiff.of(OLDER, newer);
        assertThat(diff.changes()).singleElement().satisfies(change -> {
            assertThat(change.part()).isEqualTo(part);
            assertThat(change.kind()).isEqualTo(Change.Kind.MOVED);
        });
        assertThat(sharing(newer)).isEmpty();
        return diff.changes().get(0);
    }

    private static Optional<Sharing> sharing(DroolsRuleBook newer) {
        return Sharing.between(List.of(new Sharing.Versions(OLDER, newer)));
    }

    @Test
    void of_two_variants_that_are_asked_for_the_one_higher_in_the_table_counts_so_the_order_is_told() {
        DroolsRuleBook newer = swapped("amounts.csv");
        Change change = told(newer, Part.AMOUNT);
        Scenario after = Scenario.of(id -> OLDER).with(newer);
        SimulationReport report = run(after);
        assertThat(report.badLines()).isEmpty();
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.cause().change()).isEqualTo(change));
        assertThat(report.json()).isEqualTo(run(after.with(EQUAL)).json());
    }

    @Test
    void of_two_numbers_that_can_be_made_the_first_counts_so_the_order_is_told() {
        told(swapped("numbers.csv"), Part.NUMBER);
    }

    @Test
    void another_order_that_is_not_told_and_files_that_differ_untold_are_never_shared() {
        DroolsRuleBook moved = swapped("vocabulary.csv");
        DroolsRuleBook remark = book(PACK.edited("grading.drl", "How complex is it?", "How complex is it at all?"));
        for (DroolsRuleBook newer : new DroolsRuleBook[] {moved, remark}) {
            assertThat(PackDiff.of(OLDER, newer).changes()).isEmpty();
            assertThat(sharing(newer)).isEmpty();
        }
    }
}
