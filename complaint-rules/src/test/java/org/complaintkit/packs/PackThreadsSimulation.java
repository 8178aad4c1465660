package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Situation;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.RandomSituations;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.junit.jupiter.api.Test;

/**
 * All shipped packs decide on eight threads what they decide on one. {@code -Dcomplaintkit.decisions=300000} for the full
 * size; the seed of each thread is its number.
 */
class PackThreadsSimulation {
    private static final int THREADS = 8;
    private static final int DECISIONS = Integer.getInteger("complaintkit.decisions", 8_000);
    private static final int SITUATIONS = 60;

    /** A question with the answer that one thread gave. */
    private record Asked(DroolsRuleBook book, Situation situation, Decision decision) {}

    @Test
    void eight_threads_decide_as_one_does() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Packs packs = Packs.shipped()) {
            List<Asked> asked = new ArrayList<>();
            for (String id : packs.ids()) {
                DroolsRuleBook book = packs.get(id);
                RandomSituations drawn = new RandomSituations(id.hashCode(), book.policy());
                for (int i = 0; i < SITUATIONS; i++) {
                    Situation situation = drawn.next();
                    asked.add(new Asked(book, situation, Decision.of(book, situation)));
                }
            }
            List<Future<Integer>> differing = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(thread);
                differing.add(threads.submit(() -> differing(asked, random)));
            }
            for (Future<Integer> each : differing) {
                assertThat(each.get()).as("decisions that differ").isZero();
            }
            assertThat(asked).hasSizeGreaterThan(1_000);
            assertThat(asked.stream().map(Asked::decision).distinct().count()).isGreaterThan(300);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int differing(List<Asked> asked, Random random) {
        int differing = 0;
        for (int i = 0; i < DECISIONS / THREADS; i++) {
            Asked one = asked.get(random.nextInt(asked.size()));
            differing += Decision.of(one.book(), one.situation()).equals(one.decision()) ? 0 : 1;
        }
        return differing;
    }
}
