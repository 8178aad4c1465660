package org.complaintkit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.complaintkit.calendar.InvalidInputException;

class EventExpressionProperties {
    /** What has happened: a moment by type. */
    private record Happened(Map<String, Instant> times) implements EventExpression.History {
        @Override
        public Optional<Instant> first(EventPattern pattern) {
            return Optional.ofNullable(times.get(pattern.type()));
        }
    }

    @Property(tries = 300)
    void and_is_the_later_of_two_once_both_have_happened(@ForAll("histories") Happened history) {
        Optional<Instant> a = at(history, "A");
        Optional<Instant> b = at(history, "B");
        Optional<Instant> later = a.flatMap(x -> b.map(y -> x.isAfter(y) ? x : y));

        assertThat(time("A and B", history)).isEqualTo(later);
        assertThat(time("B and A", history)).isEqualTo(later);
    }

    @Property(tries = 300)
    void or_is_the_earlier_of_those_that_happened(@ForAll("histories") Happened history) {
        Optional<Instant> earlier = Stream.of(at(history, "A"), at(history, "B"))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);

        assertThat(time("A or B", history)).isEqualTo(earlier);
        assertThat(time("B or A", history)).isEqualTo(earlier);
    }

    @Property(tries = 300)
    void else_is_the_first_alternative_that_happened_however_late(@ForAll("histories") Happened history) {
        assertThat(time("A else B else C", history))
                .isEqualTo(at(history, "A").or(() -> at(history, "B")).or(() -> at(history, "C")));
    }

    @Property(tries = 300)
    void and_binds_more_strongly_than_or_and_or_than_else(@ForAll("histories") Happened history) {
        Optional<Instant> both = time("B and C", history);
        Optional<Instant> first =
                Stream.of(at(history, "A"), both).flatMap(Optional::stream).min(Instant::compareTo);

        assertThat(time("A or B and C", history)).isEqualTo(first);
        assertThat(time("D else A or B and C", history))
                .isEqualTo(at(history, "D").or(() -> first));
        assertThat(time("A or B and C else D", history)).isEqualTo(first.or(() -> at(history, "D")));
    }

    @Property(tries = 300)
    void what_is_printed_is_read_as_the_same_expression(@ForAll("texts") String text) {
        EventExpression expression = EventExpression.parse("  " + text + " ");

        assertThat(expression.toString()).isEqualTo(text);
        assertThat(EventExpression.parse(expression.toString()))
                .isEqualTo(expression)
                .hasSameHashCodeAs(expression);
        assertThat(expression.patterns().count())
                .isEqualTo(Stream.of(text.split(" "))
                        .filter(word -> word.matches("[A-D].*"))
                        .count());
    }

    @Example
    void the_empty_cell_never_happens() {
        assertThat(EventExpression.parse(" ")).isSameAs(EventExpression.NEVER);
        assertThat(time("", new Happened(Map.of("A", Instant.EPOCH)))).isEmpty();
        assertThat(EventExpression.NEVER.patterns()).isEmpty();
    }

    @Example
    void malformed_expressions_are_refused() {
        Stream.of("A and", "or A", "A and and B", "A else", "A B", "and", "(A or B)", "A AND B", "A and B[", "A,B")
                .forEach(text -> assertThatThrownBy(() -> EventExpression.parse(text))
                        .as(text)
                        .isInstanceOf(InvalidInputException.class));
    }

    private static Optional<Instant> time(String text, Happened history) {
        return EventExpression.parse(text).time(history);
    }

    private static Optional<Instant> at(Happened history, String type) {
        return Optional.ofNullable(history.times().get(type));
    }

    @Provide
    Arbitrary<Happened> histories() {
        return Arbitraries.maps(
                        Arbitraries.of("A", "B", "C", "D"),
                        Arbitraries.integers().between(0, 5).map(Instant::ofEpochSecond))
                .map(Happened::new);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("A", "B[by=X]", "C[to!=Y,by=Z]", "D")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .flatMap(parts -> Arbitraries.of(" and ", " or ", " else ").map(glue -> String.join(glue, parts)));
    }
}
