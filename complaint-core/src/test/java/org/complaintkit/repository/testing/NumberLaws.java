package org.complaintkit.repository.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.complaintkit.repository.testing.Samples.noted;
import static org.complaintkit.repository.testing.Samples.received;

import java.util.List;
import java.util.Map;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.StaleCaseException;
import org.junit.jupiter.api.Test;

/** Numbers without a gap and without a double: each belongs to the write that takes it. */
public interface NumberLaws extends Stores {
    @Test
    default void a_sequence_that_was_never_used_stands_at_zero() {
        assertThat(repository().lastNumber("2026")).isZero();
    }

    @Test
    default void a_write_takes_the_next_number() {
        repository().save(first(received("C-1")).taking("2026", 1));
        assertThat(another().lastNumber("2026")).isEqualTo(1);
        repository().save(first(received("C-2")).taking("2026", 2));
        assertThat(another().lastNumber("2026")).isEqualTo(2);
    }

    @Test
    default void a_number_that_is_taken_is_refused() {
        repository().save(first(received("C-1")).taking("2026", 1));
        refused(first(received("C-2")).taking("2026", 1), "2026", 1);
    }

    @Test
    default void a_number_that_would_leave_a_gap_is_refused() {
        refused(first(received("C-1")).taking("2026", 2), "2026", 0);
        repository().save(first(received("C-1")).taking("2026", 1));
        refused(first(received("C-2")).taking("2026", 3), "2026", 1);
        refused(first(received("C-2")).taking("2026", 0), "2026", 1);
    }

    private void refused(CaseChange change, String sequence, long last) {
        assertThatThrownBy(() -> repository().save(change)).isInstanceOf(StaleCaseException.class);
        assertThat(another().lastNumber(sequence)).isEqualTo(last);
        assertThat(another().load(change.value().id())).isEmpty();
    }

    @Test
    default void a_stale_write_takes_no_number() {
        Case value = save(received("C-1"));
        CaseChange slow = next("C-1", noted(value, "slow", Map.of())).taking("2026", 1);
        repository().save(next("C-1", noted(value, "quick", Map.of())));
        assertThatThrownBy(() -> repository().save(slow)).isInstanceOf(StaleCaseException.class);
        assertThat(another().lastNumber("2026")).isZero();
        repository()
                .save(next("C-1", noted(stored("C-1").value(), "slow", Map.of()))
                        .taking("2026", 1));
        assertThat(another().lastNumber("2026")).isEqualTo(1);
    }

    @Test
    default void sequences_are_told_apart_by_every_character() {
        for (String name : List.of("2026", "2026 ", "a", "A", "\u6295\u8bc9 2026", "\ud83d\ude21")) {
            repository().save(first(received("case of " + name)).taking(name, 1));
            assertThat(another().lastNumber(name)).isEqualTo(1);
        }
    }

    @Test
    default void one_write_may_take_from_several_sequences_all_or_none() {
        repository().save(first(received("C-1")).taking("a", 1).taking("b", 1));
        refused(first(received("C-2")).taking("a", 2).taking("b", 3), "a", 1);
        refused(first(received("C-2")).taking("a", 3).taking("b", 2), "b", 1);
        assertThat(another().lastNumber("a")).isEqualTo(1);
        assertThat(another().lastNumber("b")).isEqualTo(1);
    }
}
