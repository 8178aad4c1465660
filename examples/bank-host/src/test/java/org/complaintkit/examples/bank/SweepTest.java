package org.complaintkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.complaintkit.examples.bank.outbox.OutboxRelay;
import org.complaintkit.examples.bank.watch.SweepSchedule;
import org.junit.jupiter.api.Test;

/** Time passes, and somebody notices when it does not. */
class SweepTest {
    private static JsonNode health() {
        return Bank.json(Bank.get("/actuator/health", "operator"))
                .path("components")
                .path("complaintDesk");
    }

    @Test
    void a_late_answer_is_escalated_listed_and_counted() {
        SweepSchedule schedule = Bank.bean(SweepSchedule.class);
        Bank.receive("sweep-1", Bank.complaint("Outlet S"));
        schedule.sweep();
        double late = Bank.metric("complaint.overdue");
        double sweeps = Bank.metric("complaint.sweep");
        double duties = Bank.metric("complaint.duties");

        Bank.CLOCK.go(Duration.ofDays(10));
        schedule.sweep();
        Bank.bean(OutboxRelay.class).run();

        assertThat(Bank.metric("complaint.overdue")).isGreaterThan(late);
        assertThat(Bank.metric("complaint.sweep")).isEqualTo(sweeps + 1);
        assertThat(Bank.metric("complaint.duties")).isGreaterThan(duties);
        assertThat(Bank.RECEIVER.of("sweep-1"))
                .extracting(DutyReceiver.Arrival::key)
                .contains("sweep-1/RCC/ESCALATION/RCC-E01/1");
        JsonNode list = Bank.json(Bank.get("/worklist?by=" + Bank.CLOCK.instant(), "clerk"));
        assertThat(Bank.values(list, "caseId")).contains("sweep-1");
        assertThat(Bank.values(list, "lateFrom")).isSorted();
        assertThat(Bank.values(list, "person")).contains("head of Outlet S");

        Bank.post("/complaints/sweep-1/events", "head", "i", Bank.event("INVESTIGATION_STARTED", "COMPLAINED_UNIT"));
        Bank.post("/complaints/sweep-1/events", "head", "r", Bank.event("REPLIED_TO_CUSTOMER", "UNIT_HEAD"));
        JsonNode after = Bank.json(Bank.get("/worklist?by=" + Bank.CLOCK.instant(), "clerk"));
        assertThat(Bank.values(after, "caseId")).doesNotContain("sweep-1");
    }

    @Test
    void the_service_is_ill_while_no_time_is_let_pass() {
        SweepSchedule schedule = Bank.bean(SweepSchedule.class);
        schedule.sweep();
        assertThat(health().path("status").asText()).isEqualTo("UP");
        assertThat(health().path("details").path("packs").get(0).asText()).startsWith("RCC ");

        Bank.CLOCK.go(Duration.ofHours(4));
        assertThat(Bank.get("/actuator/health", "").statusCode()).isEqualTo(503);
        assertThat(health().path("status").asText()).isEqualTo("DOWN");

        schedule.sweep();
        assertThat(health().path("status").asText()).isEqualTo("UP");
    }
}
