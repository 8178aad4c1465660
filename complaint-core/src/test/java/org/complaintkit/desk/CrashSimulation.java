package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.duty.DutyPort;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestRules;
import org.junit.jupiter.api.Test;

/**
 * Histories of about twenty steps on the real desk and a store that survives, each lived twice: undisturbed, and by
 * processes that die at random steps. {@code -Dcomplaintkit.histories=N} says how many, {@code -Dcomplaintkit.from=S}
 * at which seed to begin: with N of 1 it lives again the one history that a failure names.
 */
class CrashSimulation {
    private static final int HISTORIES = Integer.getInteger("complaintkit.histories", 1_000);
    private static final long FROM = Long.getLong("complaintkit.from", 0);
    private static final RuleBook BOOK = TestRules.book();

    @Test
    void a_process_that_dies_anywhere_loses_nothing_and_doubles_nothing() {
        AtomicLong crashes = new AtomicLong();

        List<String> failures = LongStream.range(FROM, FROM + HISTORIES)
                .parallel()
                .mapToObj(seed -> failure(seed, crashes, port -> port))
                .flatMap(Optional::stream)
                .limit(5)
                .toList();

        assertThat(failures).isEmpty();
        assertThat(crashes.get()).isGreaterThanOrEqualTo(HISTORIES);
    }

    @Test
    void a_carrier_that_takes_over_what_is_not_safe_yet_is_found_out() {
        assertThat(LongStream.range(0, 200)
                        .mapToObj(seed -> failure(seed, new AtomicLong(), CrashSimulation::forgetful))
                        .flatMap(Optional::stream))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("seed "));
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
    private static Optional<String> failure(long seed, AtomicLong crashes, UnaryOperator<DutyPort> carrier) {
        try {
            Script script = Script.of(seed);
            World calm = new World(BOOK, Set.of());
            World.Ending expected = calm.play(script);
            Random random = new Random(seed);
            int first = 1 + random.nextInt(calm.process.steps().size());
            Set<Integer> fatal = random.nextInt(4) > 0 ? Set.of(first) : Set.of(first, first + 1 + random.nextInt(12));
            World world = new World(BOOK, fatal, carrier);
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
