package org.complaintkit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.complaintkit.calendar.InvalidInputException;

class EventPatternProperties {
    private record Said(String type, Map<String, List<String>> data) implements EventPattern.Subject {
        @Override
        public boolean says(String key, String value) {
            return data.getOrDefault(key, List.of()).contains(value);
        }
    }

    @Property(tries = 500)
    void what_is_printed_is_read_as_the_same_pattern(@ForAll("patterns") EventPattern pattern) {
        assertThat(EventPattern.parse(pattern.toString())).isEqualTo(pattern);
    }

    @Property(tries = 500)
    void any_other_text_is_refused_with_one_type_of_error(@ForAll String text) {
        try {
            EventPattern pattern = EventPattern.parse(text);
            assertThat(EventPattern.parse(pattern.toString())).isEqualTo(pattern);
        } catch (InvalidInputException e) {
            assertThat(e.code()).isEqualTo("EVENT_PATTERN");
        }
    }

    @Property(tries = 500)
    void a_pattern_matches_if_and_only_if_type_and_every_condition_do(
            @ForAll("patterns") EventPattern pattern, @ForAll("subjects") Said said) {
        boolean expected = said.type().equals(pattern.type());
        for (EventPattern.Condition condition : pattern.conditions()) {
            expected &= said.says(condition.key(), condition.value()) == condition.equal();
        }

        assertThat(pattern.matches(said)).isEqualTo(expected);
    }

    @Example
    void an_unequal_condition_holds_where_the_event_is_silent() {
        EventPattern pattern = EventPattern.parse("CONTACTED[by!=PARTY]");

        assertThat(pattern.matches(new Said("CONTACTED", Map.of()))).isTrue();
        assertThat(pattern.matches(new Said("CONTACTED", Map.of("by", List.of("PARTY")))))
                .isFalse();
    }

    @Example
    void malformed_patterns_are_refused() {
        Stream.of(
                        "",
                        " ",
                        "contacted",
                        "CONTACTED[]",
                        "CONTACTED[by]",
                        "CONTACTED[by=]",
                        "CONTACTED[by=A",
                        "CONTACTED by=A]",
                        "CONTACTED[by=A,]",
                        "CONTACTED[[by=A]]",
                        "CONTACTED[by==A]",
                        "A B",
                        "1A",
                        "_A",
                        "İPTAL",
                        "A[k=v]x")
                .forEach(text -> assertThatThrownBy(() -> EventPattern.parse(text))
                        .as(text)
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("TYPE[key=value,key!=value]"));
    }

    @Provide
    Arbitrary<EventPattern> patterns() {
        Arbitrary<EventPattern.Condition> conditions = Combinators.combine(
                        Arbitraries.of("by", "to", "escalation"),
                        Arbitraries.of(true, false),
                        Arbitraries.of("A", "T-E01", "x.y", "9"))
                .as(EventPattern.Condition::new);
        return Combinators.combine(
                        Arbitraries.of("NOTE", "A1_B"), conditions.list().ofMaxSize(3))
                .as(EventPattern::new);
    }

    @Provide
    Arbitrary<Said> subjects() {
        return Combinators.combine(
                        Arbitraries.of("NOTE", "A1_B"),
                        Arbitraries.maps(
                                Arbitraries.of("by", "to", "escalation"),
                                Arbitraries.of("A", "T-E01", "x.y", "9").list().ofMaxSize(3)))
                .as(Said::new);
    }
}
