package org.complaintkit.repository.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.repository.testing.Samples.MONDAY;
import static org.complaintkit.repository.testing.Samples.received;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.repository.CaseQuery;
import org.complaintkit.repository.Place;
import org.junit.jupiter.api.Test;

/** What lists and reports ask for. */
public interface QueryLaws extends Stores {
    /** Every case there may be. */
    CaseQuery ALL = CaseQuery.received(Instant.MIN, Instant.MAX);

    @Test
    default void an_empty_store_finds_nothing() {
        assertThat(repository().find(ALL)).isEmpty();
    }

    @Test
    default void cases_are_found_by_receipt_from_and_before_to_the_nanosecond() {
        save(received("C-1", MONDAY.minusNanos(1)));
        save(received("C-2", MONDAY));
        save(received("C-3", MONDAY.plusSeconds(60).minusNanos(1)));
        save(received("C-4", MONDAY.plusSeconds(60)));
        assertThat(another().find(CaseQuery.received(MONDAY, MONDAY.plusSeconds(60))))
                .containsExactly(
                        new Place(MONDAY, "C-2"),
                        new Place(MONDAY.plusSeconds(60).minusNanos(1), "C-3"));
    }

    @Test
    default void cases_are_found_in_the_order_of_receipt() {
        save(received("C-3", MONDAY.plusSeconds(1)));
        save(received("C-2", MONDAY.plusSeconds(2)));
        save(received("C-1", MONDAY.plusSeconds(1)));
        assertThat(another().find(ALL)).extracting(Place::caseId).containsExactly("C-1", "C-3", "C-2");
    }

    @Test
    default void cases_are_found_by_their_present_state() {
        Case value = save(received("C-1"));
        save(received("C-2"));
        repository().save(next("C-1", Samples.registered(value)));
        assertThat(another().find(ALL.in(Set.of("REGISTERED"))))
                .extracting(Place::caseId)
                .containsExactly("C-1");
        assertThat(another().find(ALL.in(Set.of("RECEIVED", "REGISTERED")))).hasSize(2);
        assertThat(another().find(ALL.in(Set.of("CLOSED")))).isEmpty();
    }

    @Test
    default void cases_are_found_in_pages() {
        List<String> expected = new ArrayList<>();
        for (int i = 10; i < 40; i++) {
            save(received("C-" + i, MONDAY.plus(Duration.ofSeconds(i / 9))));
            expected.add("C-" + i);
        }
        List<String> seen = new ArrayList<>();
        CaseQuery query = ALL.limit(7);
        for (int page = 0; page < 5; page++) {
            List<Place> found = repository().find(query);
            assertThat(found).hasSizeLessThanOrEqualTo(7).isNotEmpty();
            found.forEach(place -> seen.add(place.caseId()));
            query = query.after(found.get(found.size() - 1));
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(repository().find(query)).isEmpty();
    }

    @Test
    default void a_page_of_one_state_is_full_however_many_of_other_states_lie_between() {
        List<String> expected = new ArrayList<>();
        for (int i = 10; i < 40; i++) {
            Case value = save(received("C-" + i, MONDAY.plus(Duration.ofSeconds(i / 9))));
            if (i % 5 == 4) {
                repository().save(next("C-" + i, Samples.registered(value)));
                expected.add("C-" + i);
            }
        }
        List<String> seen = new ArrayList<>();
        CaseQuery query = ALL.in(Set.of("REGISTERED")).limit(2);
        for (int page = 0; page < 3; page++) {
            List<Place> found = another().find(query);
            assertThat(found).as("page %s of two of six cases", page).hasSize(2);
            found.forEach(place -> seen.add(place.caseId()));
            query = query.after(found.get(1));
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(another().find(query)).isEmpty();
    }
}
