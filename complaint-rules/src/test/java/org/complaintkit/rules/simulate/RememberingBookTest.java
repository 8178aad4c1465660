package org.complaintkit.rules.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.model.Complaint;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.RandomSituations;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.junit.jupiter.api.Test;

class RememberingBookTest {
    private static final int SITUATIONS = 150;

    @Test
    void it_proposes_what_the_book_proposes_however_often_it_is_asked() {
        try (Packs packs = Packs.shipped()) {
            int proposed = 0;
            for (String id : packs.ids()) {
                DroolsRuleBook book = packs.get(id);
                RememberingBook remembering = new RememberingBook(book);
                List<Situation> situations = decided(book, id.hashCode());
                for (int round = 0; round < 2; round++) {
                    for (Situation situation : situations) {
                        for (Stage stage : Stage.values()) {
                            List<Proposal> proposals = book.ask(stage, situation);
                            assertThat(remembering.ask(stage, situation))
                                    .as("pack %s, seed %s, %s of %s", id, id.hashCode(), stage, situation)
                                    .isEqualTo(proposals);
                            proposed += proposals.size();
                        }
                    }
                }
            }
            assertThat(proposed).isGreaterThan(10_000);
        }
    }

    @Test
    void another_value_of_a_parameter_is_another_book() {
        try (Packs packs = Packs.shipped()) {
            DroolsRuleBook book = packs.get("RCC");
            Map<String, Integer> low = Map.of("rcc.major.loss", 1);
            List<Situation> situations = decided(book, 7);
            RememberingBook remembering = new RememberingBook(book);
            List<List<Proposal>> before = graded(remembering, situations);

            assertThat(before).isEqualTo(graded(book, situations));
            assertThat(graded(remembering.with(low), situations))
                    .isEqualTo(graded(book.with(low), situations))
                    .isNotEqualTo(before);
        }
    }

    @Test
    void amounts_on_either_side_of_a_bound_and_on_it_are_told_apart() {
        try (Packs packs = Packs.shipped()) {
            DroolsRuleBook book = packs.get("RCC");
            RememberingBook remembering = new RememberingBook(book);
            List<Situation> situations = Stream.of("0", "499999.99", "500000", "500000.000", "500000.01", "499999.98")
                    .map(loss -> Situation.of(
                            Complaint.received("C", Instant.EPOCH, "PHONE")
                                    .claimedLoss(new BigDecimal(loss))
                                    .build(),
                            book.policy().zone()))
                    .toList();

            List<List<Proposal>> graded = graded(remembering, situations);

            assertThat(graded).isEqualTo(graded(book, situations));
            assertThat(graded.get(1)).isNotEqualTo(graded.get(2)).isEqualTo(graded.get(5));
        }
    }

    private static List<List<Proposal>> graded(RuleBook book, List<Situation> situations) {
        return situations.stream().map(each -> book.ask(Stage.GRADING, each)).toList();
    }

    /** Each at reception and with what is decided on it. */
    private static List<Situation> decided(DroolsRuleBook book, int seed) {
        RandomSituations drawn = new RandomSituations(seed, book.policy());
        List<Situation> situations = new ArrayList<>();
        for (int i = 0; i < SITUATIONS; i++) {
            Situation situation = drawn.next();
            situations.add(situation);
            situations.add(situation.with(Decision.of(book, situation)));
        }
        return situations;
    }
}
