package org.complaintkit.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.cases.PackCase;
import org.complaintkit.rules.cases.TableState;
import org.complaintkit.rules.words.BundleTexts;
import org.junit.jupiter.api.Test;

class MissingCasesTest {
    private static final CheckedPack PACK = HonestPack.read(HonestPack.pack());

    private static MissingCases of(CheckedPack pack, List<PackCase> cases) {
        return MissingCases.of(pack.policy(), pack.rules(), cases, id -> TreeRuleBook.of(pack.policy(), pack.rules()));
    }

    private static List<PackCase> read(List<String> lines) {
        return PackCase.read("m.jsonl", String.join("\n", lines));
    }

    @Test
    void a_pack_without_cases_gets_one_for_each_rule_and_each_test_that_no_other_tries() {
        MissingCases missing = of(PACK, List.of());
        assertThat(missing.unreached()).isEmpty();
        assertThat(missing.lines())
                .anyMatch(line -> line.contains("\"title\":\"crime told\""))
                .anyMatch(line -> line.contains("\"title\":\"small: all but claimedLoss < param(\\\"tst.loss\\\")\""))
                .allMatch(line -> line.contains("\"unreviewed\":{"));
    }

    @Test
    void nothing_is_missing_once_these_cases_are_there() {
        List<String> lines = of(PACK, List.of()).lines();
        assertThat(of(PACK, read(lines)).lines()).isEmpty();
    }

    @Test
    void a_case_that_is_taken_away_is_missing_again() {
        List<String> lines = new ArrayList<>(of(PACK, List.of()).lines());
        lines.removeIf(line -> line.contains("CRIME"));
        assertThat(of(PACK, read(lines)).lines()).anyMatch(line -> line.contains("CRIME"));
    }

    @Test
    void each_line_comes_to_what_it_says_unreviewed() {
        List<String> lines = of(PACK, List.of()).lines();
        for (String line : lines) {
            String expecting = line.replace("\"unreviewed\":", "\"expect\":");
            assertThat(read(List.of(expecting)).get(0).differences(id -> TreeRuleBook.of(PACK.policy(), PACK.rules())))
                    .as(line)
                    .isEmpty();
        }
    }

    @Test
    void what_cannot_be_is_not_asked_for() {
        TestPack pack = HonestPack.pack();
        String never = HonestPack.rule("never", "Escalation( vip == true, vip == false )", "escalate(\"TST-E02\")");
        CheckedPack read = HonestPack.read(pack.with("escalation.drl", pack.text("escalation.drl") + never));
        assertThat(of(read, List.of()).lines()).noneMatch(line -> line.contains("\"title\":\"never\""));
    }

    @Test
    void events_lead_where_a_complaint_alone_does_not() {
        TestPack pack = HonestPack.pack();
        String later = HonestPack.rule(
                "later",
                "Escalation( occurred contains \"CUSTOMER_OBJECTED\", outcome == \"OURS\", state == \"CLOSED\" )",
                "escalate(\"TST-E02\")");
        CheckedPack read = HonestPack.read(pack.with("escalation.drl", pack.text("escalation.drl") + later));
        assertThat(of(read, List.of()).lines()).anyMatch(line -> line.contains("\"title\":\"later\""));
    }

    @Test
    void a_line_is_a_case_that_is_there_with_one_thing_otherwise_where_that_will_do() {
        List<PackCase> cases = read(List.of("{\"id\":\"TST-C7\",\"kind\":\"CASE\",\"packs\":[\"TST\"],\"complaint\":"
                + "{\"receivedAt\":\"2025-09-26T10:20:00+08:00\",\"channel\":\"PHONE\",\"receivedBy\":\"OUTLET\","
                + "\"intakeCategories\":[\"ATTITUDE\"],\"claimedLoss\":77},\"title\":\"known\",\"expect\":{}}"));
        List<String> lines = of(PACK, cases).lines();
        assertThat(lines)
                .filteredOn(line -> line.contains("\"title\":\"many (as TST-C7, but complainantCount)\""))
                .singleElement()
                .asString()
                .contains("\"claimedLoss\":77", "\"receivedAt\":\"2025-09-26T10:20:00+08:00\"", "\"ATTITUDE\"")
                .doesNotContain("expect", "known");
        assertThat(lines).anyMatch(line -> line.contains("\"title\":\"crime told (as TST-C7, but "));
        assertThat(lines)
                .anyMatch(line -> line.contains("\"title\":\"late (as TST-C7, but asOf)\""))
                .anyMatch(line -> line.contains("\"title\":\"deadlines.csv TST-D01: met (as TST-C7, but events)\""))
                .allMatch(line -> line.contains("(as TST-C7, but "));
        List<PackCase> all = new ArrayList<>(cases);
        all.addAll(read(lines));
        assertThat(of(PACK, all).lines()).isEmpty();
    }

    @Test
    void of_two_cases_that_would_do_the_line_is_made_from_the_one_that_is_more_like_it() {
        String near = "{\"id\":\"NEAR\",\"kind\":\"CASE\",\"packs\":[\"TST\"],\"complaint\":{\"receivedAt\":"
                + "\"2025-03-03T10:00:00+08:00\",\"channel\":\"PHONE\",\"intakeCategories\":[\"ATTITUDE\"]}}";
        String far = near.replace("NEAR", "FAR")
                .replace("PHONE", "LETTER")
                .replace("[\"ATTITUDE\"]", "[\"PRODUCT\"],\"claimedLoss\":77");
        for (List<String> cases : List.of(List.of(near, far), List.of(far, near))) {
            assertThat(of(PACK, read(cases)).lines())
                    .anyMatch(line -> line.contains("\"title\":\"many (as NEAR, but complainantCount)\""));
        }
    }

    @Test
    void a_limit_that_only_the_complaint_can_name_gets_a_line_that_names_it() {
        CheckedPack given = HonestPack.read(HonestPack.pack()
                .edited(
                        "deadlines.csv",
                        "REPLY,1 working day before limit,{tst.days} working days",
                        "REPLY,,given.theirDay"));
        MissingCases missing = of(given, List.of());
        assertThat(missing.lines())
                .filteredOn(line -> line.contains("\"title\":\"deadlines.csv TST-D01: missed\""))
                .singleElement()
                .asString()
                .contains("\"given\":{\"theirDay\":\"2025-03-13\"}");
    }

    @Test
    void a_state_for_which_no_line_was_found_says_what_stands_in_the_way() {
        CheckedPack said = HonestPack.read(HonestPack.pack()
                .edited(
                        "deadlines.csv",
                        "REPLY,1 working day before limit,{tst.days} working days",
                        "REPLY,,PROMISED.day"));
        assertThat(of(said, List.of()).unreached())
                .contains(
                        "no line found for deadlines.csv TST-D01: started — its clock never runs: nothing was found that gives its limit,"
                                + " PROMISED.day");
    }

    @Test
    void titles_and_what_was_not_found_are_told_in_the_language_that_is_asked_for() {
        List<String> chinese = in(Locale.SIMPLIFIED_CHINESE);
        assertThat(chinese)
                .anyMatch(line -> line.contains("\"title\":\"small：其余都符合，只有 claimedLoss"))
                .anyMatch(line -> line.contains("：按时完成"));
        assertThat(in(Locale.TRADITIONAL_CHINESE)).anyMatch(line -> line.contains("其餘都符合"));
        assertThat(in(Locale.ENGLISH)).isEqualTo(of(PACK, List.of()).lines()).hasSameSizeAs(chinese);
    }

    private static List<String> in(Locale locale) {
        List<int[]> steps = new ArrayList<>();
        MissingCases missing = MissingCases.of(
                PACK.policy(),
                PACK.rules(),
                List.of(),
                id -> TreeRuleBook.of(PACK.policy(), PACK.rules()),
                locale,
                (done, all) -> steps.add(new int[] {done, all}));
        assertThat(steps).extracting(step -> step[0]).isSorted().startsWith(0).endsWith(steps.get(0)[1]);
        assertThat(missing.unreached()).isEmpty();
        return missing.lines();
    }

    @Test
    void every_language_has_every_word() {
        BundleTexts english = BundleTexts.of(MissingCases.class, "missing", Locale.ENGLISH);
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE)) {
            BundleTexts words = BundleTexts.of(MissingCases.class, "missing", locale);
            assertThat(words.keys()).isEqualTo(english.keys());
            assertThat(words.keys())
                    .allSatisfy(key -> assertThat(places(words, key)).isEqualTo(places(english, key)));
        }
        assertThat(Arrays.stream(TableState.State.values()).map(state -> "state." + state))
                .allMatch(english.keys()::contains);
    }

    private static List<String> places(BundleTexts words, String key) {
        return Pattern.compile("\\{[0-9]}")
                .matcher(words.label(key, ""))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
