package org.complaintkit.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.complaintkit.decision.Answer;
import org.complaintkit.rules.ShippedPacks;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The trees and the engine agree on the questions about which a pack is silent. */
class TreeRuleBookTest {
    @ParameterizedTest
    @EnumSource(Answer.class)
    void it_is_silent_about_what_the_engine_is_silent_about(Answer question) {
        for (String id : ShippedPacks.PACKS.ids()) {
            DroolsRuleBook book = ShippedPacks.PACKS.get(id);
            assertThat(TreeRuleBook.of(book.policy(), book.rules()).answers(question))
                    .as("%s of %s", question, id)
                    .isEqualTo(book.answers(question));
        }
    }
}
