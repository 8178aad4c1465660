package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.duty.Duty;
import org.complaintkit.fixture.TestGuards;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.RetentionRule;
import org.complaintkit.policy.Safeguards;
import org.junit.jupiter.api.Test;

/** How long records are kept. */
class KeepingTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant END = Instant.parse("2027-03-02T16:00:00Z");
    private static final Instant LATE_END = Instant.parse("2028-03-03T16:00:00Z");
    private static final Lifecycle LIFECYCLE = new Lifecycle(
            List.of(TestGuards.book(
                    new Safeguards(
                            List.of(),
                            List.of(
                                    row("T-K01", "COMPLAINT_RECEIVED", "1 year", ""),
                                    row("T-K02", "ENTERED[state=CLOSED]", "2 years", "DIFFICULT"))),
                    false)),
            CalendarRegistry.standard(),
            Organisation.UNKNOWN);

    private static RetentionRule row(String id, String start, String keep, String when) {
        return new RetentionRule(
                id, EventExpression.parse(start), LimitRule.parse(keep), when, "ERASE_RECORDS", "T-08", Basis.TEXT);
    }

    private static Case happen(Case before, String type, Instant at) {
        return LIFECYCLE
                .handle(before, CaseEvent.of(type + at, type, "UNIT", at))
                .now();
    }

    private static Case received(String... labels) {
        return LIFECYCLE
                .receive(Complaint.received("c", MONDAY, "TELEPHONE")
                        .category("SERVICE")
                        .facts(List.of(labels))
                        .build())
                .now();
    }

    private static Case archived(Case received) {
        Case replied = happen(received, "REPLIED_TO_CUSTOMER", MONDAY.plusSeconds(3_600));
        Case closed = happen(replied, "CLOSED_EVENT", MONDAY.plusSeconds(86_400));
        return happen(closed, "ARCHIVED_EVENT", MONDAY.plusSeconds(90_000));
    }

    private static List<Duty> owed(Case value, Instant at) {
        return owed(LIFECYCLE, value, at);
    }

    private static List<Duty> owed(Lifecycle lifecycle, Case value, Instant at) {
        return lifecycle.advance(value, at).now().duties().stream()
                .filter(duty -> duty.code().equals("ERASE_RECORDS"))
                .toList();
    }

    @Test
    void the_time_counts_from_its_event_and_its_end_is_a_moment_of_the_case() {
        Case value = archived(received());

        assertThat(value.retentions())
                .containsExactly(new Retention("T", "T-K01", "T-08", Basis.TEXT, "ERASE_RECORDS", MONDAY, END));
        assertThat(LIFECYCLE.advance(value, END.minusSeconds(1)).now().nextMoment())
                .contains(END);
        assertThat(owed(value, END.minusNanos(1))).isEmpty();
        assertThat(owed(value, END)).singleElement().satisfies(duty -> {
            assertThat(duty.arisenAt()).isEqualTo(END);
            assertThat(duty.clause()).isEqualTo("T-08");
            assertThat(duty.rule()).isEqualTo("T-K01");
            assertThat(duty.role()).isEqualTo("FRONT");
        });
    }

    @Test
    void the_longest_of_several_times_decides_and_a_label_may_bring_one() {
        Case value = archived(received("DIFFICULT"));

        assertThat(value.retentions()).extracting(Retention::until).containsExactly(END, LATE_END);
        assertThat(owed(value, LATE_END.minusNanos(1))).isEmpty();
        assertThat(owed(value, LATE_END)).extracting(Duty::rule).containsExactly("T-K02");
    }

    @Test
    void of_two_packs_each_owes_by_its_own_row_whatever_its_id() {
        Lifecycle layers = new Lifecycle(
                List.of(
                        TestGuards.book("T", rows(row("K01", "COMPLAINT_RECEIVED", "1 year", "DIFFICULT"))),
                        TestGuards.book("U", rows(row("K01", "COMPLAINT_RECEIVED", "1 year", "")))),
                CalendarRegistry.standard(),
                Organisation.UNKNOWN);
        Case value = layers.receive(Complaint.received("c", MONDAY, "TELEPHONE")
                        .category("SERVICE")
                        .build())
                .now();
        for (String type : List.of("REPLIED_TO_CUSTOMER", "CLOSED_EVENT", "ARCHIVED_EVENT")) {
            value = layers.handle(value, CaseEvent.of(type, type, "UNIT", MONDAY.plusSeconds(60)))
                    .now();
        }

        assertThat(owed(layers, value, END)).extracting(Duty::pack).containsExactly("U");
    }

    private static Safeguards rows(RetentionRule... rows) {
        return new Safeguards(List.of(), List.of(rows));
    }

    @Test
    void a_case_that_is_not_filed_is_kept_whatever_its_time() {
        Case open = received();
        Instant later = END.plusSeconds(86_400);

        assertThat(owed(open, later)).isEmpty();
        assertThat(owed(archivedLate(open, later), later.plusSeconds(200))).hasSize(1);
    }

    private static Case archivedLate(Case open, Instant from) {
        Case replied = happen(open, "REPLIED_TO_CUSTOMER", from);
        Case closed = happen(replied, "CLOSED_EVENT", from.plusSeconds(60));
        return happen(closed, "ARCHIVED_EVENT", from.plusSeconds(120));
    }

    @Test
    void held_back_records_are_kept_until_they_are_released() {
        Case held = happen(archived(received()), "LEGAL_HOLD", END.minusSeconds(60));
        Instant later = END.plusSeconds(3_600);
        assertThat(LIFECYCLE.heldSince(held)).contains(END.minusSeconds(60));
        assertThat(owed(held, later)).isEmpty();

        Case twice = happen(held, "LEGAL_HOLD", END.plusSeconds(10));
        assertThat(LIFECYCLE.heldSince(twice)).contains(END.minusSeconds(60));
        Case released = happen(twice, "LEGAL_HOLD_LIFTED", later);
        assertThat(LIFECYCLE.heldSince(released)).isEmpty();
        assertThat(owed(released, later)).hasSize(1);
    }

    @Test
    void an_erasure_fulfils_the_duty_and_nothing_else() {
        Case over = LIFECYCLE.advance(archived(received()), END).now();
        Case erased = over.erased(END.plusSeconds(1), LIFECYCLE.policies());

        assertThat(erased.duties())
                .filteredOn(duty -> !over.duties().contains(duty))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.code()).isEqualTo("ERASE_RECORDS");
                    assertThat(duty.fulfilled()).isTrue();
                });
        assertThat(erased.erased(END.plusSeconds(9), LIFECYCLE.policies()).duties())
                .isEqualTo(erased.duties());
    }

    @Test
    void the_end_of_keeping_does_not_hurry_past_the_moments_before_it() {
        Case later = LIFECYCLE.advance(received(), END.plusSeconds(86_400)).now();

        assertThat(later.deadlines())
                .filteredOn(each -> each.id().equals("T-D07"))
                .extracting(each -> each.startedAt().toString())
                .as("recognised when the limit of the handling was missed, after Thursday 5 March")
                .containsExactly("2026-03-05T16:00:00Z");
    }
}
