package org.complaintkit.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.complaintkit.rules.analysis.Variable.Moment;
import org.complaintkit.rules.syntax.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Functions of three variables, held against their tables of truth. */
class DiagramsTest {
    private static final int ALL = 2 * 3 * 2;
    private final Space space = new Space();

    private final Diagrams diagrams = new Diagrams(1_000);
    /** The functions drawn so far by their tables. */
    private final Map<BitSet, Integer> drawn = new HashMap<>();

    /** The classes of a row of the table. */
    private static int[] classes(int row) {
        return new int[] {row % 2, row / 2 % 3, row / 6};
    }

    private BitSet table(int function) {
        BitSet table = new BitSet();
        for (int row = 0; row < ALL; row++) {
            table.set(row, diagrams.holds(function, classes(row)));
        }
        return table;
    }

    private static BitSet not(BitSet table) {
        BitSet not = (BitSet) table.clone();
        not.flip(0, ALL);
        return not;
    }

    @BeforeEach
    void draw() {
        space.add(new Variable(Field.VIP, "", Moment.NOW, List.of(false, true), List.of(0, 2)));
        space.add(new Variable(Field.CHANNEL, "", Moment.NOW, List.of("A", "B", "C"), List.of(1, 0, 3)));
        space.add(new Variable(Field.ANONYMOUS, "", Moment.NOW, List.of(false, true), List.of(0, 5)));
        for (int variable = 0; variable < 3; variable++) {
            int number = space.variables().get(variable).values().size();
            for (int set = 0; set < 1 << number; set++) {
                boolean[] marked = new boolean[number];
                BitSet table = new BitSet();
                for (int i = 0; i < number; i++) {
                    marked[i] = (set >> i & 1) == 1;
                }
                for (int row = 0; row < ALL; row++) {
                    table.set(row, marked[classes(row)[variable]]);
                }
                drawn.put(table, diagrams.where(variable, marked));
            }
        }
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            List<BitSet> known = new ArrayList<>(drawn.keySet());
            BitSet left = known.get(random.nextInt(known.size()));
            BitSet right = known.get(random.nextInt(known.size()));
            BitSet table = (BitSet) left.clone();
            if (random.nextBoolean()) {
                table.or(right);
                drawn.put(table, diagrams.or(drawn.get(left), drawn.get(right)));
            } else {
                table.and(right);
                drawn.put(table, diagrams.and(drawn.get(left), drawn.get(right)));
            }
        }
    }

    @Test
    void a_function_holds_where_its_table_says() {
        assertThat(drawn).hasSizeGreaterThan(100);
        drawn.forEach((table, function) -> assertThat(table(function)).isEqualTo(table));
    }

    @Test
    void equal_functions_are_equal_numbers() {
        Map<BitSet, Integer> numbers = new HashMap<>();
        drawn.values().forEach(function -> {
            Integer other = numbers.putIfAbsent(table(function), function);
            assertThat(other == null || other.equals(function)).isTrue();
            assertThat(diagrams.not(diagrams.not(function))).isEqualTo(function);
            assertThat(diagrams.and(function, diagrams.not(function))).isEqualTo(Diagrams.NEVER);
            assertThat(diagrams.or(function, diagrams.not(function))).isEqualTo(Diagrams.ALWAYS);
        });
        assertThat(drawn.get(new BitSet())).isEqualTo(Diagrams.NEVER);
        assertThat(drawn.get(not(new BitSet()))).isEqualTo(Diagrams.ALWAYS);
    }

    @Test
    void not_and_or_mean_what_they_say() {
        List<Integer> some = drawn.values().stream().limit(40).toList();
        for (int f : some) {
            assertThat(table(diagrams.not(f))).isEqualTo(not(table(f)));
            for (int g : some) {
                BitSet both = table(f);
                both.and(table(g));
                BitSet either = table(f);
                either.or(table(g));
                assertThat(table(diagrams.and(f, g))).isEqualTo(both);
                assertThat(table(diagrams.or(f, g))).isEqualTo(either);
                assertThat(diagrams.any(List.of(f, g))).isEqualTo(diagrams.or(f, g));
                assertThat(diagrams.and(f, g, f)).isEqualTo(diagrams.and(f, g));
            }
        }
        assertThat(diagrams.any(List.of())).isEqualTo(Diagrams.NEVER);
    }

    @Test
    void a_function_asks_for_what_makes_a_difference_to_it() {
        drawn.forEach((table, function) -> {
            BitSet asks = new BitSet();
            for (int row = 0; row < ALL; row++) {
                for (int other = 0; other < ALL; other++) {
                    int[] a = classes(row);
                    int[] b = classes(other);
                    for (int i = 0; i < 3; i++) {
                        boolean alone =
                                a[i] != b[i] && a[(i + 1) % 3] == b[(i + 1) % 3] && a[(i + 2) % 3] == b[(i + 2) % 3];
                        if (alone && table.get(row) != table.get(other)) {
                            asks.set(i);
                        }
                    }
                }
            }
            assertThat(diagrams.asks(function)).isEqualTo(asks);
        });
    }

    @Test
    void with_a_variable_fixed_the_others_still_count() {
        drawn.forEach((table, function) -> {
            for (int variable = 0; variable < 3; variable++) {
                for (int value = 0;
                        value < space.variables().get(variable).values().size();
                        value++) {
                    int fixed = diagrams.with(function, variable, value);
                    for (int row = 0; row < ALL; row++) {
                        int[] classes = classes(row);
                        boolean free = diagrams.holds(fixed, classes);
                        classes[variable] = value;
                        assertThat(free).isEqualTo(diagrams.holds(function, classes));
                    }
                }
            }
        });
    }

    @Test
    void the_plainest_situation_costs_least() {
        drawn.forEach((table, function) -> {
            if (function == Diagrams.NEVER) {
                return;
            }
            int least = Integer.MAX_VALUE;
            for (int row = 0; row < ALL; row++) {
                least = table.get(row) ? Math.min(least, cost(classes(row))) : least;
            }
            int[] plainest = diagrams.plainest(function, space);
            assertThat(diagrams.holds(function, plainest)).isTrue();
            assertThat(cost(plainest)).isEqualTo(least);
        });
        assertThat(diagrams.plainest(Diagrams.ALWAYS, space)).containsExactly(0, 1, 0);
        assertThatThrownBy(() -> diagrams.plainest(Diagrams.NEVER, space)).isInstanceOf(IllegalArgumentException.class);
    }

    private int cost(int[] classes) {
        int cost = 0;
        for (int i = 0; i < classes.length; i++) {
            cost += space.variables().get(i).costs().get(classes[i]);
        }
        return cost;
    }

    @Test
    void what_is_known_makes_no_new_node() {
        int size = diagrams.size();
        assertThat(size).isGreaterThan(50);
        drawn.values().forEach(function -> diagrams.not(diagrams.not(function)));
        assertThat(diagrams.size()).isGreaterThanOrEqualTo(size);
        int again = diagrams.size();
        drawn.values().forEach(function -> diagrams.not(diagrams.not(function)));
        assertThat(diagrams.size()).isEqualTo(again);
    }

    @Test
    void a_space_knows_its_variables_once_each() {
        Space twice = new Space();
        Variable vip = new Variable(Field.VIP, "", Moment.NOW, List.of(false, true), List.of(3, 0));
        twice.add(vip);
        twice.add(new Variable(Field.VIP, "", Moment.NOW, List.of(true, false), List.of(0, 1)));
        twice.add(new Variable(Field.VIP, "", Moment.BEFORE, List.of(true, false), List.of(0, 1)));
        assertThat(twice.variables()).hasSize(2).startsWith(vip);
        assertThat(twice.number(Field.VIP, "", Moment.BEFORE)).isEqualTo(1);
        assertThat(twice.has(Field.VIP, "", Moment.NOW)).isTrue();
        assertThat(twice.has(Field.VIP, "x", Moment.NOW)).isFalse();
        assertThatThrownBy(() -> twice.number(Field.VIP, "", Moment.FREE)).isInstanceOf(IllegalStateException.class);
        assertThat(twice.usual()).containsExactly(1, 0);
        assertThat(twice.classes(0, value -> value.equals(true))).containsExactly(false, true);
        assertThat(twice.bits()).isEqualTo(2);
        assertThat(vip.member()).isFalse();
        assertThat(new Variable(Field.LABELS, "X", Moment.NOW, List.of(false, true), List.of(0, 1)).member())
                .isTrue();
        assertThat(new Variable(Field.OCCURRED, "X", Moment.NOW, List.of(false, true), List.of(0, 1)).member())
                .isTrue();
        assertThatThrownBy(() -> new Variable(Field.VIP, "", Moment.NOW, List.of(true), List.of(1)).usual())
                .isInstanceOf(IllegalStateException.class);
    }
}
