package org.complaintkit.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.syntax.Action;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Operator;
import org.complaintkit.rules.syntax.Rule;
import org.junit.jupiter.api.Test;

/** What would have to differ is what makes the rule match, no more of it than needed, and the nearest is told first. */
class MissTest {
    private static final Position AT = new Position(1, 1);
    private static final Policy POLICY = TestPack.good().policy();
    private final Seen seen = new Seen(POLICY, situation());

    private static Situation situation() {
        Complaint complaint = Complaint.received("C-1", Instant.EPOCH, "LETTER")
                .claimedLoss(new BigDecimal("100"))
                .complainantCount(4)
                .build();
        return new Situation(
                complaint,
                Situation.Answers.none(Set.of("MAJOR")),
                new Situation.Standing(
                        4,
                        "",
                        "RECEIVED",
                        1,
                        List.of("COMPLAINT_REGISTERED"),
                        Set.of(),
                        false,
                        Set.of(),
                        Set.of(),
                        "",
                        "",
                        "",
                        BigDecimal.ZERO,
                        LocalDate.EPOCH,
                        LocalDate.EPOCH),
                Situation.Happening.NOTHING);
    }

    private static Operand text(String value) {
        return new Operand.Text(value);
    }

    private static Operand number(long value) {
        return new Operand.Amount(BigDecimal.valueOf(value));
    }

    private static Condition.Compare compare(String field, Operator operator, Operand operand) {
        return new Condition.Compare(field, operator, operand, AT);
    }

    private static Condition.Contains contains(String field, boolean negated, String code) {
        return new Condition.Contains(field, negated, text(code), AT);
    }

    private static Condition.In in(String field, boolean negated, Operand... operands) {
        return new Condition.In(field, negated, List.of(operands), AT);
    }

    private static Rule rule(Condition... conditions) {
        return new Rule(
                "r",
                "TST-01",
                Basis.TEXT,
                Stage.GRADING,
                List.of(conditions),
                List.of(new Action("label", List.of(text("MAJOR")), AT)),
                "grading.drl",
                AT);
    }

    private List<Miss.Need> needs(Condition... conditions) {
        return ways(conditions).get(0);
    }

    private List<List<Miss.Need>> ways(Condition... conditions) {
        return Miss.ways(rule(conditions), seen);
    }

    /** Tests of every kind, true and false ones. */
    private static List<Condition.Test> tests() {
        List<Condition.Test> tests = new ArrayList<>();
        for (Operator operator : Operator.values()) {
            for (long near : List.of(99, 100, 101)) {
                tests.add(compare("claimedLoss", operator, number(near)));
            }
            for (long near : List.of(3, 4, 5)) {
                tests.add(compare("complainantCount", operator, number(near)));
            }
            tests.add(compare("complainantCount", operator, new Operand.Parameter("tst.people")));
        }
        for (Operator operator : List.of(Operator.EQUAL, Operator.NOT_EQUAL)) {
            for (String code : List.of("LETTER", "PHONE", "")) {
                tests.add(compare("channel", operator, text(code)));
            }
            tests.add(compare("overdue", operator, new Operand.Flag(true)));
            tests.add(compare("overdue", operator, new Operand.Flag(false)));
        }
        for (boolean negated : List.of(true, false)) {
            tests.add(in("channel", negated, text("PHONE"), text("MEDIA")));
            tests.add(in("channel", negated, text("LETTER"), text("MEDIA")));
            tests.add(in("channel", negated, text("LETTER"), text("")));
            tests.add(in("complainantCount", negated, number(4), number(9), number(5)));
            tests.add(in("complainantCount", negated, number(1), number(2)));
            for (String field : List.of("labels", "occurred")) {
                tests.add(contains(field, negated, "MAJOR"));
                tests.add(contains(field, negated, "COMPLAINT_REGISTERED"));
            }
        }
        return tests;
    }

    @Test
    void what_has_to_differ_makes_a_test_come_out_as_it_has_to() {
        for (Condition.Test test : tests()) {
            for (Condition wanted : List.of(test, new Condition.Not(test, AT))) {
                List<Miss.Need> needs = needs(wanted);
                assertThat(needs).as("%s", wanted).hasSize(seen.holds(wanted) ? 0 : 1);
                assertThat(seen.with(needs).holds(wanted)).as("%s", wanted).isTrue();
                for (Miss.Need need : needs) {
                    assertThat(need.test()).isEqualTo(test);
                    assertThat(need.holds()).isEqualTo(wanted == test);
                    assertThat(need.actual()).isEqualTo(seen.value(need.field()));
                }
            }
        }
    }

    @Test
    void of_conditions_that_are_joined_all_or_the_fewest_have_to_differ() {
        Condition.Test yes = compare("channel", Operator.EQUAL, text("LETTER"));
        Condition.Test no = compare("claimedLoss", Operator.EQUAL, number(7));
        Condition.Test other = compare("complainantCount", Operator.EQUAL, number(9));
        Condition.Test third = compare("overdue", Operator.EQUAL, new Operand.Flag(true));
        assertThat(needs(all(yes, no, other))).extracting(Miss.Need::test).containsExactly(no, other);
        assertThat(ways(any(all(no, other), third, no)))
                .extracting(way -> way.stream().map(Miss.Need::test).toList())
                .containsExactly(List.of(no), List.of(third));
        assertThat(ways(any(no, third), any(other, third)))
                .extracting(way -> way.stream().map(Miss.Need::test).toList())
                .containsExactly(List.of(third));
        assertThat(needs(any(no, third))).extracting(Miss.Need::test).containsExactly(no);
        assertThat(needs(any(yes, no))).isEmpty();
        assertThat(needs(new Condition.Not(any(yes, no), AT)))
                .extracting(Miss.Need::test, Miss.Need::holds)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(yes, false));
        Condition.Test again = compare("channel", Operator.NOT_EQUAL, text("PHONE"));
        assertThat(needs(new Condition.Not(all(yes, again), AT)))
                .extracting(Miss.Need::test)
                .containsExactly(yes);
        assertThat(needs(new Condition.Not(all(yes, no), AT))).isEmpty();
        assertThat(needs(new Condition.Not(new Condition.Not(no, AT), AT)))
                .extracting(Miss.Need::test, Miss.Need::holds)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(no, true));
        assertThat(needs(yes, no, other)).extracting(Miss.Need::test).containsExactly(no, other);
    }

    @Test
    void the_shortest_of_more_combinations_than_are_followed_is_not_lost() {
        Condition[] parts = new Condition[3];
        Condition.Test common = compare("claimedLoss", Operator.AT_LEAST, number(999));
        for (int i = 0; i < parts.length; i++) {
            List<Condition> tests = new ArrayList<>();
            for (int j = 0; j < 9; j++) {
                tests.add(compare("complainantCount", Operator.AT_LEAST, number(100 + 10 * i + j)));
            }
            tests.add(common);
            parts[i] = any(tests.toArray(Condition[]::new));
        }
        assertThat(ways(parts))
                .singleElement()
                .satisfies(way -> assertThat(way).extracting(Miss.Need::test).containsExactly(common));
    }

    @Test
    void what_is_long_for_one_condition_may_be_the_shortest_for_all() {
        Condition.Test one = compare("claimedLoss", Operator.AT_LEAST, number(200));
        Condition.Test other = compare("complainantCount", Operator.AT_LEAST, number(9));
        Condition.Test alone = compare("channel", Operator.EQUAL, text("PHONE"));
        assertThat(needs(any(alone, all(one, other)), one, other))
                .extracting(Miss.Need::test)
                .containsExactly(one, other);
        assertThat(needs(alone, any(one, all(other, alone)), other))
                .extracting(Miss.Need::test)
                .containsExactly(alone, other);
    }

    private static Condition all(Condition... parts) {
        return new Condition.All(List.of(parts), AT);
    }

    private static Condition any(Condition... parts) {
        return new Condition.Any(List.of(parts), AT);
    }

    @Test
    void a_number_is_away_by_a_share_and_anything_else_by_the_whole() {
        assertThat(gap(compare("claimedLoss", Operator.AT_LEAST, number(125)))).isEqualByComparingTo("0.2");
        assertThat(gap(compare("claimedLoss", Operator.AT_MOST, number(75)))).isEqualByComparingTo("0.25");
        assertThat(gap(compare("complainantCount", Operator.LESS, number(4)))).isZero();
        assertThat(gap(compare("complainantCount", Operator.EQUAL, number(0)))).isOne();
        assertThat(gap(compare("claimedLoss", Operator.EQUAL, number(-200)))).isOne();
        assertThat(gap(compare("channel", Operator.EQUAL, text("PHONE")))).isOne();
        assertThat(gap(in("complainantCount", false, number(5)))).isOne();
        assertThat(gap(contains("labels", true, "MAJOR"))).isOne();
    }

    private BigDecimal gap(Condition.Test test) {
        return needs(test).get(0).gap();
    }

    @Test
    void the_nearest_is_told_first() {
        Miss far = miss(compare("claimedLoss", Operator.EQUAL, number(200)));
        Miss near = miss(compare("claimedLoss", Operator.EQUAL, number(110)));
        Miss two = miss(
                compare("claimedLoss", Operator.EQUAL, number(101)),
                compare("complainantCount", Operator.LESS, number(4)));
        List<Miss> misses = new ArrayList<>(List.of(two, far, near));
        misses.sort(Miss.NEAREST);
        assertThat(misses).containsExactly(near, far, two);
    }

    private Miss miss(Condition... conditions) {
        return new Miss(rule(conditions), "MAJOR", ways(conditions), "MAJOR");
    }

    @Test
    void events_with_or_without_one_are_listed_as_they_are_counted() {
        Object with = seen.with(needs(contains("occurred", false, "CONTACTED")))
                .value(org.complaintkit.rules.syntax.Field.OCCURRED);
        assertThat((java.util.Collection<?>) with)
                .hasSize(2)
                .map(Object::toString)
                .contains("CONTACTED");
        Object without = seen.with(needs(contains("occurred", true, "COMPLAINT_REGISTERED")))
                .value(org.complaintkit.rules.syntax.Field.OCCURRED);
        assertThat(((java.util.Collection<?>) without).contains("COMPLAINT_REGISTERED"))
                .isFalse();
        assertThat(((java.util.Collection<?>) without).contains("OTHER")).isFalse();
    }
}
