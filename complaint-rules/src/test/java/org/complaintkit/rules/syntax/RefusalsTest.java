package org.complaintkit.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.complaintkit.rules.pack.FaultKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write who know Drools, in each place where a rule could have it: the refusal speaks of what they meant. */
class RefusalsTest {
    @ParameterizedTest
    @CsvSource({
        "salience, SALIENCE, PATTERN, SECOND_PATTERN, CONSEQUENCE",
        "then, WHEN_MISSING, PATTERN, SECOND_PATTERN, CONSEQUENCE",
        "dialect, ATTRIBUTE, PATTERN, SECOND_PATTERN, CONSEQUENCE",
        "exists, ATTRIBUTE, OTHER_FACTS, SECOND_PATTERN, CONSEQUENCE",
        "eval, ATTRIBUTE, CODE_IN_PATTERN, CODE_IN_PATTERN, CONSEQUENCE",
        "modify, ATTRIBUTE, PATTERN, SECOND_PATTERN, FACT_CHANGED",
        "kcontext, ATTRIBUTE, PATTERN, SECOND_PATTERN, ENGINE_SEEN"
    })
    void a_word_of_drools_is_refused_for_what_it_does(
            String word, FaultKind attribute, FaultKind pattern, FaultKind behind, FaultKind consequence) {
        assertThat(Refusals.attribute(word).kind()).isEqualTo(attribute);
        assertThat(Refusals.pattern(word, "Grading").kind()).isEqualTo(pattern);
        assertThat(Refusals.afterPattern(word, "Grading").kind()).isEqualTo(behind);
        assertThat(Refusals.consequence(word, "label").kind()).isEqualTo(consequence);
    }
}
