package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.duty.DutyPort;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestGuards;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.policy.Safeguards;
import org.junit.jupiter.api.Test;

/**
 * Histories of about twenty steps on the real desk and a store that survives, each lived twice: undisturbed, and by
 * processes that die at random steps. {@code -Dcomplaintkit.histories=N} says how many, and a quarter as many with mergers;
 * {@code -Dcomplaintkit.from=S} at which seed to begin: with N of 1 it lives again the one history that a failure names.
 */
class CrashSimulation {
    private static final int HISTORIES = Integer.getInteger("complaintkit.histories", 1_000);
    private static final int QUARTER = (HISTORIES + 3) / 4;
    private static final long FROM = Long.getLong("complaintkit.from", 0);
    private static final RuleBook BOOK = TestRules.book();
    private static final RuleBook MERGING = TestGuards.book(Safeguards.NONE, false);

    @Test
    void a_process_that_dies_anywhere_loses_nothing_and_doubles_nothing() {
        lived(HISTORIES, seed -> new Life(BOOK, Script.of(seed)));
    }

    @Test
    void nor_does_one_that_merges_and_parts_and_erases_cases() {
        Map<String, Integer> taken = lived(QUARTER, seed -> new Life(MERGING, Script.merging(seed)));
        assertThat(taken.getOrDefault("Merge", 0)).isGreaterThanOrEqualTo(QUARTER / 3);
        assertThat(taken.getOrDefault("Erase", 0)).isGreaterThanOrEqualTo(QUARTER / 25);
    }

    /** Lives them all; how many steps of each kind were taken. */
    private static Map<String, Integer> lived(int histories, LongFunction<Life> lives) {
        AtomicLong crashes = new AtomicLong();
        Map<String, Integer> taken = new ConcurrentHashMap<>();

        List<String> failures = LongStream.range(FROM, FROM + histories)
                .parallel()
                .mapToObj(seed -> failure(lives.apply(seed), crashes, taken, port -> port))
                .flatMap(Optional::stream)
                .limit(5)
                .toList();

        assertThat(failures).isEmpty();
        assertThat(crashes.get()).isGreaterThanOrEqualTo(histories);
        return taken;
    }

    /** A history and the rules under which it happens. */
    private record Life(RuleBook book, Script script) {}

    @Test
    void a_carrier_that_takes_over_what_is_not_safe_yet_is_found_out() {
        assertThat(LongStream.range(0, 200)
                        .mapToObj(seed -> failure(
                                new Life(BOOK, Script.of(seed)),
                                new AtomicLong(),
                                new ConcurrentHashMap<>(),
                                CrashSimulation::forgetful))
                        .flatMap(Optional::stream))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("seed "));
    }

    @Test
    void a_notice_that_is_not_due_yet_is_found_out_though_a_desk_outlives_what_its_port_throws() {
        Life life = new Life(BOOK, Script.of(1));

        assertThat(failure(life, new AtomicLong(), new ConcurrentHashMap<>(), CrashSimulation::hasty))
                .hasValueSatisfying(text -> assertThat(text).contains("before their time"));
    }

    /** Hands on what is not due for ten years. */
    private static DutyPort hasty(DutyPort wire) {
        return notice -> wire.deliver(new Notice(
                notice.key(),
                notice.kind(),
                notice.caseId(),
                notice.pack(),
                notice.code(),
                notice.to(),
                notice.clause(),
                notice.at().plus(Duration.ofDays(3_650)),
                notice.by()));
    }

    /** Holds back each notice until the next one comes, in the memory of the process. */
    private static DutyPort forgetful(DutyPort wire) {
        List<Notice> held = new ArrayList<>();
        return notice -> {
            held.add(notice);
            if (held.size() > 1) {
                wire.deliver(held.remove(0));
            }
        };
    }

    /** Why a history does not end as it should, with the seed that brings it back. */
    private static Optional<String> failure(
            Life life, AtomicLong crashes, Map<String, Integer> taken, UnaryOperator<DutyPort> carrier) {
        Script script = life.script();
        long seed = script.seed();
        try {
            World calm = new World(life.book(), Set.of());
            World.Ending expected = calm.play(script);
            calm.taken.forEach((kind, count) -> taken.merge(kind, count, Integer::sum));
            Random random = new Random(seed);
            int first = 1 + random.nextInt(calm.process.steps().size());
            Set<Integer> fatal = random.nextInt(4) > 0 ? Set.of(first) : Set.of(first, first + 1 + random.nextInt(12));
            World world = new World(life.book(), fatal, carrier);
            World.Ending found = world.play(script);
            crashes.addAndGet(world.crashes());
            boolean good = found.equals(expected)
                    && expected.keys().equals(expected.onTheWire())
                    && calm.wire.size() == expected.onTheWire().size();
            return good
                    ? Optional.empty()
                    : Optional.of("seed " + seed + ", died at " + fatal + ": " + difference(expected, found));
        } catch (RuntimeException | AssertionError e) {
            return Optional.of("seed " + seed + ": " + e);
        }
    }

    private static String difference(World.Ending expected, World.Ending found) {
        Set<String> lost = new TreeSet<>(expected.keys());
        lost.removeAll(found.onTheWire());
        Set<String> more = new TreeSet<>(found.onTheWire());
        more.removeAll(expected.keys());
        return "lost " + lost + ", more " + more + ", cases " + expected.cases() + " became " + found.cases()
                + ", refused " + expected.refused() + " became " + found.refused();
    }
}
