package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.duty.Duty;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.rules.ShippedPacks;
import org.junit.jupiter.api.Test;

/** Who was made to withdraw once may be so again (RCC-19): each request is verified. */
class SecondWithdrawalTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private final TestClock clock = new TestClock(MONDAY);
    private final List<String> told = new ArrayList<>();

    @Test
    void each_request_to_withdraw_is_told_to_who_verifies_it() {
        ComplaintDesk desk = ComplaintDesk.under(ShippedPacks.PACKS.get("RCC"))
                .repository(new InMemoryCaseRepository())
                .clock(clock)
                .dutyPort(notice -> {
                    if (notice.kind() == Notice.Kind.DUTY && notice.code().equals("VERIFY_WITHDRAWAL")) {
                        told.add(notice.key());
                    }
                })
                .open();
        desk.receive(Complaint.received("C-1", MONDAY, "PHONE")
                .category("SERVICE_ATTITUDE")
                .build());
        for (String type : List.of("COMPLAINT_ACCEPTED", "WITHDRAWAL_REQUESTED", "WITHDRAWAL_COERCED", "CONTACTED")) {
            happen(desk, type, type);
        }
        assertThat(told).containsExactly("C-1/RCC/DUTY/VERIFY_WITHDRAWAL/1");

        happen(desk, "again", "WITHDRAWAL_REQUESTED");

        assertThat(told).containsExactly("C-1/RCC/DUTY/VERIFY_WITHDRAWAL/1", "C-1/RCC/DUTY/VERIFY_WITHDRAWAL/1/2");
        assertThat(desk.find("C-1").orElseThrow().duties())
                .filteredOn(duty -> duty.code().equals("VERIFY_WITHDRAWAL"))
                .extracting(Duty::fulfilled)
                .containsExactly(true, false);
    }

    private void happen(ComplaintDesk desk, String id, String type) {
        clock.go(Duration.ofMinutes(10));
        desk.handle("C-1", CaseEvent.of(id, type, "ACCEPTANCE_DEPT", clock.instant()));
    }
}
