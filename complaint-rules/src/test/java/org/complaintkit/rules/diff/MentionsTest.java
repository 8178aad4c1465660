package org.complaintkit.rules.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.complaintkit.rules.Packs;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.junit.jupiter.api.Test;

class MentionsTest {
    @Test
    void a_parameter_is_named_by_rules_or_by_tables() {
        try (Packs packs = Packs.shipped()) {
            DroolsRuleBook rcc = packs.get("RCC");
            assertThat(Mentions.of(rcc, "rcc.major.loss"))
                    .contains(Part.RULE)
                    .doesNotContain(Part.DEADLINE, Part.PARAMETER);
            assertThat(Mentions.of(rcc, "rcc.followUpDays"))
                    .contains(Part.DEADLINE)
                    .doesNotContain(Part.RULE);
            assertThat(Mentions.of(rcc, "soft.immediate")).contains(Part.DEADLINE);
            assertThat(Mentions.of(rcc, "rcc.major")).isEmpty();
        }
    }
}
