package org.complaintkit.rules.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.RandomRules;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.RuleForm;
import org.complaintkit.rules.syntax.Rule;

class RuleFormsProperties {
    private static final Policy POLICY = TestPack.good().policy();

    private static List<Rule> read(RuleForm form, Rule rule, String text) {
        Faults faults = new Faults();
        List<Rule> rules =
                RuleForms.read(form, rule.stage(), text, POLICY, faults).rules();
        assertThat(faults.list()).as(text).isEmpty();
        return rules;
    }

    @Property(tries = 150)
    void a_rule_printed_in_any_form_is_read_as_the_same_rule(@ForAll long seed, @ForAll RuleForm form) {
        for (Rule rule : new RandomRules(seed, POLICY).rules(2)) {
            String text = RuleForms.print(form, rule, POLICY).orElseThrow(() -> new AssertionError(rule.toString()));
            assertThat(read(form, rule, text)).singleElement().satisfies(back -> {
                assertThat(back.saysTheSameAs(rule)).isTrue();
                assertThat(back.file()).isEqualTo(form.file(rule.stage()));
            });
        }
    }

    @Property(tries = 60)
    void a_file_of_many_rules_is_read_as_these_rules(@ForAll long seed, @ForAll RuleForm form) {
        List<Rule> rules = new RandomRules(seed, POLICY).rules(12);
        Rule first = rules.get(0);
        List<Rule> same =
                rules.stream().filter(rule -> rule.stage() == first.stage()).toList();
        RuleForms.Written written = RuleForms.write(form, first.stage(), same, POLICY);
        assertThat(written.unsaid()).isEmpty();
        List<Rule> back = read(form, first, written.text());
        assertThat(back).hasSameSizeAs(same);
        for (int i = 0; i < same.size(); i++) {
            assertThat(back.get(i).saysTheSameAs(same.get(i))).isTrue();
        }
    }

    @Property(tries = 150)
    void a_text_with_one_word_left_out_is_read_or_refused_in_its_place(
            @ForAll long seed, @ForAll RuleForm form, @ForAll int word) {
        Rule rule = new RandomRules(seed, POLICY).rule("a rule");
        String text = RuleForms.print(form, rule, POLICY).orElseThrow();
        String[] words = text.split(form.language().startsWith("zh") ? "(?<=\\G.{3})" : "(?<=[ ,])", -1);
        words[Math.floorMod(word, words.length)] = "";
        Faults faults = new Faults();
        String file = form.file(rule.stage());
        String cut = String.join("", words);
        RuleForms.read(form, rule.stage(), cut, POLICY, faults);
        assertThat(faults.all()).allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.at().line()).isBetween(1, (int) cut.lines().count() + 1);
            assertThat(fault.at().column()).isPositive();
        });
    }
}
