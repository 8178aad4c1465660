package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Reason;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.duty.Duty;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Retention;
import org.complaintkit.model.Complaint;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Records are kept as long as every pack of the case demands; then their erasure is owed. */
class RetentionTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant CLOSED = Instant.parse("2026-03-04T01:00:00Z");
    private static Packs packs;

    private final List<Notice> left = new ArrayList<>();
    private final TestClock clock = new TestClock(CLOSED.plusSeconds(86_400));

    @BeforeAll
    static void load() {
        packs = Packs.shipped();
    }

    @AfterAll
    static void close() {
        packs.close();
    }

    private ComplaintDesk archived(String... layers) {
        ComplaintDesk desk = ComplaintDesk.under(
                        List.of(layers).stream().map(packs::get).toArray(org.complaintkit.decision.RuleBook[]::new))
                .clock(clock)
                .dutyPort(left::add)
                .open();
        desk.receive(Complaint.received("c", RECEIVED, "PHONE")
                .category("SERVICE_ATTITUDE")
                .build());
        happens(desk, "INVESTIGATION_STARTED", RECEIVED.plusSeconds(60));
        happens(desk, "REPLIED_TO_CUSTOMER", RECEIVED.plusSeconds(3600));
        happens(desk, "CLOSED_EVENT", CLOSED);
        happens(desk, "ARCHIVED_EVENT", CLOSED.plusSeconds(3600));
        assertThat(desk.find("c").orElseThrow().state()).isEqualTo("ARCHIVED");
        return desk;
    }

    private static void happens(ComplaintDesk desk, String type, Instant at) {
        desk.handle("c", new CaseEvent(type + at, type, "ACCEPTANCE_DEPT", "", at, at, Map.of()));
    }

    private void refused(ComplaintDesk desk, String code, String words) {
        assertThat(desk.mayErase("c").allowed()).isFalse();
        assertThatThrownBy(() -> desk.erase("c"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(words);
    }

    @Test
    void an_erasure_before_the_end_is_refused_with_the_clause_and_is_a_duty_from_the_end_on() {
        ComplaintDesk desk = archived("RCC");
        assertThat(desk.find("c").orElseThrow().retentions())
                .extracting(Retention::id, Retention::until)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("RCC-K01", Instant.parse("2031-03-04T16:00:00Z")));

        clock.set(Instant.parse("2031-03-04T15:59:59Z"));
        desk.sweep();
        refused(desk, "RETENTION_RUNS", "RCC-06");
        assertThat(desk.mayErase("c").reasons())
                .extracting(Reason::answer, Reason::code, Reason::clause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("retention", "RCC-K01", "RCC-06"));
        assertThat(left).extracting(Notice::code).doesNotContain("ERASE_RECORDS");

        clock.set(Instant.parse("2031-03-04T16:00:00Z"));
        desk.sweep();
        assertThat(left).extracting(Notice::code).contains("ERASE_RECORDS");
        assertThat(desk.mayErase("c").allowed()).isTrue();
        desk.erase("c");
        assertThat(desk.find("c").orElseThrow().duties())
                .filteredOn(duty -> duty.code().equals("ERASE_RECORDS"))
                .singleElement()
                .satisfies(duty -> assertThat(duty.fulfilled()).isTrue());
        desk.sweep();
        assertThat(left).extracting(Notice::code).containsOnlyOnce("ERASE_RECORDS");
    }

    @Test
    void records_held_back_after_the_archiving_are_kept_until_they_are_released() {
        ComplaintDesk desk = archived("RCC");
        clock.set(Instant.parse("2030-01-01T00:00:00Z"));
        happens(desk, "LEGAL_HOLD", clock.instant());
        clock.set(Instant.parse("2032-01-01T00:00:00Z"));
        desk.sweep();
        refused(desk, "RECORDS_HELD", "2030-01-01");
        assertThat(left).extracting(Notice::code).doesNotContain("ERASE_RECORDS");

        happens(desk, "LEGAL_HOLD_LIFTED", clock.instant());

        assertThat(left).extracting(Notice::code).contains("ERASE_RECORDS");
        desk.erase("c");
        assertThat(desk.find("c").orElseThrow().duties())
                .filteredOn(duty -> duty.code().equals("ERASE_RECORDS"))
                .allMatch(Duty::fulfilled);
    }

    @Test
    void of_several_packs_the_longest_time_counts() {
        ComplaintDesk desk = archived("RCC", "DISP");
        clock.set(Instant.parse("2029-03-03T01:00:00Z"));
        refused(desk, "RETENTION_RUNS", "RCC-06");
        assertThat(desk.find("c").orElseThrow().retentions())
                .extracting(Retention::id)
                .containsExactly("RCC-K01", "DISP-K01");
        desk.sweep();
        assertThat(left).extracting(Notice::code).doesNotContain("ERASE_RECORDS");
        clock.set(Instant.parse("2031-03-05T00:00:00Z"));
        desk.sweep();
        assertThat(left)
                .filteredOn(notice -> notice.code().equals("ERASE_RECORDS"))
                .extracting(Notice::pack)
                .containsExactly("RCC", "DISP");
    }

    @Test
    void nothing_else_happens_to_an_archived_case() {
        ComplaintDesk desk = archived("RCC");

        assertThatThrownBy(() -> happens(desk, "FOLLOWED_UP", clock.instant()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("AFTER_ARCHIVED");
    }
}
