package org.complaintkit.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.fixture.TestKnown;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.policy.Policy;
import org.jspecify.annotations.Nullable;

class DeadlineProperties {
    private static final Policy POLICY = TestPolicy.policy();
    private static final Dating DATING = Dating.of(POLICY, CalendarRegistry.standard());
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    /** Three working days from Monday, 2 March 2026: Thursday at 24:00. */
    private static final Instant DAY_LIMIT = Instant.parse("2026-03-05T16:00:00Z");
    /** Two hours. */
    private static final Instant CLOCK_LIMIT = START.plus(Duration.ofHours(2));

    /** Minutes from the limit at which something happened, 0 the limit itself; null where it never did. */
    record Life(
            boolean wholeDay,
            @Nullable Long ended,
            @Nullable Long superseded,
            @Nullable Long cancelled,
            long asOf) {
        Instant at(long minutes) {
            return (wholeDay ? DAY_LIMIT : CLOCK_LIMIT).plus(Duration.ofMinutes(minutes));
        }

        Deadline deadline() {
            Deadline dated = running(wholeDay ? "T-D01" : "T-D03");
            Deadline judged = dated.judged(moment(ended), moment(cancelled));
            return superseded == null ? judged : judged.superseded(at(superseded));
        }

        private @Nullable Instant moment(@Nullable Long minutes) {
            return minutes == null ? null : at(minutes);
        }
    }

    @Property(tries = 1_000)
    void a_state_is_what_a_small_oracle_says(@ForAll("lives") Life life) {
        assertThat(life.deadline().state(life.at(life.asOf()))).isEqualTo(oracle(life));
    }

    @Property(tries = 500)
    void a_state_once_settled_stays(@ForAll("lives") Life life) {
        Deadline deadline = life.deadline();
        DeadlineState now = deadline.state(life.at(life.asOf()));
        if (now != DeadlineState.OPEN) {
            assertThat(deadline.state(life.at(life.asOf() + 10_000))).isEqualTo(now);
        }
    }

    @Property(tries = 500)
    void every_moment_lies_before_or_at_the_first_late_one(@ForAll("lives") Life life) {
        Deadline deadline = life.deadline();
        boolean stopped = life.ended() != null || life.superseded() != null || life.cancelled() != null;

        assertThat(deadline.moments().toList().isEmpty()).isEqualTo(stopped);
        List<Instant> walked = new ArrayList<>();
        Instant next = deadline.nextMoment(Instant.MIN, Instant.MAX);
        while (next != null) {
            walked.add(next);
            next = deadline.nextMoment(next, Instant.MAX);
        }
        assertThat(walked).isEqualTo(deadline.moments().distinct().sorted().toList());
        assertThat(deadline.moments())
                .allSatisfy(at -> assertThat(at).isBetween(deadline.startedAt(), deadline.lateFrom()));
    }

    @Property(tries = 500)
    void the_first_late_moment_is_the_edge_between_open_and_breached(@ForAll boolean wholeDay) {
        Deadline deadline = running(wholeDay ? "T-D01" : "T-D03");

        assertThat(deadline.state(deadline.lateFrom())).isEqualTo(DeadlineState.BREACHED);
        assertThat(deadline.state(deadline.lateFrom().minusNanos(1))).isEqualTo(DeadlineState.OPEN);
    }

    /** In whole minutes, by the words of CONV-19: the first thing that happened decides, unless the limit came before. */
    private static DeadlineState oracle(Life life) {
        long first = Long.MAX_VALUE;
        DeadlineState by = DeadlineState.OPEN;
        if (life.cancelled() != null && life.cancelled() <= life.asOf()) {
            first = life.cancelled();
            by = DeadlineState.CANCELLED;
        }
        if (life.superseded() != null && life.superseded() <= life.asOf() && life.superseded() <= first) {
            first = life.superseded();
            by = DeadlineState.SUPERSEDED;
        }
        if (life.ended() != null && life.ended() <= life.asOf() && life.ended() <= first) {
            first = life.ended();
            by = DeadlineState.MET;
        }
        long looked = Math.min(first, life.asOf());
        boolean late = life.wholeDay() ? looked >= 0 : looked > 0;
        return late ? DeadlineState.BREACHED : by;
    }

    private static Deadline running(String id) {
        return DATING.date(
                        Optional.ofNullable(POLICY.deadlines().get(id)).orElseThrow(),
                        1,
                        START,
                        null,
                        TestKnown.nothing())
                .orElseThrow();
    }

    @Property(tries = 200)
    void a_start_on_any_day_gives_a_limit_after_it_and_a_target_not_after_the_limit(@ForAll("days") LocalDate day) {
        for (String id : new String[] {"T-D01", "T-D02", "T-D03", "T-D05", "T-D06"}) {
            Instant start = day.atTime(13, 30).atZone(TestPolicy.ZONE).toInstant();
            Deadline deadline = DATING.date(
                            Optional.ofNullable(POLICY.deadlines().get(id)).orElseThrow(),
                            1,
                            start,
                            null,
                            TestKnown.nothing())
                    .orElseThrow();
            DueMoment limit = deadline.limit();

            assertThat(limit.at()).isAfter(start);
            assertThat(deadline.target()).isLessThanOrEqualTo(limit);
            assertThat(deadline.warnAt())
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allSatisfy(at -> assertThat(at).isAfter(start).isBefore(limit.at()));
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 700)
                .map(n -> LocalDate.of(2025, 1, 1).plusDays(n));
    }

    @Provide
    Arbitrary<Life> lives() {
        Arbitrary<Long> near = Arbitraries.longs().between(-3, 3);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        near.injectNull(0.4),
                        near.injectNull(0.6),
                        near.injectNull(0.6),
                        near)
                .as(Life::new);
    }
}
