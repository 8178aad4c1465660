package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.ShippedPacks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case that its words have sorted, and nobody else: what they came to stays when they are gone, whatever happens then. */
class AfterErasureTest {
    private static final Packs PACKS = ShippedPacks.PACKS;
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private final TestClock clock = new TestClock(MONDAY);
    private final ComplaintDesk desk = ComplaintDesk.under(PACKS.get("RCC"))
            .repository(new InMemoryCaseRepository())
            .clock(clock)
            .open();

    @BeforeEach
    void an_archived_case() {
        desk.receive(Complaint.received("C-1", MONDAY, "PHONE")
                .text("\u67dc\u5458\u6001\u5ea6\u6076\u52a3\uff0c\u9a82\u4eba")
                .build());
        for (String type : List.of("REPLIED_TO_CUSTOMER", "CLOSED_EVENT", "ARCHIVED_EVENT")) {
            clock.go(Duration.ofHours(1));
            desk.handle("C-1", CaseEvent.of(type, type, "ACCEPTANCE_DEPT", clock.instant()));
        }
        clock.go(Duration.ofDays(3_000));
        desk.sweep();
        desk.erase("C-1");
        assertThat(now().complaint().text().isEmpty()).isTrue();
        assertThat(now().decision().category()).isEqualTo("SERVICE_ATTITUDE");
    }

    private Case now() {
        return desk.find("C-1").orElseThrow();
    }

    private static List<Object> decided(Case value) {
        return List.of(value.decisions(), value.assignee(), value.deadlines(), value.complainantCount());
    }

    @Test
    void an_event_after_the_erasure_leaves_the_decision_as_it_was() {
        List<Object> before = decided(now());

        desk.handle("C-1", CaseEvent.of("hold", "LEGAL_HOLD", "LEGAL", clock.instant()));

        assertThat(decided(now())).isEqualTo(before);
    }

    @Test
    void an_event_from_before_the_archiving_that_is_told_after_the_erasure_does_so_too() {
        Map<?, ?> before = now().decisions();

        desk.handle("C-1", CaseEvent.of("late", "CONTACTED", "COMPLAINED_UNIT", MONDAY.plusSeconds(60)));

        assertThat(now().decisions()).isEqualTo(before);
        assertThat(now().event("late")).isPresent();
    }

    @Test
    void who_asks_for_an_earlier_day_is_told_what_was_decided_then() {
        Instant then = MONDAY.plusSeconds(60);

        Case earlier = desk.find("C-1", then).orElseThrow();

        assertThat(earlier.decision().category()).isEqualTo("SERVICE_ATTITUDE");
        assertThat(earlier.effective().orElseThrow().limit())
                .isEqualTo(now().effective().orElseThrow().limit());
        assertThat(desk.find("C-1", then, then).orElseThrow().decisions()).isEqualTo(earlier.decisions());
    }
}
