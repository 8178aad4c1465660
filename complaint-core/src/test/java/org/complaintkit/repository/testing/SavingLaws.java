package org.complaintkit.repository.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.complaintkit.repository.testing.Samples.later;
import static org.complaintkit.repository.testing.Samples.moment;
import static org.complaintkit.repository.testing.Samples.noted;
import static org.complaintkit.repository.testing.Samples.received;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.Place;
import org.complaintkit.repository.StaleCaseException;
import org.complaintkit.repository.StoredCase;
import org.junit.jupiter.api.Test;

/** Versions, and one write that carries everything or nothing. */
public interface SavingLaws extends Stores {
    @Test
    default void a_case_that_was_never_stored_is_empty() {
        assertThat(repository().load("C-1")).isEmpty();
    }

    @Test
    default void a_trail_that_was_never_begun_is_empty() {
        assertThat(repository().audit("C-1")).isEmpty();
    }

    @Test
    default void what_is_saved_is_loaded() {
        Case value = save(received("C-1"));
        assertThat(repository().load("C-1").orElseThrow().value()).isEqualTo(value);
    }

    @Test
    default void another_process_sees_a_save_at_once() {
        Case value = save(received("C-1"));
        assertThat(stored("C-1").value()).isEqualTo(value);
        Outcome noted = noted(value, "e1", Map.of());
        another().save(next("C-1", noted));
        assertThat(repository().load("C-1").orElseThrow().value()).isEqualTo(noted.now());
    }

    @Test
    default void the_first_write_makes_version_1() {
        save(received("C-1"));
        assertThat(stored("C-1").version()).isEqualTo(1);
    }

    @Test
    default void each_write_raises_the_version_by_one() {
        Case value = save(received("C-1"));
        for (int i = 2; i <= 5; i++) {
            Outcome outcome = noted(value, "e" + i, Map.of());
            repository().save(next("C-1", outcome));
            value = outcome.now();
            assertThat(stored("C-1").version()).isEqualTo(i);
        }
    }

    @Test
    default void what_was_loaded_does_not_change_with_a_later_write() {
        Case value = save(received("C-1"));
        StoredCase before = repository().load("C-1").orElseThrow();
        List<AuditEntry> trail = repository().audit("C-1");
        repository().save(next("C-1", noted(value, "e1", Map.of())));
        assertThat(before.value()).isEqualTo(value);
        assertThat(before.version()).isEqualTo(1);
        assertThat(trail).hasSize(1);
    }

    @Test
    default void a_second_first_write_is_refused() {
        save(received("C-1"));
        refused(first(later(received("C-1").now(), Duration.ofDays(1))));
    }

    @Test
    default void a_write_on_an_old_version_is_refused() {
        Case value = save(received("C-1"));
        CaseChange slow = next("C-1", noted(value, "slow", Map.of()));
        repository().save(next("C-1", noted(value, "quick", Map.of())));
        refused(slow);
        assertThat(stored("C-1").value().event("quick")).isPresent();
    }

    @Test
    default void a_write_of_another_process_on_an_old_version_is_refused() {
        Case value = save(received("C-1"));
        repository().load("C-1");
        CaseChange slow = next("C-1", noted(value, "slow", Map.of()));
        another().save(next("C-1", noted(value, "quick", Map.of())));
        refused(slow);
    }

    @Test
    default void a_write_on_a_version_that_is_not_there_yet_is_refused() {
        Case value = save(received("C-1"));
        CaseChange next = next("C-1", noted(value, "e1", Map.of()));
        refused(with(next, 2));
        refused(with(next, -1));
        refused(with(next, Long.MAX_VALUE));
    }

    @Test
    default void a_later_write_to_a_case_that_is_not_there_is_refused() {
        CaseChange first = first(received("C-2"));
        assertThatThrownBy(() -> repository().save(with(first, 1))).isInstanceOf(StaleCaseException.class);
        assertThat(repository().load("C-2")).isEmpty();
    }

    /** Nothing of it is stored: not the case, not a notice, not a link, not a number, not a new place in the order. */
    private void refused(CaseChange change) {
        String id = change.value().id();
        StoredCase before = stored(id);
        List<AuditEntry> trail = another().audit(id);
        List<Notice> waiting = waiting();
        List<Place> due = due(Instant.MAX);
        CaseChange numbered = change.taking("refused", another().lastNumber("refused") + 1);

        assertThatThrownBy(() -> repository().save(change)).isInstanceOf(StaleCaseException.class);
        assertThatThrownBy(() -> repository().save(numbered)).isInstanceOf(StaleCaseException.class);

        assertThat(stored(id)).as("the case after a refused write").isEqualTo(before);
        assertThat(another().audit(id)).as("the trail after a refused write").isEqualTo(trail);
        assertThat(waiting()).as("the notices after a refused write").isEqualTo(waiting);
        assertThat(due(Instant.MAX)).as("what is due after a refused write").isEqualTo(due);
        assertThat(another().lastNumber("refused")).isZero();
    }

    private static CaseChange with(CaseChange change, long version) {
        return new CaseChange(
                change.value(), version, change.notices(), change.audit(), change.numbers(), change.newer());
    }

    @Test
    default void a_refused_write_leaves_no_duty_behind() {
        Case value = save(received("C-1"));
        repository().published(waiting().stream().map(Notice::key).toList());
        Outcome breached = later(value, Duration.ofDays(30));
        CaseChange slow = next("C-1", breached);
        repository().save(next("C-1", noted(value, "quick", Map.of())));
        assertThat(breached.notices()).isNotEmpty();

        assertThatThrownBy(() -> repository().save(slow)).isInstanceOf(StaleCaseException.class);

        assertThat(waiting()).isEmpty();
    }

    @Test
    default void a_write_that_a_number_refuses_stores_nothing() {
        Case value = save(received("C-1"));
        StoredCase before = stored("C-1");
        List<Notice> waiting = waiting();
        CaseChange change = next("C-1", later(value, Duration.ofDays(30))).taking("S", 2);

        assertThatThrownBy(() -> repository().save(change)).isInstanceOf(StaleCaseException.class);

        assertThat(stored("C-1")).isEqualTo(before);
        assertThat(waiting()).isEqualTo(waiting);
        assertThat(another().audit("C-1")).hasSize(1);
        assertThat(due(Instant.MAX)).containsExactly(new Place(moment(value), "C-1"));
    }

    @Test
    default void the_trail_grows_by_one_link_a_write_and_verifies() {
        Case value = save(received("C-1"));
        for (int i = 1; i < 12; i++) {
            Outcome outcome = noted(value, "e" + i, Map.of());
            repository().save(next("C-1", outcome));
            value = outcome.now();
        }
        List<AuditEntry> trail = another().audit("C-1");
        assertThat(trail)
                .extracting(AuditEntry::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
        assertThat(AuditTrail.firstBroken(trail, trail.get(11).hash())).isEmpty();
    }

    @Test
    default void the_last_link_comes_with_the_case() {
        Case value = save(received("C-1"));
        repository().save(next("C-1", noted(value, "e1", Map.of())));
        assertThat(stored("C-1").lastAudit()).isEqualTo(another().audit("C-1").get(1));
    }

    @Test
    default void cases_do_not_touch_each_other() {
        Case one = save(received("C-1"));
        Case two = save(received("C-2"));
        repository().save(next("C-2", noted(two, "e1", Map.of())));
        assertThat(stored("C-1").value()).isEqualTo(one);
        assertThat(stored("C-1").version()).isEqualTo(1);
        assertThat(another().audit("C-1")).hasSize(1);
    }
}
