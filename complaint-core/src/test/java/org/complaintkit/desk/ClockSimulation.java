package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.duty.Escalation;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.model.Complaint;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Histories handled by nodes whose clocks are wrong, in the end held against the same history under a clock that is right.
 * Nothing leaves before the clock of its node says that it is time; where no clock runs ahead that is before its time, and
 * where nothing was refused on the way for being in the future, exactly the same leaves and the case is the same.
 * {@code -Dcomplaintkit.clocks=N} says how many histories.
 */
class ClockSimulation {
    private static final RuleBook BOOK = TestRules.book();
    private static final int HISTORIES = Integer.getInteger("complaintkit.clocks", 40);
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    /** What is wrong with the clock of a node at the n-th step. */
    enum Fault {
        FIVE_MINUTES_APART,
        A_DAY_FORWARD,
        A_DAY_BACK,
        STANDING_STILL;

        boolean ahead() {
            return this == A_DAY_FORWARD || this == FIVE_MINUTES_APART;
        }

        Instant shown(Instant truth, int step, int node, Instant before) {
            boolean wrong = step % 9 > 3;
            return switch (this) {
                case FIVE_MINUTES_APART -> truth.plusSeconds(node == 0 ? -150 : 150);
                case A_DAY_FORWARD -> wrong ? truth.plus(Duration.ofDays(1)) : truth;
                case A_DAY_BACK -> wrong ? truth.minus(Duration.ofDays(1)) : truth;
                case STANDING_STILL -> wrong && node == 1 ? before : truth;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_fires_before_its_time_nothing_twice_and_nothing_is_lost(Fault fault) {
        AtomicInteger compared = new AtomicInteger();
        LongStream.range(0, HISTORIES)
                .mapToObj(Script::of)
                .filter(Script::orderly)
                .map(ClockSimulation::withoutThingsThatArise)
                .forEach(script -> {
                    World calm = new World(BOOK, Set.of());
                    World.Ending expected = calm.play(script);
                    Nodes nodes = new Nodes(fault);
                    nodes.play(script);

                    assertThat(nodes.early).as("seed %d", script.seed()).isEmpty();
                    assertThat(nodes.wire)
                            .as("seed %d", script.seed())
                            .doesNotHaveDuplicates()
                            .containsAll(expected.keys());
                    boolean exact = !fault.ahead() && !nodes.toldLate;
                    if (exact) {
                        assertThat(nodes.wire).as("seed %d", script.seed()).hasSameSizeAs(expected.keys());
                        compared.incrementAndGet();
                    }
                    expected.cases().forEach((id, value) -> {
                        Case found = nodes.find(id, script.end());
                        assertThat(standing(found)).as("seed %d", script.seed()).isEqualTo(standing(value));
                        if (exact) {
                            assertThat(found).as("seed %d", script.seed()).isEqualTo(value);
                        }
                    });
                });
        assertThat(compared.get() > 0).isEqualTo(fault == Fault.STANDING_STILL);
    }

    /** An event about a duty is refused before the duty has arisen: told later it is another history. */
    private static Script withoutThingsThatArise(Script script) {
        List<Script.Step> steps = script.steps().stream()
                .filter(step -> !(step instanceof Script.Handle handle
                        && Stream.of("duty", "round", "deadline")
                                .anyMatch(handle.event().data()::containsKey)))
                .toList();
        return new Script(script.seed(), steps, true, script.end());
    }

    /** Where a case stands, without what had left it and need not have. */
    private static List<Object> standing(Case value) {
        return List.of(
                value.state(),
                value.round(),
                value.events().stream().map(event -> event.id()).toList(),
                value.deadlines(),
                value.previousDeadlines(),
                value.findings(),
                value.steps(),
                value.withoutEffect());
    }

    @Test
    void a_ladder_catches_up_level_by_level_after_an_outage() {
        List<Notice> wire = new ArrayList<>();
        TestClock clock = new TestClock(MONDAY);
        ComplaintDesk desk =
                ComplaintDesk.under(BOOK).dutyPort(wire::add).clock(clock).open();
        desk.receive(Complaint.received("C-1", MONDAY, "TELEPHONE")
                .category("SERVICE")
                .build());
        clock.go(Duration.ofDays(300));

        assertThat(desk.sweep().cases()).isEqualTo(1);

        Instant breach = Instant.parse("2026-03-05T16:00:00Z");
        List<Escalation> fired = desk.find("C-1").orElseThrow().escalations();
        assertThat(fired).extracting(Escalation::id).containsExactly("T-E01", "T-E04");
        assertThat(fired)
                .extracting(Escalation::firedAt)
                .containsExactly(breach, breach.plus(Duration.ofMinutes(30)).plusNanos(1));
        assertThat(wire.stream().filter(notice -> notice.kind() == Notice.Kind.ESCALATION))
                .extracting(Notice::at)
                .isSorted();
        assertThat(desk.sweep().cases()).isZero();
    }

    /** Two nodes on one store, and a host that tells again what was refused once the clocks are right. */
    private static final class Nodes {
        final CaseRepository store = new InMemoryCaseRepository();
        final List<String> wire = new ArrayList<>();
        /** What left before its time: a desk outlives what a port throws, so the test looks at it in the end. */
        final List<String> early = new ArrayList<>();

        final Fault fault;
        final List<TestClock> clocks = List.of(new TestClock(Instant.EPOCH), new TestClock(Instant.EPOCH));
        Instant truth = Instant.EPOCH;
        boolean toldLate;
        final List<ComplaintDesk> desks =
                clocks.stream().map(clock -> desk(clock)).toList();

        Nodes(Fault fault) {
            this.fault = fault;
        }

        private ComplaintDesk desk(TestClock clock) {
            return ComplaintDesk.under(BOOK)
                    .repository(store)
                    .clock(clock)
                    .dutyPort(notice -> arrive(notice, clock))
                    .open();
        }

        private void arrive(Notice notice, TestClock clock) {
            Instant own = clock.instant();
            if (notice.at().isAfter(fault.ahead() && own.isAfter(truth) ? own : truth)) {
                early.add(notice.key());
            }
            wire.add(notice.key());
        }

        void play(Script script) {
            Random random = new Random(script.seed());
            List<Script.Step> refused = new ArrayList<>();
            int count = 0;
            for (Script.Step step : script.steps()) {
                int node = random.nextInt(2);
                truth = step.at();
                clocks.get(node)
                        .set(fault.shown(
                                step.at(), count++, node, clocks.get(node).instant()));
                if (!taken(desks.get(node), step)) {
                    refused.add(step);
                }
            }
            truth = script.end();
            clocks.forEach(clock -> clock.set(truth));
            toldLate = !refused.isEmpty();
            refused.forEach(step -> taken(desks.get(0), step));
            desks.forEach(ComplaintDesk::sweep);
        }

        private static boolean taken(ComplaintDesk desk, Script.Step step) {
            try {
                if (step instanceof Script.Receive receive) {
                    desk.receive(receive.complaint());
                } else if (step instanceof Script.Handle handle) {
                    desk.handle(handle.caseId(), handle.event());
                } else {
                    desk.sweep();
                }
                return true;
            } catch (InvalidInputException e) {
                return !Set.of("FUTURE_EVENT", "FUTURE_RECEIPT", "UNKNOWN_CASE").contains(e.code());
            }
        }

        Case find(String id, Instant asOf) {
            return desks.get(0).find(id, asOf).orElseThrow();
        }
    }
}
