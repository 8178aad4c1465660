package org.complaintkit.rules.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.Told;
import org.complaintkit.rules.syntax.Action;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.RuleParser;
import org.junit.jupiter.api.Test;

/** One more than a rule file may have is refused in the other forms too. */
class RuleBoundsTest {
    private static final Position HERE = Position.WHOLE_FILE;
    private static final Operand TEXT = new Operand.Text("MAJOR");

    private static List<Condition> tests(int number) {
        return Collections.nCopies(number, new Condition.Contains("labels", false, TEXT, HERE));
    }

    private static String refused(List<Condition> conditions, int actions) {
        List<Action> all = Collections.nCopies(actions, new Action("label", List.of(TEXT), HERE));
        return RuleBounds.check(conditions, all).map(Told::kind).map(Enum::name).orElse("");
    }

    @Test
    void tests_are_counted_wherever_they_stand() {
        int most = RuleParser.MAX_TESTS;

        assertThat(refused(tests(most), 1)).isEmpty();
        assertThat(refused(tests(most + 1), 1)).isEqualTo("TOO_MANY_CONDITIONS");
        assertThat(refused(List.of(new Condition.Not(new Condition.All(tests(most + 1), HERE), HERE)), 1))
                .isEqualTo("TOO_MANY_CONDITIONS");
        assertThat(refused(List.of(new Condition.Any(tests(most), HERE), tests(1).get(0)), 1))
                .isEqualTo("TOO_MANY_CONDITIONS");
    }

    @Test
    void answers_and_values_are_counted() {
        assertThat(refused(List.of(), RuleParser.MAX_ACTIONS)).isEmpty();
        assertThat(refused(List.of(), RuleParser.MAX_ACTIONS + 1)).isEqualTo("TOO_MANY_ACTIONS");
        assertThat(refused(List.of(in(RuleParser.MAX_VALUES)), 1)).isEmpty();
        assertThat(refused(List.of(in(RuleParser.MAX_VALUES + 1)), 1)).isEqualTo("TOO_MANY_VALUES");
    }

    private static Condition in(int values) {
        return new Condition.In("channel", false, Collections.nCopies(values, TEXT), HERE);
    }
}
