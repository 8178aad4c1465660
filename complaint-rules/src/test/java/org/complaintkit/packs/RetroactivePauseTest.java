package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.Test;

/** A supervisor leaves out days that are over: one entry moves the limit, and what was answered before stays answered. */
class RetroactivePauseTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant BREACHED = Instant.parse("2026-03-09T00:00:00Z");
    /** The order is dated before the breach, and reaches the bank after it. */
    private static final Instant DATED = Instant.parse("2026-03-05T01:00:00Z");

    private static final Instant ORDERED = Instant.parse("2026-03-10T01:00:00Z");

    private final CaseRepository store = new InMemoryCaseRepository();
    private final TestClock clock = new TestClock(MONDAY);
    private final List<Notice> left = new ArrayList<>();

    private static LocalDate limit(Case value) {
        return value.effective().orElseThrow().limit().day();
    }

    @Test
    void one_entry_moves_the_limit_and_the_old_answer_is_kept() {
        try (Packs packs = Packs.shipped()) {
            ComplaintDesk desk = ComplaintDesk.under(packs.get("RCC"))
                    .repository(store)
                    .dutyPort(left::add)
                    .clock(clock)
                    .open();
            desk.receive(Complaint.received("C-1", MONDAY, "PHONE")
                    .category("SERVICE_ATTITUDE")
                    .build());
            clock.set(BREACHED);
            desk.sweep();
            Case before = desk.find("C-1").orElseThrow();
            assertThat(limit(before)).isEqualTo("2026-03-05");
            assertThat(state(before, BREACHED)).isEqualTo(DeadlineState.BREACHED);
            int links = store.audit("C-1").size();
            int told = left.size();

            clock.set(ORDERED);
            CaseEvent order = new CaseEvent(
                    "order",
                    "TIME_LEFT_OUT",
                    "REGULATOR_BODY",
                    "",
                    DATED,
                    ORDERED,
                    Map.of("from", "2026-03-03", "to", "2026-03-09"));
            Case after = desk.handle("C-1", order).now();

            assertThat(limit(after)).isEqualTo("2026-03-12");
            assertThat(state(after, ORDERED)).isEqualTo(DeadlineState.OPEN);
            List<AuditEntry> trail = store.audit("C-1");
            assertThat(trail).as("one entry").hasSize(links + 1);
            assertThat(AuditTrail.firstBroken(trail, trail.get(links).hash())).isEmpty();
            assertThat(left.subList(0, told))
                    .as("what was told cannot be taken back")
                    .contains(escalation());

            Case thenKnown = desk.find("C-1", BREACHED, BREACHED).orElseThrow();
            assertThat(thenKnown.deadlines()).isEqualTo(before.deadlines());
            assertThat(thenKnown.escalations()).isEqualTo(before.escalations()).hasSize(1);
            for (Instant owed : List.of(BREACHED, ORDERED)) {
                Case now = desk.find("C-1", owed, ORDERED).orElseThrow();
                assertThat(limit(now)).isEqualTo("2026-03-12");
                assertThat(now.escalations())
                        .as("it had left, whoever asks")
                        .isEqualTo(after.escalations())
                        .isEqualTo(desk.find("C-1", owed).orElseThrow().escalations());
            }
        }
    }

    private static DeadlineState state(Case value, Instant at) {
        return value.effective().orElseThrow().state(at);
    }

    private Notice escalation() {
        return left.stream()
                .filter(notice ->
                        notice.kind() == Notice.Kind.ESCALATION && notice.code().equals("RCC-E01"))
                .findFirst()
                .orElseThrow();
    }
}
