package org.complaintkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.examples.bank.outbox.OutboxRelay;
import org.complaintkit.examples.bank.watch.SweepSchedule;
import org.complaintkit.model.Complaint;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Place;
import org.complaintkit.rules.Packs;
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

    /** After an outage a sweep lasts, and works well: it claims one page after the other. */
    @Test
    void a_sweep_that_catches_up_for_long_is_well() {
        Bank.bean(SweepSchedule.class).sweep();
        Bank.CLOCK.go(Duration.ofHours(4));
        assertThat(health().path("status").asText()).isEqualTo("DOWN");
        Bank.bean(CaseRepository.class)
                .due(Bank.CLOCK.instant(), Place.FIRST, 1)
                .close();
        assertThat(health().path("status").asText()).isEqualTo("UP");

        Bank.CLOCK.go(Duration.ofHours(4));
        Bank.database().sql("alter table complaint_notice rename to elsewhere").update();
        try {
            Bank.bean(SweepSchedule.class).sweep();
        } finally {
            Bank.database()
                    .sql("alter table elsewhere rename to complaint_notice")
                    .update();
        }
        assertThat(health().path("status").asText())
                .as("it begins well and always breaks off")
                .isEqualTo("DOWN");
        Bank.bean(SweepSchedule.class).sweep();
        assertThat(health().path("status").asText()).isEqualTo("UP");
    }

    @Test
    void open_cases_under_settings_that_the_service_does_not_know_are_counted() {
        SweepSchedule schedule = Bank.bean(SweepSchedule.class);
        schedule.sweep();
        assertThat(Bank.metric("complaint.stranded")).isZero();
        underOtherParameters("stranded-1");
        Bank.database()
                .sql("update worklist set rules = null where case_id = 'stranded-1'")
                .update();
        try {
            schedule.sweep();
            assertThat(Bank.metric("complaint.stranded")).isEqualTo(1);
            assertThat(health().path("details").path("stranded").asInt()).isEqualTo(1);
            HttpResponse<String> refused =
                    Bank.post("/complaints/stranded-1/events", "head", "e", Bank.event("CONTACTED", "UNIT_HEAD"));
            assertThat(Bank.json(refused).path("code").asText()).isEqualTo("OTHER_PACKS");
        } finally {
            gone("stranded-1");
        }
        schedule.sweep();
        assertThat(Bank.metric("complaint.stranded")).isZero();
    }

    /** While nodes are replaced a newer one writes words that the others cannot read. */
    @Test
    void a_case_that_a_newer_node_wrote_tells_nothing_of_the_others_under_its_rules() {
        Bank.receive("0-newer", Bank.complaint("Outlet S"));
        Bank.receive("1-newer", Bank.complaint("Outlet S"));
        underOtherParameters("0-newer-stranded");
        underOtherParameters("1-newer-stranded");
        Bank.database()
                .sql("update complaint_case set content = '{}' where id in ('0-newer', '0-newer-stranded')")
                .update();
        try {
            Bank.bean(SweepSchedule.class).sweep();
            assertThat(Bank.metric("complaint.stranded")).isEqualTo(2);
            assertThat(health().path("status").asText()).isEqualTo("UP");
            gone("1-newer-stranded");
            Bank.bean(SweepSchedule.class).sweep();
            assertThat(Bank.metric("complaint.stranded"))
                    .as("nobody here can say")
                    .isZero();
        } finally {
            gone("0-newer");
            gone("1-newer");
        }
    }

    @Test
    void lines_whose_rules_cannot_be_noted_do_not_stand_before_the_others() {
        underOtherParameters("stranded-2");
        Bank.database()
                .sql(
                        "insert into worklist select 'note-' || n, 'RECEIVED', '', '', now() from generate_series(1, 500) n")
                .update();
        Bank.database()
                .sql("update worklist set rules = null where case_id = 'stranded-2'")
                .update();
        try {
            Bank.bean(SweepSchedule.class).sweep();
            Bank.bean(SweepSchedule.class).sweep();
            assertThat(Bank.metric("complaint.stranded")).isEqualTo(1);
        } finally {
            gone("stranded-2");
            gone("note-");
            Bank.bean(SweepSchedule.class).sweep();
        }
    }

    private static void underOtherParameters(String id) {
        ComplaintDesk.under(Bank.bean(Packs.class).get("RCC").with(Map.of("rcc.major.loss", "123456")))
                .clock(Bank.CLOCK)
                .repository(Bank.bean(CaseRepository.class))
                .open()
                .receive(Complaint.received(id, Bank.CLOCK.instant(), "PHONE")
                        .category("SERVICE_ATTITUDE")
                        .build());
    }

    private static void gone(String prefix) {
        for (String table : List.of("complaint_audit", "complaint_notice", "worklist", "complaint_case")) {
            String column =
                    table.equals("complaint_notice") ? "key" : table.equals("complaint_case") ? "id" : "case_id";
            Bank.database()
                    .sql("delete from " + table + " where starts_with(" + column + ", ?)")
                    .param(prefix)
                    .update();
        }
    }

    @Test
    void a_list_is_read_on_after_its_last_line_though_all_are_late_at_one_moment() {
        for (int i = 1; i <= 3; i++) {
            Bank.receive("page-" + i, Bank.complaint("Outlet S"));
        }
        List<String> read = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = Bank.json(Bank.get("/worklist?limit=2&by=2100-01-01T00:00:00Z" + next, "clerk"));
            read.addAll(Bank.values(page, "caseId"));
            JsonNode last = page.path(page.size() - 1);
            next = page.isEmpty()
                    ? null
                    : "&afterLate=" + last.path("lateFrom").asText() + "&afterCase="
                            + last.path("caseId").asText();
        }
        assertThat(read).contains("page-1", "page-2", "page-3").doesNotHaveDuplicates();
        assertThat(read)
                .isEqualTo(Bank.values(
                        Bank.json(Bank.get("/worklist?limit=500&by=2100-01-01T00:00:00Z", "clerk")), "caseId"));
    }
}
