package org.complaintkit.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.RandomRules;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.pack.Faults;

class RuleProperties {
    private static final Policy POLICY = TestPack.good().policy();

    private static List<Rule> drawn(long seed) {
        return new RandomRules(seed, POLICY).rules(3);
    }

    private static List<Rule> parsed(Stage stage, String drl) {
        Faults faults = new Faults();
        List<Rule> rules = RuleParser.parse(stage, drl, faults);
        assertThat(faults.list()).isEmpty();
        return rules;
    }

    @Property
    void the_printed_tree_is_read_as_the_same_tree(@ForAll long seed) {
        for (Rule rule : drawn(seed)) {
            List<Rule> back = parsed(rule.stage(), RulePrinter.print(rule));
            assertThat(back).singleElement().satisfies(read -> {
                assertThat(withoutPlaces(read)).isEqualTo(withoutPlaces(rule));
                assertThat(RulePrinter.print(read)).isEqualTo(RulePrinter.print(rule));
            });
        }
    }

    @Property
    void drawn_rules_have_no_fault(@ForAll long seed) {
        Faults faults = new Faults();
        RuleChecker.check(drawn(seed), POLICY, faults);
        assertThat(faults.list()).isEmpty();
    }

    @Property(tries = 200)
    void any_text_is_read_or_refused_and_never_breaks_the_reader(@ForAll("texts") String text) {
        TestPack.good().with("grading.drl", text).faults();
        TestPack.good().with("deadlines.csv", text).faults();
        TestPack.good().with("pack.json", text).faults();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "rule",
                "\"a\"",
                "@clause",
                "(",
                ")",
                "\"TST-01\"",
                "when",
                "decide",
                ":",
                "Grading",
                "then",
                ".",
                ";",
                "end",
                "!",
                "&&",
                "||",
                "in",
                "not",
                "contains",
                "param",
                "==",
                "claimedLoss",
                "1",
                "-",
                ",",
                "\n",
                "/*",
                "//",
                "#",
                "“",
                "，",
                "{",
                "[",
                "]",
                "}",
                "\"",
                "id",
                "null",
                "\uD800",
                "\u0000",
                "e9",
                "1e999999999");
        return words.list().ofMaxSize(60).map(list -> String.join(" ", list));
    }

    @Property(tries = 200)
    void a_rule_with_one_word_left_out_is_read_or_refused(@ForAll long seed, @ForAll int word) {
        for (Rule rule : drawn(seed)) {
            String[] words = RulePrinter.print(rule).split("(?<=\\s)", -1);
            words[Math.floorMod(word, words.length)] = "";
            RuleParser.parse(rule.stage(), String.join("", words), new Faults());
        }
    }

    private static String withoutPlaces(Rule rule) {
        return rule.toString().replaceAll("(?:at|cited|sign)=\\d+:\\d+", "");
    }
}
