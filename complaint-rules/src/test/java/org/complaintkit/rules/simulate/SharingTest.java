package org.complaintkit.rules.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Basis;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.drools.GeneratedRules;
import org.complaintkit.rules.drools.RuleCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After which edits of a pack a case told once need not be told again, and what is asked to be sure; and to what it goes back. */
class SharingTest {
    private static final TestPack PACK = TestPack.good();
    private static final CheckedPack READ = PackReader.read(PACK.files());
    private static final GeneratedRules CLASSES =
            RuleCompiler.compile(READ.policy().pack(), READ.rules());
    private static final DroolsRuleBook OLDER = book(PACK);

    /** Nobody asks its rules, so that the classes of the good pack do for all. */
    private static DroolsRuleBook book(TestPack pack) {
        CheckedPack read = PackReader.read(pack.files());
        return DroolsRuleBook.load(read.policy(), read.rules(), CLASSES);
    }

    private static Optional<Sharing> sharing(DroolsRuleBook newer) {
        return Sharing.between(List.of(new Sharing.Versions(OLDER, newer)));
    }

    private static String asked(Sharing sharing) {
        return Stream.of(Stage.values()).filter(sharing::asks).map(Stage::name).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "clauses.csv     | Answer in time.          | Answer soon.              | ``",
                "vocabulary.csv  | Attitude                 | Manners                   | ``",
                "pack.json       | Test policy              | A policy                  | ``",
                "pack.json       | \"revision\": \"B\"      | \"revision\": \"C\"       | ``",
                "deadlines.csv   | ,{tst.days} working days | ,6 working days           | ``",
                "escalations.csv | LEADER_IN_CHARGE > LEGAL | LEGAL > LEADER_IN_CHARGE  | ``",
                "duties.csv      | REPLY,TST-01,TEXT,OWNER  | REPLY,TST-01,TEXT,LEGAL   | ``",
                "grading.drl     | claimedLoss >= param     | claimedLoss > param       | GRADING",
                "responsibility.drl | \"PRODUCT_MANAGEMENT\" | \"LEGAL\"                | RESPONSIBILITY",
                "pack.json       | \"default\": 3, \"min\": 2 | \"default\": 4, \"min\": 2 | GRADING",
                "pack.json       | \"default\": \"LEGAL\"   | \"default\": \"LEADER_IN_CHARGE\" | RESPONSIBILITY",
            })
    void what_only_rules_and_single_rows_say_is_seen_in_what_they_propose(
            String file, String from, String to, String stages) {
        Optional<Sharing> sharing = sharing(book(PACK.edited(file, from, to)));
        assertThat(sharing).isPresent();
        assertThat(asked(sharing.orElseThrow())).isEqualTo(stages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pack.json      | Asia/Shanghai                 | Asia/Tokyo",
                "pack.json      | \"version\": \"1.0.0\"          | \"version\": \"1.0.1\"",
                "pack.json      | \"working days\", \"default\": 5 | \"working days\", \"default\": 4",
                "deadlines.csv  | TEXT,COMPLAINT_RECEIVED,REPLY | TEXT,COMPLAINT_REGISTERED,REPLY",
                "deadlines.csv  | ,{tst.days} working days      | ,CONTACTED.date",
                "precedence.csv | category,PRODUCT,2            | category,PRODUCT,3",
                "amounts.csv    | 2 * {tst.cap}                 | 3 * {tst.cap}",
                "lifecycle.csv  | RECEIVED,COMPLAINT_REGISTERED,REGISTERED,,yes | RECEIVED,COMPLAINT_REGISTERED,REGISTERED,,no",
            })
    void what_is_looked_at_besides_means_that_each_case_is_told_twice(String file, String from, String to) {
        assertThat(sharing(book(PACK.edited(file, from, to)))).isEmpty();
    }

    @Test
    void a_row_that_comes_or_goes_means_so_too() {
        String escalations = PACK.text("escalations.csv");
        TestPack more =
                PACK.with("escalations.csv", escalations + "TST-E03,TST-01,DEFAULT,OWNER,LEGAL,1 working day\n");
        TestPack more2 = more.with("vocabulary.csv", PACK.text("vocabulary.csv") + "ESCALATION,TST-E03,A,B,C\n");
        assertThat(sharing(book(more2))).isEmpty();
        assertThat(sharing(OLDER)).isPresent();
        assertThat(Sharing.between(List.of())).isPresent();
    }

    @Test
    void dates_of_the_newer_version_are_not_asked_and_the_report_says_how_many_cases_lie_outside() {
        DroolsRuleBook ended =
                book(PACK.edited("pack.json", "\"effectiveTo\": null", "\"effectiveTo\": \"2024-12-31\""));
        assertThat(sharing(ended)).isPresent();
        Scenario before = Scenario.of(id -> OLDER);
        Simulation simulation = Simulation.of(before, before.with(ended), 3);
        simulation.line(1, line("2024-12-31T23:59:59+08:00"));
        simulation.line(2, line("2025-01-01T00:00:00+08:00"));
        simulation.line(3, line("2023-12-31T10:00:00+08:00"));

        SimulationReport report = simulation.report();
        assertThat(report.bad())
                .as("on that day the older version is not in force either")
                .isEqualTo(1);
        assertThat(report.changed()).isZero();
        assertThat(report.outside()).isEqualTo(1);
        assertThat(report.text(Locale.ENGLISH)).contains("not in force by its own dates: 1\n");
        assertThat(report.html(Locale.CHINA)).contains("其中 1 件");
        assertThat(report.json()).contains("\"outside\":1");
    }

    private static String line(String at) {
        return "{\"id\": \"S1\", \"packs\": [\"TST\"], \"complaint\": {\"receivedAt\": \"" + at
                + "\", \"channel\": \"PHONE\", \"intakeCategories\": [\"PRODUCT\"]}}";
    }

    private static Proposal proposal(String code) {
        return new Proposal(Answer.DEADLINE, code, "", "r", "TST-01", Basis.TEXT);
    }

    @Test
    void a_case_parts_as_soon_as_the_versions_propose_otherwise_or_a_changed_row() {
        Sharing sharing = sharing(book(PACK.edited("grading.drl", "claimedLoss >= param", "claimedLoss > param")
                        .edited("deadlines.csv", ",{tst.days} working days", ",6 working days")))
                .orElseThrow();
        assertThat(asked(sharing)).isEqualTo("GRADING");
        sharing.proposed(Stage.DEADLINES, List.of(proposal("TST-D02")), List.of(proposal("TST-D02")));
        assertThat(asked(sharing)).as("another row").isEqualTo("GRADING");
        sharing.proposed(Stage.CHECKS, List.of(proposal("TST-D01")), List.of(proposal("TST-D01")));
        assertThat(asked(sharing)).as("no question about what is owed").isEqualTo("GRADING");
        sharing.proposed(Stage.DEADLINES, List.of(proposal("TST-D01/X")), List.of(proposal("TST-D01/X")));
        assertThat(asked(sharing)).as("the changed row, in a variant").isEmpty();
        sharing.proposed(Stage.DEADLINES, List.of(), List.of());
        assertThat(asked(sharing)).as("once apart, always apart").isEmpty();
        sharing.begin();
        assertThat(asked(sharing)).isEqualTo("GRADING");
        sharing.proposed(Stage.GRADING, List.of(), List.of(proposal("X")));
        assertThat(asked(sharing)).isEmpty();
    }

    @Test
    void a_refusal_goes_back_to_the_row_that_bears_the_value_or_to_all_together() {
        DroolsRuleBook newer = book(PACK.edited("deadlines.csv", ",{tst.days} working days", ",6 working days")
                .edited("vocabulary.csv", "Attitude", "Manners"));
        Attribution attribution = new Attribution(List.of(OLDER), List.of(newer), List.of());
        assertThat(attribution.refused("TST-D01").change())
                .satisfies(change -> assertThat(change.id()).isEqualTo("TST-D01"));
        assertThat(attribution.refused("ATTITUDE").change())
                .satisfies(change -> assertThat(change.id()).isEqualTo("CATEGORY ATTITUDE"));
        assertThat(attribution.refused("TITUDE").kind()).isEqualTo(Cause.Kind.TOGETHER);
        assertThat(attribution.refused("").kind()).isEqualTo(Cause.Kind.TOGETHER);
        assertThat(attribution.refused(null).kind()).isEqualTo(Cause.Kind.TOGETHER);
        Attribution one = new Attribution(
                List.of(OLDER), List.of(book(PACK.edited("vocabulary.csv", "Attitude", "Manners"))), List.of());
        assertThat(one.refused("PIGEON").kind())
                .as("where one thing changed, it is the cause")
                .isEqualTo(Cause.Kind.CHANGE);
        assertThat(Set.of(one.refused(null).pack())).containsExactly("TST");
    }
}
