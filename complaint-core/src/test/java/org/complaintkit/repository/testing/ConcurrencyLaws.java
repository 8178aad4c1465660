package org.complaintkit.repository.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.repository.testing.Samples.noted;
import static org.complaintkit.repository.testing.Samples.received;
import static org.complaintkit.repository.testing.Threads.together;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.Place;
import org.complaintkit.repository.StaleCaseException;
import org.complaintkit.repository.StoredCase;
import org.junit.jupiter.api.Test;

/** Several threads, half of them by way of another process. */
public interface ConcurrencyLaws extends Stores {
    private static boolean saved(CaseRepository repository, CaseChange change) {
        try {
            repository.save(change);
            return true;
        } catch (StaleCaseException e) {
            return false;
        }
    }

    @Test
    default void of_eight_first_writes_of_one_case_one_wins() {
        for (int round = 0; round < 10; round++) {
            String id = "C-" + round;
            ConcurrentLinkedQueue<Integer> winners = new ConcurrentLinkedQueue<>();
            together(this, 8, (thread, repository) -> {
                if (saved(repository, first(received(id)))) {
                    winners.add(thread);
                }
            });
            assertThat(winners).as("threads that wrote first").hasSize(1);
            assertThat(stored(id).version()).isEqualTo(1);
            assertThat(another().audit(id)).hasSize(1);
        }
    }

    @Test
    default void no_update_is_lost() {
        save(received("C-1"));
        together(this, 4, (thread, repository) -> {
            for (int i = 0; i < 15; i++) {
                String event = thread + "/" + i;
                boolean done = false;
                while (!done) {
                    StoredCase stored = repository.load("C-1").orElseThrow();
                    List<Notice> none = List.of();
                    var noted = noted(stored.value(), event, Map.of()).now();
                    done = saved(repository, CaseChange.after(stored, noted, none, link(stored.lastAudit(), noted)));
                }
            }
        });
        Set<String> expected = new TreeSet<>();
        IntStream.range(0, 60).forEach(i -> expected.add(i / 15 + "/" + i % 15));
        List<AuditEntry> trail = another().audit("C-1");
        assertThat(stored("C-1").value().events().stream().skip(1).map(CaseEvent::id))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(stored("C-1").version()).isEqualTo(61);
        assertThat(AuditTrail.firstBroken(trail, trail.get(60).hash())).isEmpty();
    }

    @Test
    default void numbers_taken_at_once_have_no_gap_and_no_double() {
        ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
        together(this, 4, (thread, repository) -> {
            for (int i = 0; i < 15; i++) {
                CaseChange change = first(received("C-" + thread + "-" + i));
                long number = 0;
                while (number == 0 || !saved(repository, change.taking("2026", number))) {
                    number = repository.lastNumber("2026") + 1;
                }
                taken.add(number);
            }
        });
        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 60).boxed().toList());
        assertThat(another().lastNumber("2026")).isEqualTo(60);
    }

    @Test
    default void claims_made_at_once_share_the_cases_out() {
        for (int i = 0; i < 40; i++) {
            save(received("C-" + i));
        }
        ConcurrentLinkedQueue<String> claimed = new ConcurrentLinkedQueue<>();
        CyclicBarrier end = new CyclicBarrier(4);
        together(this, 4, (thread, repository) -> {
            try (Claim<Place> claim = repository.due(Instant.MAX, Place.FIRST, 10)) {
                claim.items().forEach(place -> claimed.add(place.caseId()));
                end.await();
            }
        });
        assertThat(claimed).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(10);
        assertThat(due(Instant.MAX)).hasSize(40);
    }

    @Test
    default void a_key_stored_at_once_in_several_cases_is_held_once() {
        List<Notice> notices = received("C-0").notices();
        together(this, 4, (thread, repository) -> {
            var received = received("C-" + thread + "/");
            repository.save(CaseChange.first(received.now(), notices, link(null, received.now())));
        });
        assertThat(waiting()).containsExactlyInAnyOrderElementsOf(notices);
    }

    @Test
    default void a_reader_never_sees_half_a_write() {
        save(received("C-1"));
        together(this, 3, (thread, repository) -> {
            for (int i = 0; i < 40; i++) {
                StoredCase stored = repository.load("C-1").orElseThrow();
                assertThat(stored.value().events()).hasSize((int) stored.version());
                assertThat(stored.lastAudit().sequence()).isEqualTo(stored.version());
                if (thread == 0) {
                    var noted = noted(stored.value(), "e" + i, Map.of()).now();
                    repository.save(CaseChange.after(stored, noted, List.of(), link(stored.lastAudit(), noted)));
                }
            }
        });
        assertThat(stored("C-1").version()).isEqualTo(41);
    }

    private static Notice notice(String caseId, String key) {
        return new Notice(key, Notice.Kind.DUTY, caseId, "T", "T-DU01", List.of(), "T-01", Samples.MONDAY, null);
    }

    private static List<String> keys(Claim<Notice> claim) {
        return claim.items().stream().map(Notice::key).toList();
    }

    @Test
    default void notices_that_several_threads_write_in_turn_come_in_that_order() {
        int threads = 4;
        int rounds = 6;
        Semaphore[] turns =
                Stream.generate(() -> new Semaphore(0)).limit(threads).toArray(Semaphore[]::new);
        turns[0].release();
        together(this, threads, (thread, repository) -> {
            for (int i = thread; i < threads * rounds; i += threads) {
                assertThat(turns[thread].tryAcquire(60, TimeUnit.SECONDS))
                        .as("the thread before has written")
                        .isTrue();
                var received = received("C-" + i).now();
                List<Notice> one = List.of(notice("C-" + i, "n-" + i));
                repository.save(CaseChange.first(received, one, link(null, received)));
                turns[(thread + 1) % threads].release();
            }
        });
        assertThat(waiting())
                .extracting(Notice::key)
                .containsExactlyElementsOf(IntStream.range(0, threads * rounds)
                        .mapToObj(i -> "n-" + i)
                        .toList());
    }

    @Test
    default void a_claim_made_while_others_write_has_of_each_case_the_first_notices_in_order() {
        int writers = 3;
        List<List<String>> written = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            var received = received("C-" + i).now();
            repository().save(CaseChange.first(received, List.of(), link(null, received)));
            int writer = i;
            written.add(IntStream.range(0, 30)
                    .mapToObj(n -> "C-" + writer + " n-" + (97 * n % 30))
                    .toList());
        }
        AtomicInteger over = new AtomicInteger();
        together(this, writers + 1, (thread, repository) -> {
            if (thread < writers) {
                try {
                    write_two_by_two(repository, "C-" + thread, written.get(thread));
                } finally {
                    over.incrementAndGet();
                }
            } else {
                while (over.get() < writers) {
                    try (Claim<Notice> claim = repository.unpublished("", 50)) {
                        for (int i = 0; i < writers; i++) {
                            String of = "C-" + i + " ";
                            List<String> seen = keys(claim).stream()
                                    .filter(key -> key.startsWith(of))
                                    .toList();
                            assertThat(seen)
                                    .as("notices of a case, seen while it is written")
                                    .isEqualTo(written.get(i).subList(0, Math.min(30, seen.size())));
                        }
                    }
                }
            }
        });
        assertThat(waiting()).hasSize(writers * 30);
    }

    private void write_two_by_two(CaseRepository repository, String caseId, List<String> keys) {
        for (int i = 0; i < keys.size(); i += 2) {
            StoredCase stored = repository.load(caseId).orElseThrow();
            List<Notice> two = List.of(notice(caseId, keys.get(i)), notice(caseId, keys.get(i + 1)));
            repository.save(CaseChange.after(stored, stored.value(), two, link(stored.lastAudit(), stored.value())));
        }
    }
}
