package org.complaintkit.rules.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.analysis.Variable.Moment;
import org.complaintkit.rules.syntax.Field;

/**
 * What can be at all: no event that says something without happening, no day before that of receipt, no deadline breached
 * that no rule asks for. What it leaves out counts as possible, so that it never makes a rule seem dead that is not.
 */
final class World {
    private final Space space;
    private final Diagrams diagrams;
    private final Policy policy;
    private final List<Law> laws = new ArrayList<>();
    private final Map<Long, Boolean> known = new HashMap<>();

    /**
     * One thing that holds of all situations.
     *
     * @param holds where it does
     * @param asks the variables of which it speaks
     * @param happening whether it only ties the event to something: where one of the two is open it can always be kept
     * @param checks whether it holds when checks are asked, too: they judge an event before it counts as having happened
     */
    private record Law(int holds, BitSet asks, boolean happening, boolean checks) {}

    World(Space space, Diagrams diagrams, Policy policy, Set<String> deadlines) {
        this.space = space;
        this.diagrams = diagrams;
        this.policy = policy;
        silence(Moment.NOW);
        silence(Moment.BEFORE);
        keys(Field.GIVEN, Moment.NOW);
        keys(Field.DETAILS, Moment.NOW);
        keys(Field.DETAILS, Moment.BEFORE);
        law(signals());
        law(days());
        clocks(deadlines);
        law(reasoned());
        patterns().forEach((type, each) -> {
            law(together(each));
            law(happened(type, each), true, false);
        });
    }

    private void law(int holds) {
        law(holds, false, true);
    }

    private void law(int holds, boolean happening, boolean checks) {
        if (holds != Diagrams.ALWAYS) {
            laws.add(new Law(holds, diagrams.asks(holds), happening, checks));
        }
    }

    /** The function where it can be when a stage is asked. */
    int all(Stage stage, int f) {
        int all = f;
        for (Law law : laws) {
            all = law.checks() || stage != Stage.CHECKS ? diagrams.and(all, law.holds()) : all;
        }
        return all;
    }

    /** Whether a function holds anywhere when a stage is asked. Laws that speak of nothing in it are left aside. */
    boolean possible(Stage stage, int f) {
        if (f <= Diagrams.ALWAYS) {
            return f == Diagrams.ALWAYS;
        }
        long key = ((long) f << 1) | (stage == Stage.CHECKS ? 1 : 0);
        Boolean answer = known.get(key);
        if (answer == null) {
            answer = kept(stage, f) != Diagrams.NEVER;
            known.put(key, answer);
        }
        return answer;
    }

    private int kept(Stage stage, int f) {
        BitSet spoken = diagrams.asks(f);
        BitSet used = new BitSet();
        int kept = f;
        boolean more = true;
        while (more && kept != Diagrams.NEVER) {
            more = false;
            for (int i = 0; i < laws.size(); i++) {
                Law law = laws.get(i);
                if (!used.get(i) && (law.checks() || stage != Stage.CHECKS) && touches(law, spoken)) {
                    used.set(i);
                    spoken.or(law.asks());
                    kept = diagrams.and(kept, law.holds());
                    more = true;
                }
            }
        }
        return kept;
    }

    private boolean touches(Law law, BitSet spoken) {
        if (!law.happening()) {
            return law.asks().intersects(spoken);
        }
        BitSet events = new BitSet();
        events.set(space.number(Field.EVENT, "", Moment.NOW));
        events.set(space.number(Field.EVENT, "", Moment.BEFORE));
        BitSet rest = (BitSet) law.asks().clone();
        rest.andNot(events);
        events.and(law.asks());
        return events.intersects(spoken) && rest.intersects(spoken);
    }

    private int and(int f, int g) {
        return diagrams.and(f, g);
    }

    private int is(Field field, String code, Moment moment, Object value) {
        int number = space.number(field, code, moment);
        return diagrams.where(number, space.classes(number, value::equals));
    }

    private int holds(Variable variable) {
        return is(variable.field(), variable.code(), variable.moment(), true);
    }

    /** When nothing happens, nobody acts and nothing is said. */
    private void silence(Moment moment) {
        int some = diagrams.not(is(Field.EVENT, "", moment, ""));
        for (Variable each : space.variables()) {
            if (each.moment() == moment
                    && Domains.OF_EVENT.contains(each.field())
                    && each.field() != Field.EVENT
                    && each.field() != Field.TODAY) {
                Object nothing = each.values().get(0) instanceof BigDecimal
                        ? BigDecimal.ZERO
                        : each.values().contains("") ? "" : false;
                law(diagrams.or(some, is(each.field(), each.code(), moment, nothing)), true, true);
            }
        }
    }

    /** What says {@code key=value} says the key. */
    private void keys(Field field, Moment moment) {
        for (Variable each : space.variables()) {
            if (each.field() == field && each.moment() == moment && each.code().contains("=")) {
                String key = each.code().substring(0, each.code().indexOf('='));
                law(diagrams.or(diagrams.not(holds(each)), is(field, key, moment, true)));
            }
        }
    }

    /** A text speaks for one category at most, and for none where intake has named one that the words know. */
    private int signals() {
        Set<String> read = policy.signals().categories();
        Set<String> categories = policy.vocabulary().kind("CATEGORY").keySet();
        int named = Diagrams.NEVER;
        List<Variable> heard = new ArrayList<>();
        for (Variable each : space.variables()) {
            if (each.field() == Field.INTAKE_CATEGORIES && read.contains(each.code())) {
                named = diagrams.or(named, holds(each));
            } else if (each.field() == Field.SIGNALS
                    && (categories.contains(each.code()) || each.code().equals(Domains.UNHEARD))) {
                heard.add(each);
            }
        }
        int none = Diagrams.ALWAYS;
        int one = Diagrams.NEVER;
        for (Variable each : heard) {
            int not = diagrams.not(holds(each));
            one = diagrams.or(and(one, not), and(none, holds(each)));
            none = and(none, not);
        }
        return diagrams.or(none, and(one, diagrams.not(named)));
    }

    /** Nobody looks at a complaint before it was received. */
    private int days() {
        if (!space.has(Field.TODAY, "", Moment.NOW) || !space.has(Field.RECEIVED_DAY, "", Moment.NOW)) {
            return Diagrams.ALWAYS;
        }
        int today = space.number(Field.TODAY, "", Moment.NOW);
        int received = space.number(Field.RECEIVED_DAY, "", Moment.NOW);
        int all = Diagrams.NEVER;
        // Both are cut at the same bounds; within a class the receipt may come first.
        int classes = space.variables().get(today).values().size();
        for (int i = 0; i < classes; i++) {
            boolean[] day = new boolean[classes];
            boolean[] until = new boolean[classes];
            day[i] = true;
            Arrays.fill(until, 0, i + 1, true);
            all = diagrams.or(all, and(diagrams.where(today, day), diagrams.where(received, until)));
        }
        return all;
    }

    /** The grade that was named with a reason is the one that was named last. */
    private int reasoned() {
        if (!space.has(Field.LOWERED, "", Moment.NOW) || !space.has(Field.GRADED, "", Moment.NOW)) {
            return Diagrams.ALWAYS;
        }
        int number = space.number(Field.LOWERED, "", Moment.NOW);
        int graded = space.number(Field.GRADED, "", Moment.NOW);
        Set<Object> known = Set.copyOf(space.variables().get(graded).values());
        int all = Diagrams.ALWAYS;
        for (Object grade : space.variables().get(number).values()) {
            if (!grade.equals("") && known.contains(grade)) {
                int lowered = diagrams.where(number, space.classes(number, grade::equals));
                all = and(
                        all,
                        diagrams.or(
                                diagrams.not(lowered), diagrams.where(graded, space.classes(graded, grade::equals))));
            }
        }
        return all;
    }

    /** A clock that no rule starts neither passes nor is met. */
    private void clocks(Set<String> deadlines) {
        for (Variable each : space.variables()) {
            boolean clock =
                    each.field() == Field.BREACHED || each.field() == Field.MET || each.field() == Field.TARGET_MISSED;
            if (clock && !deadlines.contains(each.code())) {
                law(diagrams.not(holds(each)));
            }
        }
    }

    private Map<String, List<EventPattern>> patterns() {
        Map<String, List<EventPattern>> byType = new TreeMap<>();
        space.variables().stream()
                .filter(each -> each.field() == Field.OCCURRED)
                .map(each -> EventPattern.parse(each.code()))
                .forEach(each -> byType.computeIfAbsent(each.type(), type -> new ArrayList<>())
                        .add(each));
        return byType;
    }

    /** Whatever pattern is met, an event meets it, and with it the others that it meets. */
    private int together(List<EventPattern> patterns) {
        List<BitSet> sets = new EventPatterns(patterns).metBy();
        int all = Diagrams.ALWAYS;
        for (int i = 0; i < patterns.size(); i++) {
            int place = i;
            int met = is(Field.OCCURRED, codeOf(patterns.get(i)), Moment.NOW, true);
            int by = some(sets.stream().filter(set -> set.get(place)).toList(), patterns);
            all = and(all, diagrams.or(diagrams.not(met), by));
        }
        return all;
    }

    /** The event that has just happened is one of those that did. */
    private int happened(String type, List<EventPattern> patterns) {
        if (!space.variables()
                .get(space.number(Field.EVENT, "", Moment.NOW))
                .values()
                .contains(type)) {
            return Diagrams.ALWAYS;
        }
        int met = some(new EventPatterns(patterns).metBy(), patterns);
        return diagrams.or(diagrams.not(is(Field.EVENT, "", Moment.NOW, type)), met);
    }

    private int some(List<BitSet> sets, List<EventPattern> patterns) {
        int some = Diagrams.NEVER;
        for (BitSet set : sets) {
            int all = Diagrams.ALWAYS;
            for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
                all = and(all, is(Field.OCCURRED, codeOf(patterns.get(i)), Moment.NOW, true));
            }
            some = diagrams.or(some, all);
        }
        return some;
    }

    /** As it is written in the rules. */
    private String codeOf(EventPattern pattern) {
        return space.variables().stream()
                .filter(each -> each.field() == Field.OCCURRED
                        && EventPattern.parse(each.code()).equals(pattern))
                .map(Variable::code)
                .findFirst()
                .orElseThrow();
    }

    /** The deadlines that rules ask for or that an extension brings, by the code under which they are judged. */
    static Set<String> running(Policy policy, Set<String> asked) {
        Set<String> running = new TreeSet<>();
        policy.extensions().forEach(each -> running.add(each.into()));
        running.addAll(asked);
        Set<String> codes = new TreeSet<>();
        running.forEach(id -> codes.add(id.split("/", 2)[0]));
        return codes;
    }
}
