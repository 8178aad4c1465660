package org.complaintkit.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.complaintkit.policy.EventPattern;
import org.junit.jupiter.api.Test;

/** One event meets what it says, and what it says may meet other patterns too. */
class EventPatternsTest {
    private static EventPatterns patterns(String... texts) {
        return new EventPatterns(Stream.of(texts).map(EventPattern::parse).toList());
    }

    private static Set<String> met(String... texts) {
        Set<String> met = new TreeSet<>();
        patterns(texts).metBy().forEach(set -> met.add(set.toString()));
        return met;
    }

    private static Optional<List<String>> event(int place, List<Integer> may, String... texts) {
        BitSet allowed = new BitSet();
        may.forEach(allowed::set);
        return patterns(texts)
                .event(place, allowed)
                .map(sayings -> sayings.stream()
                        .map(each -> each.key() + (each.equal() ? "=" : "!=") + each.value())
                        .toList());
    }

    @Test
    void what_says_more_meets_what_asks_less() {
        assertThat(met("A", "A[by=X]")).containsExactly("{0, 1}", "{0}");
        assertThat(met("A[by=X]", "A[by!=X]")).containsExactly("{0}", "{1}");
    }

    @Test
    void one_event_is_by_one() {
        assertThat(met("A[by=X]", "A[by=Y]")).containsExactly("{0}", "{1}", "{}");
        assertThat(met("A[level=X]", "A[level=Y]"))
                .as("what is said may be several things")
                .containsExactly("{0, 1}", "{0}", "{1}", "{}");
    }

    @Test
    void who_says_a_value_says_something() {
        assertThat(met("A[level=*]", "A[level=X]")).containsExactly("{0, 1}", "{0}", "{}");
        assertThat(met("A[by=*]", "A[by=X]")).containsExactly("{0, 1}", "{0}", "{}");
    }

    @Test
    void an_event_that_meets_one_and_no_more_than_it_may_says_so_much() {
        assertThat(event(0, List.of(0), "A", "A[by=X]")).contains(List.of());
        assertThat(event(1, List.of(0, 1), "A", "A[by=X]")).contains(List.of("by=X"));
        assertThat(event(1, List.of(1), "A", "A[by=X]")).isEmpty();
        assertThat(event(1, List.of(0, 1), "A[level=*]", "A[level=X]")).contains(List.of("level=*", "level=X"));
        assertThat(event(0, List.of(0), "A[by!=X]", "A[by=X]")).contains(List.of());
    }

    @Test
    void of_too_many_sayings_each_pattern_is_taken_alone_and_none_is_tried() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            many.add("A[level=X" + i + "]");
        }
        String[] thirteen = many.toArray(String[]::new);
        assertThat(patterns(thirteen).metBy()).hasSize(13).allMatch(set -> set.cardinality() == 1);
        assertThat(event(0, List.of(0), thirteen)).isEmpty();
        String[] twelve = many.subList(0, 12).toArray(String[]::new);
        assertThat(patterns(twelve).metBy()).hasSize(1 << 12);
        assertThat(event(0, List.of(0), twelve)).contains(List.of("level=X0"));
    }
}
