package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.fixture.Course.after;
import static org.complaintkit.fixture.Course.complaint;
import static org.complaintkit.fixture.Course.event;
import static org.complaintkit.fixture.Course.limits;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.fixture.TestClocks;
import org.junit.jupiter.api.Test;

/** What the rules see of the words of events. */
class FactsTest {
    private static TestClocks when(Predicate<Situation> condition) {
        return TestClocks.none().deadline("T-D01", condition);
    }

    private static TestClocks whenLabelled(String label) {
        return when(situation -> situation.answers().labels().contains(label));
    }

    private static CaseEvent note(String local, String key, Object value) {
        return event(local, "NOTE", Map.of(key, value));
    }

    @Test
    void an_event_tells_a_label_by_its_own_word_or_by_that_of_its_family_and_no_other_word_is_one() {
        CaseEvent family = event("03-03T09:00", "MEDIA_EVENT", Map.of("kind", "CONTACT"));

        assertThat(limits(after(whenLabelled("MEDIA_CONTACT"), "03-04T00:00", family)))
                .hasSize(1);
        assertThat(limits(after(whenLabelled("CONTACT"), "03-04T00:00", family)))
                .isEmpty();
        assertThat(limits(after(whenLabelled("MAJOR"), "03-04T00:00", note("03-03T09:00", "facts", List.of("MAJOR")))))
                .hasSize(1);
        assertThat(limits(after(whenLabelled("ODD"), "03-04T00:00", note("03-03T09:00", "facts", List.of("ODD")))))
                .isEmpty();
    }

    @Test
    void a_clause_finds_fault_with_a_receipt_and_does_not_undo_it() {
        TestClocks clocks = when(s -> true)
                .rule(
                        Stage.CHECKS,
                        Answer.NO_EFFECT,
                        "BY_PARTY",
                        situation -> situation.happening().event().equals("COMPLAINT_RECEIVED"));

        Case received = after(clocks, "03-04T00:00");

        assertThat(received.withoutEffect()).isEmpty();
        assertThat(received.findings()).hasSize(1);
        assertThat(limits(received)).hasSize(1);
    }

    @Test
    void only_an_event_that_determines_the_outcome_tells_it() {
        Map<String, Object> ours = Map.of("outcome", "OURS");

        assertThat(after(when(s -> true), "03-04T00:00", event("03-03T09:00", "NOTE", ours))
                        .outcome())
                .isEmpty();
        assertThat(after(
                                when(s -> true),
                                "03-04T00:00",
                                event("03-03T09:00", "RESPONSIBILITY_DETERMINED", ours),
                                event("03-03T10:00", "RESPONSIBILITY_DETERMINED"))
                        .outcome())
                .isEqualTo("OURS");
    }

    @Test
    void the_satisfaction_is_what_was_said_last_by_an_event_that_took_effect() {
        TestClocks clocks = when(situation ->
                        situation.standing().satisfaction().equals("SATISFIED"))
                .rule(
                        Stage.CHECKS,
                        Answer.NO_EFFECT,
                        "BY_PARTY",
                        situation -> situation.happening().details().contains("void"));
        CaseEvent dissatisfied = event("03-03T09:00", "FOLLOWED_UP", Map.of("level", "DISSATISFIED_LEVEL"));
        CaseEvent satisfied = event("03-03T10:00", "FOLLOWED_UP", Map.of("level", "SATISFIED"));
        CaseEvent silent = event("03-03T11:00", "FOLLOWED_UP");
        CaseEvent ineffective = event("03-03T12:00", "FOLLOWED_UP", Map.of("level", "SATISFIED", "void", "yes"));

        assertThat(limits(after(clocks, "03-04T00:00", dissatisfied))).isEmpty();
        assertThat(limits(after(clocks, "03-04T00:00", dissatisfied, satisfied, silent)))
                .hasSize(1);
        assertThat(limits(after(clocks, "03-04T00:00", dissatisfied, ineffective)))
                .isEmpty();
        assertThat(limits(after(clocks, "03-04T00:00", event("03-03T10:00", "NOTE", Map.of("level", "SATISFIED")))))
                .as("a note tells nothing of satisfaction")
                .isEmpty();
    }

    @Test
    void the_amount_at_stake_is_what_was_named_last_by_an_event_that_took_effect_else_the_loss_claimed() {
        TestClocks clocks = when(situation ->
                        situation.standing().settledAmount().compareTo(BigDecimal.TEN) == 0)
                .rule(
                        Stage.CHECKS,
                        Answer.NO_EFFECT,
                        "BY_PARTY",
                        situation -> situation.happening().details().contains("void"));
        Lifecycle lifecycle = clocks.lifecycle();

        assertThat(limits(
                        after(lifecycle, complaint().claimedLoss(BigDecimal.TEN).build(), "03-04T00:00")))
                .hasSize(1);
        assertThat(limits(after(
                        clocks,
                        "03-04T00:00",
                        note("03-03T09:00", "amount", 7),
                        note("03-03T10:00", "amount", 10),
                        note("03-03T11:00", "reason", "x"))))
                .hasSize(1);
        assertThat(limits(after(
                        clocks,
                        "03-04T00:00",
                        note("03-03T09:00", "amount", 7),
                        event("03-03T10:00", "NOTE", Map.of("amount", 10, "void", "yes")))))
                .isEmpty();
    }

    @Test
    void a_form_lacks_what_its_own_event_does_not_fill_in() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .rule(
                        Stage.CHECKS,
                        Answer.FINDING,
                        "FORM_INCOMPLETE",
                        situation -> !situation.happening().missing().isEmpty());
        Object cause = List.of("cause found");
        Object both = List.of("cause found", "Measures");

        assertThat(after(clocks, "03-04T00:00", event("03-03T09:00", "FORM_RETURNED", Map.of("fields", cause)))
                        .findings())
                .extracting(each -> each.code())
                .containsExactly("FORM_INCOMPLETE");
        assertThat(after(clocks, "03-04T00:00", event("03-03T09:00", "FORM_RETURNED", Map.of("elements", both)))
                        .findings())
                .isEmpty();
        assertThat(after(clocks, "03-04T00:00", event("03-03T09:00", "FORM_RETURNED"))
                        .findings())
                .as("one that does not say what is filled in is complete")
                .isEmpty();
        assertThat(after(clocks, "03-04T00:00", event("03-03T09:00", "CONTACTED", Map.of("fields", cause)))
                        .findings())
                .as("a contact delivers no form")
                .isEmpty();
    }

    private static CaseEvent graded(String local, String grade, String reason) {
        return event(local, "GRADED", Map.of("grade", grade, "reason", reason));
    }

    @Test
    void the_grade_is_what_a_grading_event_said_last_and_silence_changes_nothing() {
        TestClocks high = when(situation -> situation.standing().graded().equals("HIGH"))
                .rule(
                        Stage.CHECKS,
                        Answer.NO_EFFECT,
                        "BY_PARTY",
                        situation -> situation.happening().details().contains("void"));
        CaseEvent low = graded("03-03T09:00", "LOW", "");
        CaseEvent raised = graded("03-03T10:00", "HIGH", "");

        assertThat(limits(after(high, "03-04T00:00", low))).isEmpty();
        assertThat(limits(after(high, "03-04T00:00", low, raised, event("03-03T11:00", "CLASSIFIED_EVENT"))))
                .hasSize(1);
        assertThat(limits(after(high, "03-04T00:00", low, note("03-03T10:00", "grade", "HIGH"))))
                .as("a note grades nothing")
                .isEmpty();
        assertThat(limits(after(
                        high,
                        "03-04T00:00",
                        low,
                        event("03-03T10:00", "GRADED", Map.of("grade", "HIGH", "void", "yes")))))
                .isEmpty();
    }

    @Test
    void a_grade_that_somebody_gave_a_reason_for_stands_until_another_grade_is_said() {
        TestClocks lowered = when(situation -> situation.standing().lowered().equals("LOW"))
                .rule(
                        Stage.CHECKS,
                        Answer.NO_EFFECT,
                        "BY_PARTY",
                        situation -> situation.happening().details().contains("void"));
        CaseEvent low = graded("03-03T09:00", "LOW", "no loss");

        assertThat(limits(after(lowered, "03-04T00:00", graded("03-03T09:00", "LOW", ""))))
                .isEmpty();
        assertThat(limits(after(lowered, "03-04T00:00", low))).hasSize(1);
        assertThat(limits(after(lowered, "03-04T00:00", note("03-03T09:00", "grade", "LOW"))))
                .isEmpty();
        TestClocks after = TestClocks.none()
                .deadline(
                        "T-D01",
                        situation -> situation.happening().event().equals("CONTACTED")
                                && situation.standing().lowered().equals("LOW"))
                .rule(
                        Stage.CHECKS,
                        Answer.NO_EFFECT,
                        "BY_PARTY",
                        situation -> situation.happening().details().contains("void"));
        CaseEvent look = event("03-03T12:00", "CONTACTED");
        assertThat(limits(after(after, "03-04T00:00", low, graded("03-03T10:00", "LOW", ""), look)))
                .hasSize(1);
        assertThat(limits(after(after, "03-04T00:00", low, graded("03-03T10:00", "HIGH", ""), look)))
                .isEmpty();
        assertThat(limits(after(after, "03-04T00:00", low, event("03-03T10:00", "GRADED"), look)))
                .hasSize(1);
        assertThat(limits(after(
                        after,
                        "03-04T00:00",
                        low,
                        event("03-03T10:00", "GRADED", Map.of("grade", "HIGH", "void", "yes")),
                        look)))
                .hasSize(1);
    }
}
