package org.complaintkit.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Precedence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolutionTest {
    /** Ranks: CRIME 1; PRODUCT and SERVICE 2, PRODUCT first. Complexity defaults to GENERAL, grade has no default. */
    private static final Policy POLICY = TestPolicy.policy();

    @Test
    void without_a_proposal_the_default_answers_and_is_no_citation() {
        Resolution found = Resolution.of(Answer.COMPLEXITY, List.of(), POLICY);

        assertThat(found.code()).isEqualTo("GENERAL");
        assertThat(found.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.basis()).isEqualTo(Basis.DEFAULT));
        assertThat(found.conflict()).isEmpty();
    }

    @Test
    void without_a_proposal_and_a_default_the_question_stays_undecided() {
        Resolution found = Resolution.of(Answer.GRADE, List.of(), POLICY);

        assertThat(found).isEqualTo(new Resolution("", List.of(), Optional.empty()));
    }

    @Test
    void a_single_code_needs_no_rank_and_cites_every_rule_that_proposed_it() {
        Resolution found = Resolution.of(Answer.CATEGORY, List.of(proposal("X", "r1"), proposal("X", "r2")), POLICY);

        assertThat(found.code()).isEqualTo("X");
        assertThat(found.reasons()).extracting(Reason::rule).containsExactly("r1", "r2");
    }

    @Test
    void of_ranked_codes_the_first_rank_wins_by_its_clause() {
        Resolution found =
                Resolution.of(Answer.CATEGORY, List.of(proposal("SERVICE", "r1"), proposal("CRIME", "r2")), POLICY);

        assertThat(found.code()).isEqualTo("CRIME");
        assertThat(found.reasons()).extracting(Reason::basis).containsExactly(Basis.TEXT, Basis.TEXT);
    }

    @Test
    void at_equal_rank_the_earlier_row_wins_and_is_reported_as_a_default() {
        Resolution found =
                Resolution.of(Answer.CATEGORY, List.of(proposal("SERVICE", "r1"), proposal("PRODUCT", "r2")), POLICY);

        assertThat(found.code()).isEqualTo("PRODUCT");
        assertThat(found.reasons())
                .last()
                .satisfies(reason -> assertThat(reason.basis()).isEqualTo(Basis.DEFAULT));
    }

    @Test
    void a_tie_below_the_winner_leaves_the_winner_its_basis() {
        Resolution found = Resolution.of(
                Answer.CATEGORY,
                List.of(proposal("SERVICE", "r1"), proposal("PRODUCT", "r2"), proposal("CRIME", "r3")),
                POLICY);

        assertThat(found.code()).isEqualTo("CRIME");
        assertThat(found.reasons())
                .last()
                .satisfies(reason -> assertThat(reason.basis()).isEqualTo(Basis.TEXT));
    }

    @Test
    void codes_that_no_row_orders_are_a_conflict_with_all_of_them_reported() {
        List<Proposal> proposed = List.of(proposal("CRIME", "r1"), proposal("X", "r2"));
        Resolution found = Resolution.of(Answer.CATEGORY, proposed, POLICY);

        assertThat(found.code()).isEmpty();
        assertThat(found.reasons()).isEmpty();
        assertThat(found.conflict()).contains(new Decision.Conflict(Answer.CATEGORY, proposed));
    }

    @Test
    void a_row_written_twice_does_not_hide_a_code_that_has_none() {
        List<Precedence> rows = new ArrayList<>(POLICY.precedence());
        rows.add(POLICY.precedence().get(0));
        Policy doubled = withPrecedence(rows);

        Resolution found =
                Resolution.of(Answer.CATEGORY, List.of(proposal("CRIME", "r1"), proposal("X", "r2")), doubled);

        assertThat(found.code()).isEmpty();
    }

    @Test
    void proposals_for_other_questions_are_passed_over() {
        Proposal label = new Proposal(Answer.LABEL, "MAJOR", "", "r1", "T-01", Basis.TEXT);

        assertThat(Resolution.of(Answer.CATEGORY, List.of(label), POLICY).code())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRIME,PRODUCT,SERVICE", "PRODUCT,SERVICE", "CRIME,X,SERVICE", "PRODUCT,PRODUCT,CRIME"})
    void the_order_of_the_proposals_does_not_matter(String codes) {
        List<Proposal> proposed = new ArrayList<>();
        for (String code : List.of(codes.split(",", -1))) {
            proposed.add(proposal(code, "r" + proposed.size()));
        }
        String expected = Resolution.of(Answer.CATEGORY, proposed, POLICY).code();
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(proposed, random);
            assertThat(Resolution.of(Answer.CATEGORY, proposed, POLICY).code()).isEqualTo(expected);
        }
    }

    private static Proposal proposal(String code, String rule) {
        return new Proposal(Answer.CATEGORY, code, "", rule, "T-01", Basis.TEXT);
    }

    private static Policy withPrecedence(List<Precedence> rows) {
        return new Policy(
                POLICY.pack(),
                POLICY.titles(),
                POLICY.effectiveFrom(),
                POLICY.effectiveTo(),
                POLICY.calendar(),
                POLICY.conventions(),
                POLICY.zone(),
                POLICY.parameters(),
                POLICY.clauses(),
                POLICY.vocabulary(),
                POLICY.fallbackRoles(),
                POLICY.deadlines(),
                POLICY.extensions(),
                POLICY.reports(),
                POLICY.escalations(),
                POLICY.duties(),
                POLICY.forms(),
                POLICY.transitions(),
                rows,
                POLICY.cumulative(),
                POLICY.documentControl(),
                POLICY.accounts(),
                POLICY.tightenings(),
                POLICY.signals(),
                POLICY.safeguards());
    }
}
