package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.complaintkit.calendar.testing.CalendarArbitraries;

/** Calendars that do not know their future, and futures that come: no answer leaves its bounds. */
class BoundsProperties {
    private static final LocalDate SETTLED = LocalDate.of(2025, 9, 30);
    /** Each try makes the service years of another calendar. */
    private static final int TRIES = 3_000;

    private static final int LAST_YEAR = 2030;
    private static final List<Future> POOL = pool();
    private static final List<Future> JOINED = joined();

    /** A calendar, and what becomes of it. */
    private record Future(WorkingCalendar known, WorkingCalendar truth) {}

    @Provide
    Arbitrary<DueQuestion> questions() {
        return CalendarArbitraries.questions(Arbitraries.just(Laws.CN));
    }

    @Property(tries = TRIES)
    void whatever_a_calendar_turns_out_to_be_an_answer_is_within_its_bounds(
            @ForAll("questions") DueQuestion question, @ForAll @IntRange(max = 39) int which) {
        within(question, POOL.get(which));
    }

    @Property(tries = TRIES)
    void whatever_the_parts_turn_out_to_be_an_answer_of_their_join_is_within_its_bounds(
            @ForAll("questions") DueQuestion question, @ForAll @IntRange(max = 11) int which) {
        within(question, JOINED.get(which));
    }

    private static void within(DueQuestion question, Future future) {
        Due due;
        Due truth;
        try {
            truth = DueDates.answer(question.with(future.truth()));
            due = DueDates.answer(question.with(future.known()));
        } catch (InvalidInputException e) {
            // Service that is never open has neither answer nor bounds, and a join may never work.
            assertThat(e.code()).isIn("DAY_OUTSIDE_CALENDAR", "SERVICE_NEVER_OPEN", "NO_WORKING_DAY");
            return;
        }
        Forecast f = due.forecast();
        if (f == null) {
            assertThat(truth.limit()).isEqualTo(due.limit());
            assertThat(truth.target()).isEqualTo(due.target());
        } else {
            assertThat(truth.limit()).isBetween(f.earliest(), f.latest());
            assertThat(truth.target()).isBetween(f.earliestTarget(), f.latestTarget());
        }
    }

    private static List<Future> pool() {
        Random random = new Random(20_260_101);
        List<Future> pool = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            pool.add(future(random, "OWN" + i));
        }
        return List.copyOf(pool);
    }

    private static List<Future> joined() {
        List<Future> joined = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Future a = POOL.get(i);
            Future b = POOL.get(39 - i);
            List<ListedDay> own = List.of(
                    new ListedDay(LocalDate.of(2026, 2, 3), DayKind.HOLIDAY, "", ""),
                    new ListedDay(LocalDate.of(2026, 2, 7 + i), DayKind.MAKE_UP, "", ""),
                    new ListedDay(LocalDate.of(2027, 1, 4 + i), DayKind.HOLIDAY, "", ""));
            joined.add(
                    switch (i % 3) {
                        case 0 ->
                            new Future(
                                    CalendarAlgebra.allWork("ALL", List.of(a.known(), b.known())),
                                    CalendarAlgebra.allWork("ALL", List.of(a.truth(), b.truth())));
                        case 1 ->
                            new Future(
                                    CalendarAlgebra.anyWorks("ANY", List.of(a.known(), b.known())),
                                    CalendarAlgebra.anyWorks("ANY", List.of(a.truth(), b.truth())));
                        default ->
                            new Future(
                                    CalendarAlgebra.overlay("OWN", a.known(), own),
                                    CalendarAlgebra.overlay("OWN", a.truth(), own));
                    });
        }
        return List.copyOf(joined);
    }

    /** Some weekdays a year turn out to be off, some days off turn out to be worked: as many as the sheet says can. */
    private static Future future(Random random, String id) {
        int more = random.nextInt(4);
        int fewer = random.nextInt(3);
        CalendarSheet.Builder known = CalendarSheet.named(id)
                .knownFrom(LocalDate.of(2018, 1, 1))
                .knownThrough(SETTLED)
                .surprises(more, fewer, "");
        List<DayOfWeek> weekend =
                random.nextInt(3) == 0 ? List.of(DayOfWeek.SUNDAY) : List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        known.weekend(weekend);
        Map<LocalDate, ListedDay> days = new TreeMap<>();
        for (int year = 2018; year <= LAST_YEAR; year++) {
            for (int n = random.nextInt(8); n >= 0; n--) {
                LocalDate day = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
                boolean rest = weekend.contains(day.getDayOfWeek());
                days.put(day, new ListedDay(day, rest ? DayKind.MAKE_UP : DayKind.HOLIDAY, "", ""));
            }
        }
        days.values().forEach(known::listed);
        CalendarSheet sheet = known.build();
        turn(random, sheet, days);
        CalendarSheet.Builder truth = CalendarSheet.named(id)
                .knownFrom(sheet.knownFrom())
                .knownThrough(AllDays.LAST)
                .weekend(weekend);
        days.values().forEach(truth::listed);
        return new Future(TableCalendar.of(sheet), TableCalendar.of(truth.build()));
    }

    private static void turn(Random random, CalendarSheet sheet, Map<LocalDate, ListedDay> days) {
        WorkingCalendar expected = TableCalendar.of(sheet);
        for (int year = SETTLED.getYear(); year <= LAST_YEAR; year++) {
            int more = random.nextInt(sheet.moreDaysOff() + 1);
            int fewer = random.nextInt(sheet.fewerDaysOff() + 1);
            // Surprises huddle at the beginning of a year, where bounds are tried hardest.
            int spread = random.nextInt(3) == 0 ? 12 : 365;
            for (int tries = 0; tries < 400 && more + fewer > 0; tries++) {
                LocalDate day = LocalDate.ofYearDay(year, 1 + random.nextInt(spread));
                boolean works = expected.isWorkingDay(day);
                boolean rest = sheet.weekend().contains(day.getDayOfWeek());
                if (!day.isAfter(SETTLED)) {
                    continue;
                }
                if (works && more > 0) {
                    days.remove(day);
                    if (!rest) {
                        days.put(day, new ListedDay(day, DayKind.HOLIDAY, "", ""));
                    }
                    more--;
                    expected = truthSoFar(sheet, days);
                } else if (!works && fewer > 0) {
                    days.remove(day);
                    if (rest) {
                        days.put(day, new ListedDay(day, DayKind.MAKE_UP, "", ""));
                    }
                    fewer--;
                    expected = truthSoFar(sheet, days);
                }
            }
        }
    }

    private static WorkingCalendar truthSoFar(CalendarSheet sheet, Map<LocalDate, ListedDay> days) {
        CalendarSheet.Builder so =
                CalendarSheet.named("X").knownFrom(sheet.knownFrom()).weekend(sheet.weekend());
        days.values().forEach(so::listed);
        return TableCalendar.of(so.build());
    }
}
