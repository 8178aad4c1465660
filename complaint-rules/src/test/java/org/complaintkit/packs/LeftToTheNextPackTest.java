package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.model.Complaint;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.Test;

/** What a pack is not about it leaves to the next pack of the case, and with it who handles the complaint. */
class LeftToTheNextPackTest {
    private static final Instant RECEIVED = Instant.parse("2025-11-17T02:00:00Z");

    private static Case received(List<String> ids, String... facts) {
        try (Packs packs = Packs.shipped()) {
            ComplaintDesk desk = ComplaintDesk.under(
                            ids.stream().map(packs::get).toArray(RuleBook[]::new))
                    .clock(new TestClock(RECEIVED))
                    .open();
            return desk.receive(Complaint.received("C-1", RECEIVED, "ON_SITE")
                            .categories(ids.contains("RCC") ? List.of("FINANCIAL_CRIME") : List.of())
                            .facts(List.of(facts))
                            .build())
                    .now();
        }
    }

    @Test
    void the_owner_and_who_acts_for_it_are_those_of_the_pack_that_takes_the_complaint() {
        Case left = received(List.of("ITB", "RCC"));
        assertThat(left.decision().leaves()).isTrue();
        assertThat(left.decision(Answer.OWNER).owner()).isEqualTo("SUPERVISION_DEPT_OF_REPORTED_UNIT");
        assertThat(left.assignee().role())
                .as("who acts where nobody holds that role, by the table of the same pack")
                .isEqualTo("AUDIT_SUPERVISION");
    }

    @Test
    void a_complaint_that_is_its_own_matter_it_keeps() {
        Case kept = received(List.of("ITB", "RCC"), "CAUSED_BY_GO_LIVE");
        assertThat(kept.decision().leaves()).isFalse();
        assertThat(kept.assignee().role()).isEqualTo("LINE_DEPARTMENT");
    }

    @Test
    void where_no_other_pack_takes_it_the_first_asked_person_remains() {
        assertThat(received(List.of("ITB")).assignee().role()).isEqualTo("LIAISON");
    }
}
