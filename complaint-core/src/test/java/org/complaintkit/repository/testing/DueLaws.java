package org.complaintkit.repository.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.repository.testing.Samples.MONDAY;
import static org.complaintkit.repository.testing.Samples.later;
import static org.complaintkit.repository.testing.Samples.moment;
import static org.complaintkit.repository.testing.Samples.noted;
import static org.complaintkit.repository.testing.Samples.received;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.Place;
import org.junit.jupiter.api.Test;

/** What is due, in which order, in pages, and for one node at a time. */
public interface DueLaws extends Stores {
    private static List<String> ids(List<Place> places) {
        return places.stream().map(Place::caseId).toList();
    }

    @Test
    default void nothing_is_due_in_an_empty_store() {
        assertThat(due(Instant.MAX)).isEmpty();
    }

    @Test
    default void a_case_is_due_at_its_moment_and_not_a_nanosecond_before() {
        Case value = save(received("C-1", MONDAY.plusNanos(123_456_789)));
        assertThat(due(moment(value).minusNanos(1))).isEmpty();
        assertThat(due(moment(value))).containsExactly(new Place(moment(value), "C-1"));
    }

    @Test
    default void the_longest_due_comes_first() {
        save(received("C-1", MONDAY.plusSeconds(3)));
        save(received("C-2", MONDAY.plusSeconds(1)));
        save(received("C-3", MONDAY.plusSeconds(2)));
        assertThat(ids(due(Instant.MAX))).containsExactly("C-2", "C-3", "C-1");
    }

    @Test
    default void a_nanosecond_decides_the_order() {
        save(received("C-1", MONDAY.plusNanos(2)));
        save(received("C-2", MONDAY.plusNanos(1)));
        assertThat(ids(due(Instant.MAX))).containsExactly("C-2", "C-1");
    }

    @Test
    default void cases_due_at_one_moment_come_by_id() {
        for (String id : List.of("C-3", "C-10", "C-1", "C-2")) {
            save(received(id));
        }
        assertThat(ids(due(Instant.MAX))).containsExactly("C-1", "C-10", "C-2", "C-3");
    }

    @Test
    default void ids_are_ordered_by_code_points_whatever_the_language_of_the_machine() {
        List<String> ordered = List.of("A", "B", "a", "b", "\u00e4", "\u4e2d", "\uff21", "\ud83d\ude21");
        ordered.stream().sorted((a, b) -> a.hashCode() - b.hashCode()).forEach(id -> save(received(id)));
        assertThat(ids(due(Instant.MAX))).isEqualTo(ordered);
    }

    @Test
    default void a_claim_holds_no_more_than_asked_for() {
        for (int i = 0; i < 5; i++) {
            save(received("C-" + i));
        }
        try (Claim<Place> claim = repository().due(Instant.MAX, Place.FIRST, 2)) {
            assertThat(ids(claim.items())).containsExactly("C-0", "C-1");
        }
    }

    @Test
    default void pages_go_through_all_cases_once_even_where_moments_are_equal() {
        List<String> expected = new ArrayList<>();
        for (int i = 10; i < 60; i++) {
            save(received("C-" + i, MONDAY.plusSeconds(i / 20)));
            expected.add("C-" + i);
        }
        List<String> seen = new ArrayList<>();
        Place last = Place.FIRST;
        for (int page = 0; page < 8; page++) {
            try (Claim<Place> claim = repository().due(Instant.MAX, last, 7)) {
                seen.addAll(ids(claim.items()));
                last = claim.items().isEmpty()
                        ? last
                        : claim.items().get(claim.items().size() - 1);
            }
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    default void a_page_after_the_last_place_is_empty() {
        Case value = save(received("C-1"));
        try (Claim<Place> claim = repository().due(Instant.MAX, new Place(moment(value), "C-1"), 10)) {
            assertThat(claim.items()).isEmpty();
        }
    }

    @Test
    default void a_case_that_moved_on_is_due_at_its_new_moment_only() {
        Case value = save(received("C-1"));
        Case later = later(value, Duration.between(value.advancedTo(), moment(value)))
                .now();
        repository().save(next("C-1", later(value, Duration.between(value.advancedTo(), moment(value)))));
        assertThat(due(moment(later).minusNanos(1))).isEmpty();
        assertThat(due(Instant.MAX)).containsExactly(new Place(moment(later), "C-1"));
    }

    @Test
    default void a_case_at_which_nothing_will_happen_is_never_due() {
        Case value = save(received("C-1"));
        repository().save(next("C-1", later(value, Duration.ofDays(300))));
        assertThat(due(Instant.MAX)).isEmpty();
    }

    @Test
    default void what_one_claim_holds_another_does_not() {
        save(received("C-1"));
        save(received("C-2"));
        save(received("C-3"));
        try (Claim<Place> one = repository().due(Instant.MAX, Place.FIRST, 2);
                Claim<Place> two = another().due(Instant.MAX, Place.FIRST, 2)) {
            assertThat(ids(one.items())).containsExactly("C-1", "C-2");
            assertThat(ids(two.items())).containsExactly("C-3");
        }
    }

    @Test
    default void claims_of_one_process_hold_apart_too() {
        save(received("C-1"));
        try (Claim<Place> one = repository().due(Instant.MAX, Place.FIRST, 2);
                Claim<Place> two = repository().due(Instant.MAX, Place.FIRST, 2)) {
            assertThat(one.items()).hasSize(1);
            assertThat(two.items()).isEmpty();
        }
    }

    @Test
    default void what_a_closed_claim_held_is_free_again() {
        save(received("C-1"));
        for (CaseRepository each : List.of(repository(), another(), repository())) {
            try (Claim<Place> claim = each.due(Instant.MAX, Place.FIRST, 10)) {
                assertThat(ids(claim.items())).containsExactly("C-1");
            }
        }
    }

    @Test
    default void a_claim_closed_twice_frees_nothing_of_another() {
        save(received("C-1"));
        Claim<Place> first = repository().due(Instant.MAX, Place.FIRST, 10);
        first.close();
        try (Claim<Place> second = repository().due(Instant.MAX, Place.FIRST, 10)) {
            first.close();
            assertThat(second.items()).hasSize(1);
            assertThat(due(Instant.MAX)).isEmpty();
        }
    }

    @Test
    default void a_claim_holds_up_no_write() {
        Case value = save(received("C-1"));
        try (Claim<Place> claim = repository().due(Instant.MAX, Place.FIRST, 10)) {
            another().save(next("C-1", noted(value, "e1", Map.of())));
            assertThat(claim.items()).hasSize(1);
        }
        assertThat(stored("C-1").version()).isEqualTo(2);
    }

    @Test
    default void a_claim_made_after_a_case_moved_on_does_not_hold_it() {
        Case value = save(received("C-1"));
        try (Claim<Place> before = repository().due(moment(value), Place.FIRST, 10)) {
            repository().save(next("C-1", later(value, Duration.ofDays(1))));
            assertThat(before.items()).hasSize(1);
        }
        assertThat(due(moment(value))).isEmpty();
    }

    @Test
    default void what_a_claim_holds_does_not_change() {
        Case value = save(received("C-1"));
        try (Claim<Place> claim = repository().due(Instant.MAX, Place.FIRST, 10)) {
            repository().save(next("C-1", later(value, Duration.ofDays(300))));
            save(received("C-0"));
            assertThat(ids(claim.items())).containsExactly("C-1");
        }
    }
}
