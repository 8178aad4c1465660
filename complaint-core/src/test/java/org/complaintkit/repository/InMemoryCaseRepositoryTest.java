package org.complaintkit.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.junit.jupiter.api.Test;

class InMemoryCaseRepositoryTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-02T01:00:00Z");
    private static final Lifecycle LIFECYCLE =
            new Lifecycle(List.of(TestRules.book()), CalendarRegistry.standard(), Organisation.UNKNOWN);

    private final CaseRepository repository = new InMemoryCaseRepository();

    private static Outcome received(String id, Duration later) {
        return LIFECYCLE.receive(Complaint.received(id, RECEIVED.plus(later), "TELEPHONE")
                .category("SERVICE")
                .build());
    }

    private static CaseChange change(Outcome outcome, long version) {
        AuditEntry link = AuditTrail.next(null, outcome.now().id(), "NOTE", RECEIVED, "content " + version);
        return new CaseChange(outcome.now(), version, outcome.notices(), link);
    }

    private Outcome saved(String id, Duration later) {
        Outcome outcome = received(id, later);
        repository.save(change(outcome, 0));
        return outcome;
    }

    @Test
    void a_case_that_is_not_there_is_empty_everywhere() {
        assertThat(repository.load("C-1")).isEmpty();
        assertThat(repository.audit("C-1")).isEmpty();
        assertThat(repository.due(Instant.MAX, 10)).isEmpty();
        assertThat(repository.unpublished(10)).isEmpty();
    }

    @Test
    void what_is_saved_is_loaded_and_each_write_raises_the_version_by_one() {
        Outcome outcome = saved("C-1", Duration.ZERO);
        repository.save(change(outcome, 1));

        StoredCase stored = repository.load("C-1").orElseThrow();
        assertThat(stored.value()).isEqualTo(outcome.now());
        assertThat(stored.version()).isEqualTo(2);
        assertThat(repository.audit("C-1")).hasSize(2).last().isEqualTo(stored.lastAudit());
    }

    @Test
    void a_stale_write_is_refused_and_stores_nothing() {
        Outcome outcome = saved("C-1", Duration.ZERO);
        Outcome later = LIFECYCLE.advance(outcome.now(), RECEIVED.plus(Duration.ofDays(30)));
        List<Notice> waiting = repository.unpublished(100);

        for (long version : new long[] {0, 2, -1}) {
            assertThatThrownBy(() -> repository.save(change(later, version)))
                    .isInstanceOf(StaleCaseException.class)
                    .hasMessageContaining("C-1");
        }
        assertThat(repository.load("C-1").orElseThrow().value()).isEqualTo(outcome.now());
        assertThat(repository.audit("C-1")).hasSize(1);
        assertThat(repository.unpublished(100)).isEqualTo(waiting);
        assertThat(repository.due(Instant.MAX, 10)).containsExactly("C-1");
        assertThatThrownBy(() -> repository.save(change(received("C-2", Duration.ZERO), 1)))
                .isInstanceOf(StaleCaseException.class);
        assertThat(repository.load("C-2")).isEmpty();
    }

    @Test
    void due_cases_come_earliest_first_equal_ones_by_id_and_no_more_than_asked_for() {
        saved("C-3", Duration.ZERO);
        saved("C-1", Duration.ofMinutes(5));
        saved("C-2", Duration.ZERO);
        Instant first = received("x", Duration.ZERO).now().nextMoment().orElseThrow();

        assertThat(repository.due(first.minusNanos(1), 10)).isEmpty();
        assertThat(repository.due(first, 10)).containsExactly("C-2", "C-3");
        assertThat(repository.due(Instant.MAX, 10)).containsExactly("C-2", "C-3", "C-1");
        assertThat(repository.due(Instant.MAX, 2)).containsExactly("C-2", "C-3");
    }

    @Test
    void a_case_that_moved_on_is_due_at_its_new_moment_only() {
        Outcome outcome = saved("C-1", Duration.ZERO);
        Outcome later =
                LIFECYCLE.advance(outcome.now(), outcome.now().nextMoment().orElseThrow());
        repository.save(change(later, 1));

        assertThat(repository.due(outcome.now().nextMoment().orElseThrow(), 10)).isEmpty();
        assertThat(repository.due(later.now().nextMoment().orElseThrow(), 10)).containsExactly("C-1");
        repository.save(change(LIFECYCLE.advance(later.now(), RECEIVED.plus(Duration.ofDays(300))), 2));
        assertThat(repository.due(Instant.MAX, 10)).isEmpty();
    }

    @Test
    void a_notice_is_held_once_in_the_order_of_storing_until_it_is_confirmed() {
        Outcome one = saved("C-1", Duration.ZERO);
        Outcome two = saved("C-2", Duration.ZERO);
        repository.save(change(one, 1));
        List<Notice> all = new ArrayList<>(one.notices());
        all.addAll(two.notices());

        assertThat(repository.unpublished(100)).isEqualTo(all);
        assertThat(repository.unpublished(1)).containsExactly(all.get(0));
        repository.published(List.of(all.get(0).key(), "no such key"));
        repository.published(List.of(all.get(0).key()));
        assertThat(repository.unpublished(100)).isEqualTo(all.subList(1, all.size()));

        repository.save(change(one, 2));
        assertThat(repository.unpublished(100)).isEqualTo(all.subList(1, all.size()));
    }

    @Test
    void lists_handed_out_do_not_change_with_later_writes() {
        Outcome outcome = saved("C-1", Duration.ZERO);
        List<AuditEntry> trail = repository.audit("C-1");
        List<Notice> waiting = repository.unpublished(100);
        repository.save(change(outcome, 1));
        repository.published(waiting.stream().map(Notice::key).toList());

        assertThat(trail).hasSize(1);
        assertThat(waiting).isNotEmpty();
        assertThat(repository.unpublished(100)).isEmpty();
    }
}
