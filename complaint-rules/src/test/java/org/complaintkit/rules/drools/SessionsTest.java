package org.complaintkit.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.RandomSituations;
import org.junit.jupiter.api.Test;

class SessionsTest {
    @Test
    void a_hundred_thousand_decisions_leave_the_heap_flat_and_no_session_behind() {
        DroolsRuleBook book;
        try (Packs packs = Packs.shipped()) {
            book = packs.get("RCC");
            RandomSituations drawn = new RandomSituations(1, book.policy());
            List<Situation> situations = Stream.generate(drawn::next).limit(500).toList();
            decide(book, situations, 20_000);
            long early = usedAfterCollection();
            decide(book, situations, 80_000);
            long late = usedAfterCollection();
            assertThat(late - early)
                    .as("growth of the used heap in bytes, from %d to %d", early, late)
                    .isLessThan(8L << 20);
            assertThat(book.sessionsOpened()).isEqualTo(1);
        }
        assertThat(book.sessionsDisposed()).isEqualTo(book.sessionsOpened());
    }

    private static void decide(DroolsRuleBook book, List<Situation> situations, int times) {
        int answered = 0;
        for (int i = 0; i < times; i++) {
            Situation situation = situations.get(i % situations.size());
            answered += Decision.of(book, situation).reasons().size();
            answered += book.ask(Stage.DUTIES, situation).size();
        }
        assertThat(answered).isGreaterThan(times);
    }

    private static long usedAfterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
