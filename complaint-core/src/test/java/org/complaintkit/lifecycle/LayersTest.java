package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.decision.Answer;
import org.complaintkit.duty.Duty;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestBook;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.Tightening;
import org.junit.jupiter.api.Test;

/** Two packs over one case: the institution's own T, and U above it. */
class LayersTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final Lifecycle LIFECYCLE = new Lifecycle(
            List.of(
                    new TestBook(TestPolicy.policy("T"), TestRules.all()),
                    new TestBook(TestPolicy.policy("U"), TestRules.all())),
            CalendarRegistry.standard(),
            Organisation.UNKNOWN);

    private static Case received() {
        return LIFECYCLE
                .receive(Complaint.received("C-1", MONDAY, "TELEPHONE")
                        .category("SERVICE")
                        .build())
                .now();
    }

    private static CaseEvent reply(Instant at) {
        return CaseEvent.of("e-1", "REPLIED_TO_CUSTOMER", "UNIT", at);
    }

    @Test
    void the_deadlines_of_every_pack_are_kept_and_the_earliest_end_of_handling_is_the_effective_limit() {
        Case now = received();
        assertThat(now.deadlines()).extracting(Deadline::pack).contains("T", "U");
        assertThat(now.effective()).isPresent();
        assertThat(now.effectiveReason()).hasValueSatisfying(reason -> {
            assertThat(reason.rule()).isEqualTo("earliest of T-D01, T-D01");
            assertThat(reason.pack()).startsWith("T ");
        });
    }

    @Test
    void equal_duties_are_one_duty_that_names_both_packs_and_leaves_once() {
        Case now = received();
        assertThat(now.duties())
                .filteredOn(duty -> duty.code().equals("REPLY"))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.pack()).isEqualTo("T");
                    assertThat(duty.also()).extracting(Duty.Source::pack).containsExactly("U");
                    assertThat(duty.also()).extracting(Duty.Source::clause).containsExactly("T-20");
                });
        assertThat(now.notices()).extracting(Notice::key).doesNotHaveDuplicates();
    }

    @Test
    void a_merged_duty_is_fulfilled_for_both_packs() {
        Case now = LIFECYCLE.handle(received(), reply(MONDAY.plusSeconds(60))).now();
        assertThat(now.duties())
                .filteredOn(duty -> duty.code().equals("REPLY"))
                .singleElement()
                .satisfies(duty -> assertThat(duty.fulfilled()).isTrue());
        assertThat(now.deadlines())
                .filteredOn(deadline -> deadline.id().equals("T-D01"))
                .hasSize(2)
                .allSatisfy(
                        deadline -> assertThat(deadline.state(now.advancedTo())).isEqualTo(DeadlineState.MET));
    }

    private static Case over(List<TestBook.Rule> first) {
        Lifecycle layers = new Lifecycle(
                List.of(
                        new TestBook(TestPolicy.policy("T"), first),
                        new TestBook(TestPolicy.policy("U"), TestRules.all())),
                CalendarRegistry.standard(),
                Organisation.UNKNOWN);
        return layers.receive(Complaint.received("C-1", MONDAY, "TELEPHONE")
                        .category("SERVICE")
                        .build())
                .now();
    }

    @Test
    void what_the_first_pack_is_silent_about_the_next_one_answers() {
        Case now = over(List.of());
        assertThat(now.decision().category()).isEmpty();
        assertThat(now.decision(Answer.CATEGORY).category()).isEqualTo("SERVICE");
        assertThat(now.categories()).containsExactly("SERVICE");
        assertThat(now.decision(Answer.OWNER)).isSameAs(now.decision());
    }

    private static Lifecycle asking(String parameter, Object value) {
        return new Lifecycle(
                List.of(
                        new TestBook(
                                TestPolicy.policy("T", List.of(new Tightening(parameter, value, "T-77"))),
                                TestRules.all()),
                        new TestBook(TestPolicy.policy("U"), TestRules.all())),
                CalendarRegistry.standard(),
                Organisation.UNKNOWN);
    }

    @Test
    void a_lower_layer_may_tighten_a_parameter_of_an_upper_one() {
        Lifecycle tightened = asking("t.target", new BigDecimal("5"));
        assertThat(tightened.policies().get(1).parameters().text("t.target")).isEqualTo("5");
        assertThat(tightened.policies().get(0).parameters().text("t.target")).isEqualTo("7");
        assertThat(asking("t.target", new BigDecimal("7")).policies())
                .as("what is equally strict loosens nothing")
                .hasSize(2);
    }

    @Test
    void a_lower_layer_that_loosens_is_refused_with_both_clauses() {
        assertThatThrownBy(() -> asking("t.target", new BigDecimal("8")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("LAYER_LOOSENS")
                .hasMessageContaining("clause T-77 of T 1.0.0")
                .hasMessageContaining("clause T-01 of U 1.0.0");
        assertThatThrownBy(() -> asking("soft.immediate", "1 hours")).hasMessageContaining("LAYER_FIXED");
        assertThat(asking("nobody.knows", "1").policies()).hasSize(2);
    }
}
