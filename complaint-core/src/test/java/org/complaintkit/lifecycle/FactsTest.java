package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.fixture.Course.after;
import static org.complaintkit.fixture.Course.complaint;
import static org.complaintkit.fixture.Course.event;
import static org.complaintkit.fixture.Course.limits;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.fixture.TestClocks;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
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

    private static TestClocks upper() {
        return TestClocks.none()
                .deadline("U-D01", situation -> situation.standing().overdue())
                .cell("limit", "1 days");
    }

    private static List<String> overdue(TestClocks own, TestClocks upper, String asOf) {
        return limits(after(own.under(upper), complaint().build(), asOf, event("03-03T09:00", "NOTE"))).stream()
                .filter(each -> each.startsWith("U-D01"))
                .toList();
    }

    @Test
    void to_a_pack_without_an_end_of_its_own_a_case_is_overdue_by_the_end_of_another() {
        TestClocks ending = when(s -> true).cell("ends_handling", "yes");
        TestClocks own = upper().deadline("U-D02").cell("limit", "20 days").cell("ends_handling", "yes");

        assertThat(overdue(ending, upper(), "03-07T00:00")).containsExactly("U-D01 2026-03-03 BREACHED");
        assertThat(overdue(ending, upper(), "03-05T00:00")).isEmpty();
        assertThat(overdue(when(s -> true), upper(), "03-07T00:00"))
                .as("what does not end the handling")
                .isEmpty();
        assertThat(overdue(ending, own, "03-07T00:00"))
                .as("its own end has not come")
                .isEmpty();
    }

    @Test
    void the_rules_see_which_limits_were_kept_and_which_targets_were_not() {
        TestClocks kept = when(situation -> situation.standing().met().contains("T-D02"))
                .deadline("T-D02")
                .cell("end", "CONTACTED");
        CaseEvent look = event("03-04T09:00", "NOTE");
        assertThat(limits(after(kept, "03-05T00:00", event("03-03T09:00", "CONTACTED"), look)))
                .contains("T-D01 2026-03-05 OPEN");
        assertThat(limits(after(kept, "03-05T00:00", look))).containsExactly("T-D02 2026-03-05 OPEN");

        TestClocks missed = when(situation ->
                        situation.standing().targetMissed().contains("T-D02"))
                .deadline("T-D02")
                .cell("target", "1 working day");
        assertThat(limits(after(missed, "03-05T00:00", look))).contains("T-D01 2026-03-05 OPEN");
        assertThat(limits(after(missed, "03-05T00:00", event("03-03T23:00", "NOTE"))))
                .containsExactly("T-D02 2026-03-05 OPEN");
    }

    @Test
    void the_rules_see_what_is_said_to_the_party_by_role_or_by_person() {
        Lifecycle lifecycle = when(situation -> situation.happening().toParty()).lifecycle();
        Complaint about = complaint().about("Outlet 12", "teller-7").build();

        assertThat(limits(after(lifecycle, about, "03-04T00:00", note("03-03T09:00", "to", "PARTY"))))
                .hasSize(1);
        assertThat(limits(after(
                        lifecycle, about, "03-04T00:00", note("03-03T09:00", "to", List.of("clerk-1", "teller-7")))))
                .hasSize(1);
        assertThat(limits(after(lifecycle, about, "03-04T00:00", note("03-03T09:00", "to", "clerk-1"))))
                .isEmpty();
    }

    @Test
    void an_amount_that_is_no_number_is_none() {
        TestClocks none = when(situation -> situation.happening().details().contains("amount")
                && situation.happening().amount().signum() == 0);

        assertThat(limits(after(none, "03-04T00:00", note("03-03T09:00", "amount", "much"))))
                .hasSize(1);
    }

    @Test
    void of_an_intent_beyond_all_days_the_organisation_is_asked_for_the_last_one() {
        List<LocalDate> asked = new ArrayList<>();
        Organisation office = new Organisation() {
            @Override
            public List<Holder> holders(String role, String unit, LocalDate day) {
                return List.of();
            }

            @Override
            public Optional<String> superior(String unit, LocalDate day) {
                return Optional.empty();
            }

            @Override
            public Optional<String> chiefOf(String person, LocalDate day) {
                asked.add(day);
                return Optional.empty();
            }
        };
        Lifecycle lifecycle = when(s -> true).lifecycle(office);
        Case open = lifecycle
                .receive(complaint().about("Outlet 12", "teller-7").build())
                .now();
        Instant end = Instant.MAX;

        assertThat(lifecycle.against(open, new CaseEvent("x", "NOTE", "UNIT", "clerk-1", end, end, Map.of())))
                .isNotNull();
        assertThat(asked).containsOnly(LocalDate.MAX);
    }
}
