package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.forms.RuleForms;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.RuleForm;
import org.complaintkit.rules.syntax.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule of every pack can be said in every form, and means the same there. */
class RuleFormsTest {
    private static final Packs PACKS = Packs.shipped();

    @AfterAll
    static void close() {
        PACKS.close();
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_of_every_pack_is_said_and_read_back(RuleForm form) {
        List<String> unsaid = new ArrayList<>();
        int said = 0;
        for (String id : PACKS.ids()) {
            DroolsRuleBook book = PACKS.get(id);
            for (Stage stage : Stage.values()) {
                List<Rule> rules = book.rules().stream()
                        .filter(rule -> rule.stage() == stage)
                        .toList();
                RuleForms.Written written = RuleForms.write(form, stage, rules, book.policy());
                Faults faults = new Faults();
                List<Rule> back = RuleForms.read(form, stage, written.text(), book.policy(), faults)
                        .rules();
                written.unsaid().forEach(rule -> unsaid.add(id + " " + rule.name()));
                List<Rule> wanted = new ArrayList<>(rules);
                wanted.removeAll(written.unsaid());
                assertThat(faults.list()).isEmpty();
                assertThat(back).hasSameSizeAs(wanted);
                for (int i = 0; i < back.size(); i++) {
                    assertThat(back.get(i).saysTheSameAs(wanted.get(i))).isTrue();
                }
                said += back.size();
            }
        }
        assertThat(unsaid).isEmpty();
        assertThat(said).isGreaterThan(700);
    }
}
