package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.Passing;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.repository.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody let time pass for days, and whoever does again has a clock that is wrong or jumps. */
class OutageTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    /** The end of the third working day; half an hour later the second level is told. */
    private static final Instant BREACH = Instant.parse("2026-03-05T16:00:00Z");

    private final CaseRepository store = new InMemoryCaseRepository();
    private final List<Notice> wire = new ArrayList<>();

    private ComplaintDesk desk(CaseRepository repository, TestClock clock) {
        return ComplaintDesk.under(TestRules.book())
                .repository(repository)
                .dutyPort(wire::add)
                .clock(clock)
                .open();
    }

    private static Complaint complaint() {
        return Complaint.received("C-1", MONDAY, "TELEPHONE")
                .category("SERVICE")
                .build();
    }

    private List<String> escalations() {
        return wire.stream()
                .filter(notice -> notice.kind() == Notice.Kind.ESCALATION)
                .map(Notice::code)
                .toList();
    }

    private Case stored() {
        return store.load("C-1").orElseThrow().value();
    }

    @Test
    void nodes_five_minutes_apart_catch_up_level_by_level_whichever_sweeps_first() {
        TestClock slow = new TestClock(MONDAY);
        TestClock fast = new TestClock(MONDAY);
        ComplaintDesk behind = desk(store, slow);
        ComplaintDesk ahead = desk(store, fast);
        behind.receive(complaint());
        slow.set(BREACH.plus(Duration.ofMinutes(27)));
        fast.set(BREACH.plus(Duration.ofMinutes(32)));

        behind.sweep();
        assertThat(escalations())
                .as("the second level is not due by this clock")
                .containsExactly("T-E01");
        ahead.sweep();
        assertThat(escalations()).containsExactly("T-E01", "T-E04");
        Case then = stored();
        behind.sweep();

        assertThat(stored()).as("a clock that is behind takes nothing back").isEqualTo(then);
        assertThat(wire).extracting(Notice::key).doesNotHaveDuplicates();
        assertThat(wire).containsExactlyInAnyOrderElementsOf(then.notices());
    }

    @Test
    void warnings_leave_before_the_limit_and_after_an_outage_with_the_moment_at_which_they_were_due() {
        TestClock clock = new TestClock(MONDAY);
        ComplaintDesk desk = desk(store, clock);
        desk.receive(complaint());
        while (warning() == null) {
            clock.go(Duration.ofHours(1));
            desk.sweep();
        }
        assertThat(clock.instant()).isBefore(BREACH);
        assertThat(warning().at()).isBetween(clock.instant().minus(Duration.ofHours(1)), clock.instant());

        wire.clear();
        TestClock late = new TestClock(MONDAY);
        ComplaintDesk asleep = desk(new InMemoryCaseRepository(), late);
        asleep.receive(complaint());
        late.go(Duration.ofDays(9));
        asleep.sweep();
        assertThat(escalations()).contains("T-E01");
        assertThat(warning().at()).isBefore(BREACH);
    }

    private Notice warning() {
        return of(Notice.Kind.WARNING, "T-D01");
    }

    private Notice of(Notice.Kind kind, String code) {
        return wire.stream()
                .filter(notice -> notice.kind() == kind && notice.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void a_clock_that_jumps_a_day_between_claim_and_save_loses_nothing_and_fires_nothing_early_or_twice(long days) {
        Instant truth = BREACH.plus(Duration.ofMinutes(10));
        TestClock clock = new TestClock(truth);
        boolean[] jumping = {true};
        ComplaintDesk desk = desk(
                new Passing(store) {
                    @Override
                    public Claim<Place> due(Instant by, Place after, int limit) {
                        Claim<Place> claim = sound.due(by, after, limit);
                        jump();
                        return claim;
                    }

                    @Override
                    public void save(CaseChange change) {
                        jump();
                        sound.save(change);
                    }

                    private void jump() {
                        if (jumping[0]) {
                            clock.set(truth.plus(Duration.ofDays(days)));
                        }
                    }
                },
                clock);
        desk(store, clock).receive(complaint());

        desk.sweep();
        assertThat(escalations()).containsExactly("T-E01");
        assertThat(wire).extracting(Notice::at).allMatch(at -> !at.isAfter(truth));
        jumping[0] = false;
        clock.set(truth.plus(Duration.ofDays(2)));
        desk.sweep();

        assertThat(escalations()).containsExactly("T-E01", "T-E04");
        assertThat(wire).extracting(Notice::key).doesNotHaveDuplicates();
        assertThat(wire).containsExactlyInAnyOrderElementsOf(stored().notices());
        List<AuditEntry> trail = store.audit("C-1");
        assertThat(AuditTrail.firstBroken(trail, trail.get(trail.size() - 1).hash()))
                .isEmpty();
    }

    @Test
    void an_event_that_meets_a_clock_a_day_behind_is_refused_and_taken_when_it_is_told_again() {
        TestClock clock = new TestClock(MONDAY.plus(Duration.ofDays(1)));
        ComplaintDesk desk = desk(store, clock);
        desk.receive(complaint());
        CaseEvent reply = CaseEvent.of("r", "REPLIED_TO_CUSTOMER", "UNIT", clock.instant());
        Contents before = Contents.of(store, "C-1");

        clock.go(Duration.ofDays(-1));
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> desk.handle("C-1", reply))
                        .code())
                .isEqualTo("FUTURE_EVENT");
        assertThat(Contents.of(store, "C-1")).isEqualTo(before);
        clock.go(Duration.ofDays(1));
        desk.handle("C-1", reply);

        assertThat(stored().state()).isEqualTo("REPLIED");
    }
}
