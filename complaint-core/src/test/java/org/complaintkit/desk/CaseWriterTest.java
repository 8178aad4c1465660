package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.complaintkit.fixture.Passing;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.repository.StaleCaseException;
import org.junit.jupiter.api.Test;

class CaseWriterTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    /** A store in which somebody else is always faster, so many times, once a case is there. */
    private static final class Contested extends Passing {
        int lost;
        private final int times;

        Contested(int times) {
            super(new InMemoryCaseRepository());
            this.times = times;
        }

        @Override
        public void save(CaseChange change) {
            if (change.expectedVersion() > 0 && lost < times) {
                lost++;
                throw new StaleCaseException(change.value().id(), change.expectedVersion(), 99);
            }
            super.save(change);
        }
    }

    private static ComplaintDesk desk(Contested store) {
        ComplaintDesk desk = ComplaintDesk.under(TestRules.book())
                .repository(store)
                .clock(new TestClock(MONDAY))
                .open();
        desk.receive(Complaint.received("C-1", MONDAY, "TELEPHONE")
                .category("SERVICE")
                .build());
        return desk;
    }

    @Test
    void a_write_that_others_win_is_repeated_a_hundred_times_and_then_refused() {
        CaseEvent note = CaseEvent.of("e", "NOTE", "UNIT", MONDAY);
        Contested crowded = new Contested(99);
        assertThat(desk(crowded).handle("C-1", note).effective()).isTrue();
        assertThat(crowded.lost).isEqualTo(99);

        Contested hopeless = new Contested(Integer.MAX_VALUE);
        ComplaintDesk desk = desk(hopeless);
        assertThatThrownBy(() -> desk.handle("C-1", note)).isInstanceOf(StaleCaseException.class);
        assertThat(hopeless.lost).isEqualTo(100);
    }
}
