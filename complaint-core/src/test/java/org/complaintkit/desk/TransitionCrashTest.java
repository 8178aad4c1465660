package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.lifecycle.Step;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.model.Personal;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Transition;
import org.junit.jupiter.api.Test;

/** Every row of the transition table, cut off at every step of the way to store and wire, and done again. */
class TransitionCrashTest {
    private static final RuleBook BOOK = TestRules.book();
    private static final Lifecycle LIFECYCLE =
            new Lifecycle(List.of(BOOK), CalendarRegistry.standard(), Organisation.UNKNOWN);
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final int LONGEST = 9;

    @Test
    void each_transition_cut_off_at_each_step_of_the_write_ends_as_if_undisturbed() {
        Map<String, Script> scripts = scripts();
        assertThat(scripts.keySet()).containsExactlyInAnyOrderElementsOf(rows().toList());

        int cuts = 0;
        for (Map.Entry<String, Script> each : scripts.entrySet()) {
            World calm = new World(BOOK, Set.of());
            World.Ending expected = calm.play(each.getValue());
            List<String> steps = calm.process.steps();
            assertThat(steps).contains("before save", "after save", "before deliver", "after published");
            for (int step = 1; step <= steps.size(); step++) {
                World world = new World(BOOK, Set.of(step));
                assertThat(world.play(each.getValue()))
                        .as("%s, cut off at step %d, %s", each.getKey(), step, steps.get(step - 1))
                        .isEqualTo(expected);
                assertThat(world.crashes()).isEqualTo(1);
                cuts++;
            }
        }
        assertThat(cuts).isGreaterThan(scripts.size() * 6);
    }

    private static Stream<String> rows() {
        return BOOK.policy().transitions().stream()
                .flatMap(row ->
                        row.from().stream().map(from -> name(from, row.event().type(), row.to())));
    }

    private static String name(String from, String event, String to) {
        return from + " " + event + " " + to;
    }

    /** The shortest history that ends with each transition, found by breadth. */
    private static Map<String, Script> scripts() {
        Map<String, Script> found = new TreeMap<>();
        for (boolean reachable : List.of(true, false)) {
            Complaint complaint = Complaint.received("C-0", MONDAY, "TELEPHONE")
                    .complainant(new Complainant(
                            "INDIVIDUAL", !reachable, reachable, false, Personal.none(), Personal.none()))
                    .category("SERVICE")
                    .build();
            Deque<Way> open = new ArrayDeque<>();
            Set<String> seen = new HashSet<>();
            open.add(new Way(LIFECYCLE.receive(complaint).now(), List.of(new Script.Receive(MONDAY, complaint))));
            while (!open.isEmpty()) {
                Way way = open.remove();
                if (way.steps.size() < LONGEST && seen.add(way.now.state() + way.now.round())) {
                    List<Way> next = way.next();
                    next.forEach(each -> each.last(way.now).ifPresent(name -> found.putIfAbsent(name, each.script())));
                    open.addAll(next);
                }
            }
        }
        return found;
    }

    /** A case and how it got there. */
    private record Way(Case now, List<Script.Step> steps) {
        List<Way> next() {
            List<Way> next = new ArrayList<>();
            for (Transition row : BOOK.policy().transitions()) {
                Instant at = now.advancedTo().plus(Duration.ofHours(1));
                CaseEvent event = event("e" + steps.size(), row.event(), at);
                next.add(then(LIFECYCLE.handle(now, event).now(), new Script.Handle(at, now.id(), event)));
            }
            now.nextMoment()
                    .ifPresent(at -> next.add(then(LIFECYCLE.advance(now, at).now(), new Script.SweepNow(at))));
            return next;
        }

        private Way then(Case after, Script.Step step) {
            List<Script.Step> longer = new ArrayList<>(steps);
            longer.add(step);
            return new Way(after, longer);
        }

        /** The one row of the table that the last step took; empty if it took none or several. */
        Optional<String> last(Case before) {
            List<Step> taken =
                    now.steps().subList(before.steps().size(), now.steps().size());
            return taken.size() == 1
                    ? Optional.of(name(
                            before.state(), taken.get(0).event(), taken.get(0).state()))
                    : Optional.empty();
        }

        Script script() {
            return new Script(1, steps, false, now.advancedTo().plus(Duration.ofDays(60)));
        }
    }

    /** An event that the pattern matches. */
    private static CaseEvent event(String id, EventPattern pattern, Instant at) {
        Map<String, Object> data = new TreeMap<>();
        pattern.conditions().stream()
                .filter(condition -> condition.equal() && !condition.key().equals("by"))
                .forEach(condition -> data.put(
                        condition.key(), condition.value().equals(EventPattern.ANYTHING) ? "x" : condition.value()));
        return new CaseEvent(id, pattern.type(), "UNIT", "", at, at, data);
    }
}
