package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.repository.StoredCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An old node erases what a newer one has written to. */
class ErasureTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final String NEWER = "{\"/complaint/nickname\":\"Canary\"}";

    private final TestClock clock = new TestClock(MONDAY.plus(Duration.ofDays(90)));
    private final InMemoryCaseRepository repository = new InMemoryCaseRepository();
    private final ComplaintDesk desk = ComplaintDesk.under(TestRules.book())
            .repository(repository)
            .clock(clock)
            .open();

    @BeforeEach
    void an_archived_case() {
        desk.receive(Complaint.received("C-1", MONDAY, "TELEPHONE")
                .category("SERVICE")
                .text("My words")
                .build());
        for (String type : List.of("REPLIED_TO_CUSTOMER", "CLOSED_EVENT", "ARCHIVED_EVENT")) {
            desk.handle("C-1", CaseEvent.of(type, type, "UNIT", MONDAY.plusSeconds(60)));
        }
    }

    private StoredCase stored() {
        return repository.load("C-1").orElseThrow();
    }

    private void aNewerVersionWrites() {
        StoredCase before = stored();
        AuditEntry link = AuditTrail.next(before.lastAudit(), "C-1", "NOTE", clock.instant(), "newer");
        repository.save(new CaseChange(before.value(), before.version(), List.of(), link, Map.of(), NEWER));
        assertThat(stored().newer()).isEqualTo(NEWER);
    }

    @Test
    void what_a_newer_version_stored_beside_goes_with_the_words() {
        aNewerVersionWrites();

        desk.erase("C-1");

        assertThat(stored().newer()).isEmpty();
        assertThat(stored().value().complaint().text().isEmpty()).isTrue();
        List<AuditEntry> trail = repository.audit("C-1");
        assertThat(AuditTrail.firstBroken(trail, trail.get(trail.size() - 1).hash()))
                .isEmpty();
    }

    @Test
    void a_second_erasure_takes_out_what_a_newer_version_stored_since_and_a_third_writes_nothing() {
        desk.erase("C-1");
        aNewerVersionWrites();

        desk.erase("C-1");
        assertThat(stored().newer()).isEmpty();
        long version = stored().version();

        desk.erase("C-1");
        assertThat(stored().version()).isEqualTo(version);
    }
}
