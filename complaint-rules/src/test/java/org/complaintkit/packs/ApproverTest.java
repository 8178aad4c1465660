package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Assignee;
import org.complaintkit.model.Complaint;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table may name the approver; who that is, the rules say case by case. */
class ApproverTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-02T01:00:00Z");
    private static Packs packs;

    @BeforeAll
    static void load() {
        packs = Packs.shipped();
    }

    @AfterAll
    static void close() {
        packs.close();
    }

    @ParameterizedTest
    @CsvSource({"5000, BUSINESS_MANAGER", "5000.01, VICE_PRESIDENT", "50000.01, GENERAL_MANAGER"})
    void a_submission_goes_to_whoever_may_approve_the_amount(String amount, String approver) {
        Instant submitted = RECEIVED.plusSeconds(3600);
        ComplaintDesk desk = ComplaintDesk.under(packs.get("MFG"))
                .clock(Clock.fixed(submitted, ZoneOffset.UTC))
                .open();
        desk.receive(Complaint.received("c1", RECEIVED, "SALES_STAFF")
                .category("QUALITY_ANOMALY")
                .build());
        desk.handle(
                "c1",
                new CaseEvent(
                        "e1", "SUBMITTED_FOR_APPROVAL", "GMO", "", submitted, submitted, Map.of("amount", amount)));

        assertThat(desk.find("c1", submitted).orElseThrow().escalations())
                .flatExtracting(escalation -> escalation.addressees())
                .extracting(Assignee::role)
                .containsExactly(approver);
    }
}
