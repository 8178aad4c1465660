package org.complaintkit.repository.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.repository.testing.Samples.MONDAY;
import static org.complaintkit.repository.testing.Samples.moment;
import static org.complaintkit.repository.testing.Samples.noted;
import static org.complaintkit.repository.testing.Samples.received;
import static org.complaintkit.repository.testing.Threads.together;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.CaseQuery;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.Place;
import org.complaintkit.repository.StoredCase;
import org.junit.jupiter.api.Test;

/**
 * One write carries everything or nothing: where the store fails in the middle of it, and for whoever looks on meanwhile.
 *
 * <p>A store is made to fail by parts that few can hold: names with NUL, names of twenty thousand characters, moments
 * beyond all calendars. It may hold them, and then the write is there as a whole; or it throws, and then nothing is.
 */
public interface AtomicLaws extends Stores {
    private static Notice notice(String key, Instant at) {
        return new Notice(key, Notice.Kind.DUTY, "C-1", "T", "T-DU01", List.of(), "T-01", at, null);
    }

    /** Twenty thousand characters that no compression makes short. */
    private static String longName() {
        return new Random(1)
                .ints(20_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static CaseChange with(CaseChange change, List<Notice> notices, AuditEntry link) {
        return new CaseChange(
                change.value(), change.expectedVersion(), notices, link, change.numbers(), change.newer());
    }

    private CaseChange written(String event) {
        return next("C-1", noted(stored("C-1").value(), event, Map.of()));
    }

    private boolean saved(CaseChange change) {
        try {
            repository().save(change);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Whether the store holds the change or refuses it, a write that follows finds it sound. */
    private void all_or_nothing(CaseChange plain) {
        CaseChange change = plain.taking("N", another().lastNumber("N") + 1);
        StoredCase before = stored("C-1");
        int links = another().audit("C-1").size();
        List<Notice> waiting = waiting();
        long number = another().lastNumber("N");

        boolean stored = saved(change);

        StoredCase after = stored("C-1");
        assertThat(after.value()).as("the case").isEqualTo(stored ? change.value() : before.value());
        assertThat(after.version()).as("its version").isEqualTo(before.version() + (stored ? 1 : 0));
        assertThat(another().audit("C-1")).as("its trail").hasSize(links + (stored ? 1 : 0));
        assertThat(waiting())
                .as("notices that wait")
                .hasSize(waiting.size() + (stored ? change.notices().size() : 0));
        assertThat(another().lastNumber("N")).as("the last number").isEqualTo(number + (stored ? 1 : 0));
        repository().save(written("after " + after.version()));
    }

    @Test
    default void a_write_whose_notices_cannot_be_stored_stores_nothing() {
        save(received("C-1"));
        for (Notice hard :
                List.of(notice("k\u0000", MONDAY), notice(longName(), MONDAY), notice("far off", Instant.MAX))) {
            CaseChange plain = written("e" + stored("C-1").version());
            String key = "k-" + plain.expectedVersion();
            List<Notice> notices = List.of(notice(key + " before", MONDAY), hard, notice(key + " after", MONDAY));
            all_or_nothing(with(plain, notices, plain.audit()));
        }
    }

    @Test
    default void a_write_whose_numbers_cannot_be_taken_stores_nothing() {
        save(received("C-1"));
        for (String name : List.of("2026\u0000", longName())) {
            CaseChange plain = written("e" + stored("C-1").version());
            List<Notice> notices = List.of(notice("k-" + plain.expectedVersion(), MONDAY));
            all_or_nothing(with(plain, notices, plain.audit()).taking(name, 1));
        }
    }

    @Test
    default void a_write_whose_link_cannot_be_stored_stores_nothing() {
        save(received("C-1"));
        for (String kind : List.of("NOTE\u0000", "NOTE")) {
            CaseChange plain = written("e" + stored("C-1").version());
            Instant at = kind.equals("NOTE") ? Instant.MAX : MONDAY;
            AuditEntry link = AuditTrail.next(stored("C-1").lastAudit(), "C-1", kind, at, "content");
            List<Notice> notices = List.of(notice("k-" + plain.expectedVersion(), MONDAY));
            all_or_nothing(with(plain, notices, link));
        }
    }

    /** Looks for the write of a case; false if it is not there yet. */
    @FunctionalInterface
    interface Look {
        boolean sees(CaseRepository reader, int number);
    }

    private static String id(int number) {
        return "C-" + (100 + number);
    }

    private static String lastKey(int number) {
        List<Notice> notices = received(id(number)).notices();
        return number == 0 ? "" : notices.get(notices.size() - 1).key();
    }

    /** One thread receives cases, each with its notices and a number; another looks for each until it is there. */
    private void beside_a_writer(Look look) {
        int writes = 30;
        AtomicBoolean over = new AtomicBoolean();
        together(this, 2, (thread, repository) -> {
            if (thread == 0) {
                try {
                    for (int i = 1; i <= writes; i++) {
                        repository.save(first(received(id(i))).taking("N", i));
                    }
                } finally {
                    over.set(true);
                }
            } else {
                int next = 1;
                while (next <= writes) {
                    boolean last = over.get();
                    boolean seen = look.sees(repository, next);
                    assertThat(seen || !last)
                            .as("write %s is seen at last", next)
                            .isTrue();
                    next += seen ? 1 : 0;
                }
            }
        });
    }

    private static List<Place> found(CaseRepository reader, int number) {
        return reader.find(CaseQuery.received(Instant.MIN, Instant.MAX)
                .after(new Place(MONDAY, id(number - 1)))
                .limit(1));
    }

    private static List<Place> due(CaseRepository reader, int number) {
        Place before = new Place(moment(received(id(number)).now()), id(number - 1));
        try (Claim<Place> claim = reader.due(Instant.MAX, before, 1)) {
            return claim.items();
        }
    }

    private static List<Notice> left(CaseRepository reader, int number) {
        try (Claim<Notice> claim = reader.unpublished(lastKey(number - 1), 20)) {
            return claim.items();
        }
    }

    @Test
    default void whoever_sees_a_case_sees_all_that_its_write_carried() {
        beside_a_writer((reader, number) -> {
            if (reader.load(id(number)).isEmpty()) {
                return false;
            }
            Outcome received = received(id(number));
            Case value = received.now();
            assertThat(left(reader, number))
                    .as("notices of a case that is there")
                    .containsAll(received.notices());
            assertThat(reader.lastNumber("N"))
                    .as("the number of a case that is there")
                    .isGreaterThanOrEqualTo(number);
            assertThat(reader.audit(id(number)))
                    .as("the trail of a case that is there")
                    .hasSize(1);
            assertThat(found(reader, number))
                    .as("the list with a case that is there")
                    .containsExactly(new Place(MONDAY, id(number)));
            assertThat(due(reader, number))
                    .as("what is due, with a case that is there")
                    .containsExactly(new Place(moment(value), id(number)));
            return true;
        });
    }

    @Test
    default void whoever_sees_a_part_of_a_write_sees_its_case() {
        beside_a_writer((reader, number) -> {
            boolean part = !left(reader, number).isEmpty()
                    || reader.lastNumber("N") >= number
                    || !reader.audit(id(number)).isEmpty()
                    || !found(reader, number).isEmpty()
                    || !due(reader, number).isEmpty();
            assertThat(!part || reader.load(id(number)).isPresent())
                    .as("the case %s of which a part is there", number)
                    .isTrue();
            return part;
        });
    }
}
