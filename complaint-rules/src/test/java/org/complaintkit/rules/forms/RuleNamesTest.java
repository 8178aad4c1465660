package org.complaintkit.rules.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.complaintkit.rules.pack.RuleForm;
import org.junit.jupiter.api.Test;

class RuleNamesTest {
    @Test
    void a_rule_is_named_in_the_line_where_it_begins() {
        assertThat(RuleForms.names(RuleForm.DRL, "rule \"one\"\nend\n\n// a note\nrule \"two\"\nend\n"))
                .isEqualTo(Map.of(1, "one", 5, "two"));
        assertThat(RuleForms.names(RuleForm.DRL, "// none\n")).isEmpty();
    }
}
