package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.duty.Escalation;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Withdrawn, reopened, extended and superseded: a test a word of who is told when a limit passes. For merged see {@link MergingTest}. */
class EscalationWordsTest {
    /** Monday, 9 o'clock in Shanghai; no holiday is near. */
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private static final long HOUR = 3_600;
    private static Packs packs;

    @BeforeAll
    static void load() {
        packs = Packs.shipped();
    }

    @AfterAll
    static void close() {
        packs.close();
    }

    private static ComplaintDesk desk(String pack, String channel, String category) {
        ComplaintDesk desk = ComplaintDesk.under(packs.get(pack))
                .clock(Clock.fixed(MONDAY.plusSeconds(24 * HOUR * 60), ZoneOffset.UTC))
                .open();
        desk.receive(Complaint.received("c", MONDAY, channel).category(category).build());
        return desk;
    }

    private static void happens(ComplaintDesk desk, long hours, String type, String by, Map<String, Object> data) {
        Instant at = MONDAY.plusSeconds(hours * HOUR);
        desk.handle("c", new CaseEvent(type + hours, type, by, "", at, at, data));
    }

    private static List<String> told(ComplaintDesk desk, String endOfDay) {
        Instant at = LocalDate.parse(endOfDay)
                .plusDays(1)
                .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                .toInstant();
        return desk.find("c", at).orElseThrow().escalations().stream()
                .map(Escalation::key)
                .map(key -> key.substring(key.indexOf("ESCALATION/") + "ESCALATION/".length()))
                .toList();
    }

    @Test
    void withdrawn_of_a_case_that_the_customer_withdrew_nobody_is_told_and_of_a_coerced_one_at_once_and_at_the_limit() {
        ComplaintDesk desk = desk("RCC", "PHONE", "SERVICE_ATTITUDE");
        assertThat(told(desk, "2026-03-04")).isEmpty();
        assertThat(told(desk, "2026-03-05")).containsExactly("RCC-E01/1");
        happens(desk, 1, "INVESTIGATION_STARTED", "COMPLAINED_UNIT", Map.of());
        happens(desk, 2, "WITHDRAWAL_REQUESTED", "CUSTOMER", Map.of());
        assertThat(told(desk, "2026-03-05")).as("a request alone stops nothing").containsExactly("RCC-E01/1");
        happens(desk, 3, "WITHDRAWAL_VOLUNTARY", "ACCEPTANCE_DEPT", Map.of("reason", "settled"));
        assertThat(told(desk, "2026-04-30")).isEmpty();

        ComplaintDesk coerced = desk("RCC", "PHONE", "SERVICE_ATTITUDE");
        happens(coerced, 1, "INVESTIGATION_STARTED", "COMPLAINED_UNIT", Map.of());
        happens(coerced, 2, "WITHDRAWAL_REQUESTED", "CUSTOMER", Map.of());
        happens(coerced, 3, "WITHDRAWAL_COERCED", "ACCEPTANCE_DEPT", Map.of());
        assertThat(told(coerced, "2026-03-02")).containsExactly("RCC-E09/1");
        assertThat(told(coerced, "2026-03-05")).containsExactly("RCC-E09/1", "RCC-E01/1");
    }

    @Test
    void reopened_a_repeat_has_a_limit_of_its_own_and_is_told_under_a_key_of_its_own() {
        ComplaintDesk desk = desk("RCC", "PHONE", "SERVICE_ATTITUDE");
        happens(desk, 1, "CONTACTED", "COMPLAINED_UNIT", Map.of());
        happens(desk, 2, "INVESTIGATION_STARTED", "COMPLAINED_UNIT", Map.of());
        happens(desk, 24 * 4, "REPLIED_TO_CUSTOMER", "COMPLAINED_UNIT", Map.of());
        assertThat(told(desk, "2026-03-06")).containsExactly("RCC-E01/1");
        happens(desk, 24 * 7, "REPEAT_RECEIVED", "CUSTOMER", Map.of());

        assertThat(told(desk, "2026-03-11")).containsExactly("RCC-E01/1");
        assertThat(told(desk, "2026-03-12")).containsExactly("RCC-E01/1", "RCC-E01/2");
    }

    @Test
    void extended_with_notice_the_later_limit_counts_and_without_it_the_first() {
        ComplaintDesk desk = assigned();
        assertThat(told(desk, "2026-03-04")).isEmpty();
        assertThat(told(desk, "2026-03-05")).containsExactly("INS-E03/1");
        happens(
                desk,
                24,
                "EXTENSION_GRANTED",
                "DEPARTMENT_HEAD",
                Map.of("newLimit", "2026-03-10", "ground", "COMPLEX"));
        assertThat(told(desk, "2026-03-05")).containsExactly("INS-E03/1");
        happens(desk, 25, "EXTENSION_NOTICE_SENT", "CUSTOMER_SERVICE", Map.of());

        assertThat(told(desk, "2026-03-09")).isEmpty();
        assertThat(told(desk, "2026-03-10")).containsExactly("INS-E03/1");
    }

    private static ComplaintDesk assigned() {
        ComplaintDesk desk = desk("INS", "HOTLINE", "INSURANCE_ENQUIRY");
        happens(desk, 1, "ACKNOWLEDGED", "CUSTOMER_SERVICE", Map.of());
        happens(desk, 2, "ASSIGNED_EVENT", "CUSTOMER_SERVICE", Map.of());
        return desk;
    }

    @Test
    void superseded_another_grade_brings_its_own_limits_and_nobody_is_told_of_those_that_gave_way() {
        ComplaintDesk desk = assigned();
        happens(desk, 3, "REGRADED", "CUSTOMER_SERVICE", Map.of("grade", "L2", "reason", "larger than it looked"));
        happens(desk, 4, "HANDED_TO_DEPARTMENT_HEAD", "CUSTOMER_SERVICE", Map.of());
        happens(desk, 5, "INVESTIGATION_FINISHED", "RESPONSIBLE_DEPT", Map.of());
        happens(
                desk,
                5,
                "ESCALATION_REPORTED",
                "CUSTOMER_SERVICE",
                Map.of("escalation", "INS-E02", "to", "DEPARTMENT_HEAD"));

        assertThat(told(desk, "2026-03-05")).containsExactly("INS-E02/1");
        assertThat(told(desk, "2026-03-09")).containsExactly("INS-E02/1", "INS-E03/1");
        assertThat(desk.find("c", MONDAY.plusSeconds(24 * HOUR * 10))
                        .orElseThrow()
                        .escalations())
                .filteredOn(each -> each.id().equals("INS-E03"))
                .extracting(Escalation::trigger)
                .containsExactly("INS-D07");
    }
}
