package org.complaintkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InMemoryNumbersTest {
    @Test
    void each_sequence_counts_from_one() {
        Numbers numbers = new InMemoryNumbers();

        assertThat(List.of(numbers.next("a"), numbers.next("a"), numbers.next("b"), numbers.next("a")))
                .containsExactly(1L, 2L, 1L, 3L);
    }

    @Test
    void callers_at_once_get_every_number_once() {
        Numbers numbers = new InMemoryNumbers();
        Set<Long> drawn = new ConcurrentSkipListSet<>();

        IntStream.range(0, 5_000).parallel().forEach(i -> drawn.add(numbers.next("a")));

        assertThat(drawn)
                .isEqualTo(
                        new TreeSet<>(LongStream.rangeClosed(1, 5_000).boxed().toList()));
    }
}
