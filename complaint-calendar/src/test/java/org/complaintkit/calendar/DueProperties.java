package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.complaintkit.calendar.testing.CalendarArbitraries;

class DueProperties {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<WorkingCalendar> CALENDARS = List.of(
            Laws.CN,
            CalendarRegistry.standard().get("HK"),
            CalendarRegistry.standard().get("GB-ENG"),
            CalendarRegistry.standard().get("US"),
            CalendarRegistry.standard().get("TARGET"),
            TableCalendar.of(CalendarSheet.named("GULF")
                    .weekend(List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY))
                    .makeUp(LocalDate.of(2024, 3, 1))
                    .build()),
            TableCalendar.of(CalendarSheet.named("SUNDAYS")
                    .weekend(EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)))
                    .build()));
    private static final ServiceClock CLOCK =
            ServiceClock.of(Laws.CN, ServiceHours.parse("WD 09:00-12:00,13:30-17:30; Sat 10:00-12:00"), SHANGHAI);

    @Provide
    Arbitrary<Instant> starts() {
        return CalendarArbitraries.instants();
    }

    @Provide
    Arbitrary<TermUnit> units() {
        return Arbitraries.of(TermUnit.class).filter(unit -> unit != TermUnit.YEARS);
    }

    @Provide
    Arbitrary<Pause> pauses() {
        return CalendarArbitraries.pauses();
    }

    /** Where and how is counted: the laws hold for every calendar, zone and named set that ends its limits at 24:00. */
    record World(WorkingCalendar calendar, ZoneId zone, ConventionSet set) {
        DueQuestion.Builder ask(Instant start, Term term) {
            return DueQuestion.of(calendar, zone, start, term).conventions(set);
        }

        DueMoment limit(Instant start, Term term) {
            return DueDates.limit(ask(start, term).build());
        }
    }

    @Provide
    Arbitrary<World> worlds() {
        Arbitrary<WorkingCalendar> calendars = Arbitraries.of(CALENDARS);
        Arbitrary<ConventionSet> sets = Arbitraries.of(Conventions.names())
                .filter(name -> !name.endsWith("-BUSINESS-HOURS") && !name.endsWith("-CLOSE-OF-BUSINESS"))
                .map(Conventions::named);
        return Combinators.combine(calendars, CalendarArbitraries.zones(), sets).as(World::new);
    }

    @Property
    void a_later_start_never_has_an_earlier_limit(
            @ForAll("worlds") World world,
            @ForAll("starts") Instant a,
            @ForAll("starts") Instant b,
            @ForAll("units") TermUnit unit,
            @ForAll @IntRange(max = 60) int n) {
        Instant first = a.isBefore(b) ? a : b;
        Instant second = a.isBefore(b) ? b : a;
        assertThat(world.limit(first, Term.of(n, unit)).at())
                .isBeforeOrEqualTo(world.limit(second, Term.of(n, unit)).at());
    }

    @Property
    void a_larger_amount_never_has_an_earlier_limit(
            @ForAll("worlds") World world,
            @ForAll("starts") Instant start,
            @ForAll("units") TermUnit unit,
            @ForAll @IntRange(max = 59) int n) {
        assertThat(world.limit(start, Term.of(n, unit)).at())
                .isBeforeOrEqualTo(world.limit(start, Term.of(n + 1, unit)).at());
    }

    @Property
    void a_limit_is_never_before_its_start(
            @ForAll("worlds") World world,
            @ForAll("starts") Instant start,
            @ForAll("units") TermUnit unit,
            @ForAll @IntRange(max = 60) int n) {
        assertThat(world.limit(start, Term.of(n, unit)).at()).isAfterOrEqualTo(start);
    }

    @Property
    void a_pause_never_brings_a_limit_forward(
            @ForAll("worlds") World world,
            @ForAll("starts") Instant start,
            @ForAll("units") TermUnit unit,
            @ForAll @IntRange(max = 60) int n,
            @ForAll("pauses") Pause pause) {
        DueMoment plain = world.limit(start, Term.of(n, unit));
        DueMoment paused =
                DueDates.limit(world.ask(start, Term.of(n, unit)).pause(pause).build());
        assertThat(paused).isGreaterThanOrEqualTo(plain);
    }

    @Property
    void a_pause_said_twice_or_in_two_parts_is_one_pause(
            @ForAll("worlds") World world,
            @ForAll("starts") Instant start,
            @ForAll @IntRange(max = 60) int n,
            @ForAll("pauses") Pause pause) {
        Instant middle = pause.from().plusSeconds(86_400);
        boolean divisible = pause.to() == null || pause.to().isAfter(middle);
        List<Pause> parts = divisible
                ? List.of(
                        new Pause(middle, pause.to(), pause.wholeDays()),
                        new Pause(pause.from(), middle, pause.wholeDays()),
                        pause)
                : List.of(pause, pause);
        DueQuestion.Builder once = world.ask(start, Term.workingDays(n));
        DueQuestion.Builder parted = world.ask(start, Term.workingDays(n));
        assertThat(DueDates.limit(parted.pauses(parts).build()))
                .isEqualTo(DueDates.limit(once.pause(pause).build()));
    }

    @Property
    void a_cap_is_never_exceeded_and_changes_nothing_that_is_earlier(
            @ForAll("worlds") World world,
            @ForAll("starts") Instant start,
            @ForAll @IntRange(max = 60) int n,
            @ForAll @IntRange(max = 90) int cap) {
        DueMoment free = world.limit(start, Term.workingDays(n));
        DueMoment bound = world.limit(start, Term.days(cap));
        DueMoment capped = DueDates.limit(
                world.ask(start, Term.workingDays(n)).earlierLimit(bound).build());
        assertThat(capped).isEqualTo(free.compareTo(bound) <= 0 ? free : bound);
    }

    @Property
    void a_limit_that_moves_forward_is_a_working_day_and_one_that_stays_is_not_later(
            @ForAll("worlds") World world, @ForAll("starts") Instant start, @ForAll @IntRange(max = 60) int n) {
        DueQuestion.Builder q = world.ask(start, Term.days(n));
        DueMoment stays = DueDates.limit(q.convention(Convention.PLAIN).build());
        DueMoment moved = DueDates.limit(q.convention(Convention.PLAIN.withLastDay(Convention.LastDay.FORWARD))
                .build());
        assertThat(world.calendar().isWorkingDay(moved.day())).isTrue();
        assertThat(moved.day()).isEqualTo(world.calendar().nextOrSame(stays.day()));
    }

    @Property
    void a_limit_is_passed_from_one_instant_on_and_for_ever(
            @ForAll("worlds") World world,
            @ForAll("starts") Instant start,
            @ForAll("units") TermUnit unit,
            @ForAll @IntRange(max = 60) int n,
            @ForAll @LongRange(max = 1_000_000) long seconds) {
        DueMoment limit = world.limit(start, Term.of(n, unit));
        assertThat(limit.passedBy(limit.at().minusNanos(1).minusSeconds(seconds)))
                .isFalse();
        assertThat(limit.passedBy(limit.at().plusNanos(1).plusSeconds(seconds))).isTrue();
    }

    @Property
    void the_later_of_two_limits_is_not_before_the_earlier(
            @ForAll("worlds") World world,
            @ForAll("starts") Instant start,
            @ForAll @IntRange(max = 60) int n,
            @ForAll @IntRange(max = 60) int m) {
        List<Term> parts = List.of(Term.workingDays(n), Term.days(m));
        DueMoment later = world.limit(start, new Term.Combined(true, parts));
        DueMoment earlier = world.limit(start, new Term.Combined(false, parts));
        assertThat(later).isGreaterThanOrEqualTo(earlier);
        assertThat(List.of(world.limit(start, parts.get(0)), world.limit(start, parts.get(1))))
                .contains(later, earlier);
    }

    @Property
    void service_time_added_is_service_time_between(
            @ForAll("starts") Instant start, @ForAll @IntRange(max = 20_000) int minutes) {
        Duration time = Duration.ofMinutes(minutes);
        Instant end = CLOCK.plus(start, time);
        assertThat(CLOCK.between(start, end)).isEqualTo(time);
        assertThat(CLOCK.plus(CLOCK.minus(end, time), time)).isEqualTo(minutes == 0 ? start : end);
    }

    @Property
    void service_time_of_neighbouring_ranges_adds_up(
            @ForAll("starts") Instant a, @ForAll("starts") Instant b, @ForAll("starts") Instant c) {
        Instant[] at = {a, b, c};
        java.util.Arrays.sort(at);
        assertThat(CLOCK.between(at[0], at[2]))
                .isEqualTo(CLOCK.between(at[0], at[1]).plus(CLOCK.between(at[1], at[2])));
    }

    @Property
    void what_is_known_later_contradicts_no_certain_answer_except_by_revision(
            @ForAll("starts") Instant start, @ForAll @IntRange(max = 60) int n) {
        LocalDate known = LocalDate.ofInstant(start, SHANGHAI);
        Due due = DueDates.answer(DueQuestion.of(Laws.CN, SHANGHAI, start, Term.workingDays(n))
                .asOf(known)
                .build());
        if (due.certainty() == Certainty.OFFICIAL) {
            DueMoment now = limit(start, Term.workingDays(n));
            LocalDate last = later(now.day(), due.limit().day());
            boolean revised = due.start().day().datesUntil(last.plusDays(1)).anyMatch(Unrevised::isRevised);
            if (!revised) {
                assertThat(now).isEqualTo(due.limit());
            }
            assertThat(DueDates.limit(DueQuestion.of(Unrevised.since(known), SHANGHAI, start, Term.workingDays(n))
                            .build()))
                    .isEqualTo(due.limit());
        }
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static DueMoment limit(Instant start, Term term) {
        return DueDates.limit(DueQuestion.of(Laws.CN, SHANGHAI, start, term).build());
    }
}
