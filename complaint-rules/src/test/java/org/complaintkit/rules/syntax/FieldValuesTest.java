package org.complaintkit.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.complaintkit.rules.pack.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldValuesTest {
    private static final Position HERE = Position.WHOLE_FILE;

    @ParameterizedTest
    @CsvSource({
        "EQUAL, false, true, false",
        "NOT_EQUAL, true, false, true",
        "LESS, true, false, false",
        "AT_MOST, true, true, false",
        "GREATER, false, false, true",
        "AT_LEAST, false, true, true"
    })
    void a_number_is_compared_with_a_number_or_a_parameter(
            Operator operator, boolean less, boolean same, boolean more) {
        for (Operand five : List.of(new Operand.Amount(new BigDecimal("5.0")), new Operand.Parameter("five"))) {
            Condition.Test test = new Condition.Compare("claimedLoss", operator, five, HERE);
            assertThat(passes(test, 4)).isEqualTo(less);
            assertThat(passes(test, 5L)).isEqualTo(same);
            assertThat(passes(test, new BigDecimal("5.01"))).isEqualTo(more);
        }
    }

    @Test
    void codes_flags_and_collections_are_held_against_what_is_written() {
        assertThat(passes(compare(Operator.EQUAL, new Operand.Text("PHONE")), "PHONE"))
                .isTrue();
        assertThat(passes(compare(Operator.EQUAL, new Operand.Text("PHONE")), "LETTER"))
                .isFalse();
        assertThat(passes(compare(Operator.EQUAL, new Operand.Flag(true)), true))
                .isTrue();
        assertThat(passes(compare(Operator.NOT_EQUAL, new Operand.Flag(true)), false))
                .isTrue();
        for (boolean negated : new boolean[] {false, true}) {
            Condition.Test in = new Condition.In(
                    "channel", negated, List.of(new Operand.Text("PHONE"), new Operand.Text("LETTER")), HERE);
            assertThat(passes(in, "LETTER")).isEqualTo(!negated);
            assertThat(passes(in, "EMAIL")).isEqualTo(negated);
            Condition.Test contains = new Condition.Contains("labels", negated, new Operand.Text("MAJOR"), HERE);
            assertThat(passes(contains, Set.of("MAJOR", "REPEAT"))).isEqualTo(!negated);
            assertThat(passes(contains, Set.of())).isEqualTo(negated);
        }
    }

    @Test
    void every_test_within_a_condition_is_found_with_what_it_is_compared_with() {
        Condition.Test one = compare(Operator.EQUAL, new Operand.Text("A"));
        Condition.Test two = new Condition.Contains("labels", false, new Operand.Text("B"), HERE);
        Condition.Test three = new Condition.In("channel", true, List.of(new Operand.Text("C")), HERE);
        Condition all = new Condition.All(
                List.of(one, new Condition.Not(new Condition.Any(List.of(two, three), HERE), HERE)), HERE);

        assertThat(all.tests()).containsExactly(one, two, three);
        assertThat(all.tests().flatMap(test -> test.operands().stream()))
                .containsExactly(new Operand.Text("A"), new Operand.Text("B"), new Operand.Text("C"));
    }

    private static Condition.Test compare(Operator operator, Operand operand) {
        return new Condition.Compare("channel", operator, operand, HERE);
    }

    private static boolean passes(Condition.Test test, Object value) {
        return FieldValues.passes(test, value, Map.of("five", new BigDecimal(5))::get);
    }
}
