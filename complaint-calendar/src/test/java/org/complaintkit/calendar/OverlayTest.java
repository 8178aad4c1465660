package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.check.ProofChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of one's own over a calendar, and joins of joins. */
class OverlayTest {
    private static final WorkingCalendar GULF = TableCalendar.of(CalendarSheet.named("GULF")
            .weekend(List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY))
            .holiday(LocalDate.of(2026, 3, 2))
            .knownThrough(LocalDate.of(2026, 12, 31))
            .build());

    private static WorkingCalendar calendar(String id) {
        return id.equals("GULF") ? GULF : CalendarRegistry.standard().get(id);
    }

    private static WorkingCalendar with(WorkingCalendar base, LocalDate day, DayKind kind) {
        return CalendarAlgebra.overlay("BRANCH", base, List.of(new ListedDay(day, kind, "ours", "branch")));
    }

    @ParameterizedTest
    @CsvSource({
        "CN, 2026-05-01, MAKE_UP, MAKE_UP",
        "CN, 2026-03-08, MAKE_UP, MAKE_UP",
        "CN, 2026-03-09, MAKE_UP, ORDINARY",
        "CN, 2026-03-09, HOLIDAY, HOLIDAY",
        "CN, 2026-10-10, MAKE_UP, MAKE_UP",
        "CN, 2026-10-10, HOLIDAY, HOLIDAY",
        "CN, 2027-03-08, HOLIDAY, HOLIDAY",
        "CN, 2027-10-01, MAKE_UP, MAKE_UP",
        "GB-ENG, 2025-12-25, MAKE_UP, MAKE_UP",
        "GULF, 2026-03-06, MAKE_UP, MAKE_UP",
        "GULF, 2026-03-08, MAKE_UP, ORDINARY",
        "GULF, 2026-03-08, HOLIDAY, HOLIDAY",
        "GULF, 2026-03-02, MAKE_UP, MAKE_UP",
    })
    void what_the_owner_lists_decides_whatever_the_base_has_there(
            String base, LocalDate day, DayKind kind, DayKind becomes) {
        WorkingCalendar branch = with(calendar(base), day, kind);

        assertThat(branch.isWorkingDay(day)).isEqualTo(kind.isWorking());
        assertThat(branch.day(day).kind()).isEqualTo(becomes);
        assertThat(branch.day(day).working()).isEqualTo(kind.isWorking());
        assertThat(branch.day(day).name()).isEqualTo("ours");
        assertThat(branch.plusWorkingDays(day.minusDays(1), 1).equals(day)).isEqualTo(kind.isWorking());
        for (Scenario reading : Scenario.values()) {
            assertThat(branch.scenario(reading).isWorkingDay(day)).isEqualTo(kind.isWorking());
        }
        for (LocalDate other = day.minusDays(20); other.isBefore(day.plusDays(20)); other = other.plusDays(1)) {
            if (!other.equals(day)) {
                assertThat(branch.day(other)).isEqualTo(calendar(base).day(other));
            }
        }
    }

    @Test
    void what_the_owner_lists_held_before_the_base_knew_its_own_days() {
        LocalDate labourDay = LocalDate.of(2020, 5, 1);
        WorkingCalendar branch = with(Laws.CN, labourDay, DayKind.MAKE_UP).asOf(LocalDate.of(2019, 6, 1));

        assertThat(branch.isWorkingDay(labourDay)).isTrue();
        assertThat(branch.certainty(labourDay, labourDay)).isEqualTo(Certainty.PROVISIONAL);
        assertThat(branch.scenario(Scenario.LATEST).isWorkingDay(labourDay)).isTrue();
    }

    @Test
    void service_is_open_on_a_weekday_that_the_owner_opens() {
        ZoneId zone = ZoneId.of("Europe/London");
        LocalDate christmas = LocalDate.of(2025, 12, 25);
        WorkingCalendar branch = with(calendar("GB-ENG"), christmas, DayKind.MAKE_UP);
        Instant eve = Instant.parse("2025-12-24T16:00:00Z");

        assertThat(ServiceClock.of(branch, ServiceHours.parse("WD 09:00-17:00"), zone)
                        .plus(eve, Duration.ofHours(3)))
                .isEqualTo("2025-12-25T11:00:00Z");
        DueQuestion q = DueQuestion.of(branch, zone, eve, Term.workingDays(1)).build();
        assertThat(DueDates.limit(q).day()).isEqualTo(christmas);
        assertThat(ProofChecker.faults(DueDates.answer(q).proof(), branch)).isEmpty();
    }

    @Test
    void days_of_ones_own_are_settled_so_only_the_base_is_assumed_and_bounded() {
        LocalDate day = LocalDate.of(2027, 7, 21);
        WorkingCalendar branch = with(Laws.CN, day, DayKind.HOLIDAY);
        LocalDate start = LocalDate.of(2026, 12, 20);

        assertThat(branch.assumption()).isEqualTo("CN: " + Laws.CN.assumption());
        // A join has wider bounds than its parts, an overlay those of its base, but for the days that it lists.
        for (Scenario reading : Scenario.values()) {
            WorkingCalendar bound = branch.scenario(reading);
            assertThat(bound.plusWorkingDays(start, 60))
                    .isEqualTo(Laws.CN.scenario(reading).plusWorkingDays(start, 60));
            assertThat(bound.plusWorkingDays(LocalDate.of(2027, 6, 1), -60))
                    .isEqualTo(Laws.CN.scenario(reading).plusWorkingDays(LocalDate.of(2027, 6, 1), -60));
        }
        LocalDate closed = LocalDate.of(2027, 1, 6);
        WorkingCalendar shorter = with(Laws.CN, closed, DayKind.HOLIDAY);
        assertThat(shorter.scenario(Scenario.LATEST).plusWorkingDays(start, 60))
                .isAfter(Laws.CN.scenario(Scenario.LATEST).plusWorkingDays(start, 60));
        assertThat(shorter.scenario(Scenario.EARLIEST).plusWorkingDays(start, 60))
                .isAfterOrEqualTo(Laws.CN.scenario(Scenario.EARLIEST).plusWorkingDays(start, 60));
        LocalDate beyond = LocalDate.of(2041, 3, 1);
        assertThat(branch.scenario(Scenario.LATEST).plusWorkingDays(beyond, 60))
                .isEqualTo(Laws.CN.scenario(Scenario.LATEST).plusWorkingDays(beyond, 60));
    }

    /** A branch with a few days of its own in each year, as it was known on each receipt day, and what became of it. */
    @Test
    void the_true_answer_of_a_branch_lies_between_its_bounds_on_every_second_receipt_day() {
        List<ListedDay> own = new ArrayList<>();
        for (int year = 2009; year <= 2026; year++) {
            own.add(new ListedDay(LocalDate.of(year, 1, 8), DayKind.HOLIDAY, "", ""));
            own.add(new ListedDay(LocalDate.of(year, 1, 25), DayKind.MAKE_UP, "", ""));
            own.add(new ListedDay(LocalDate.of(year, 2, 9), DayKind.MAKE_UP, "", ""));
            own.add(new ListedDay(LocalDate.of(year, 2, 20), DayKind.HOLIDAY, "", ""));
            own.add(new ListedDay(LocalDate.of(year, 5, 2), DayKind.MAKE_UP, "", ""));
        }
        WorkingCalendar branch = CalendarAlgebra.overlay("BRANCH", Laws.CN, own);
        Map<WorkingCalendar, WorkingCalendar> truths = new HashMap<>();
        int open = 0;
        for (LocalDate day = LocalDate.of(2009, 1, 1); day.getYear() <= 2025; day = day.plusDays(2)) {
            WorkingCalendar known = branch.asOf(day);
            WorkingCalendar truth =
                    truths.computeIfAbsent(Unrevised.since(day), base -> CalendarAlgebra.overlay("BRANCH", base, own));
            for (int n : new int[] {15, 60}) {
                LocalDate likely = known.plusWorkingDays(day, n);
                if (known.certainty(day, likely) == Certainty.PROVISIONAL) {
                    open++;
                    assertThat(truth.plusWorkingDays(day, n))
                            .as("%s + %d", day, n)
                            .isBetween(
                                    known.scenario(Scenario.EARLIEST).plusWorkingDays(day, n),
                                    known.scenario(Scenario.LATEST).plusWorkingDays(day, n));
                }
            }
        }
        assertThat(open).isGreaterThan(300);
    }

    @Test
    void a_join_of_joins_costs_what_its_different_parts_cost() {
        WorkingCalendar joined = Laws.CN;
        for (int i = 0; i < JoinedCalendar.DEEPEST; i++) {
            joined = CalendarAlgebra.allWork("B" + i, List.of(joined, joined));
        }
        LocalDate day = LocalDate.of(2026, 1, 1);

        assertThat(joined.plusWorkingDays(day, 5)).isEqualTo(Laws.CN.plusWorkingDays(day, 5));
        assertThat(joined.scenario(Scenario.LATEST).plusWorkingDays(LocalDate.of(2026, 12, 20), 60))
                .isAfterOrEqualTo(Laws.CN.scenario(Scenario.LATEST).plusWorkingDays(LocalDate.of(2026, 12, 20), 60));
        assertThat(joined.day(day)).isEqualTo(Laws.CN.day(day));
        WorkingCalendar deepest = joined;
        refused("JOIN_TOO_LARGE", () -> CalendarAlgebra.anyWorks("DEEPER", List.of(deepest)));
    }

    @Test
    void a_join_of_more_parts_than_can_be_asked_is_refused() {
        List<WorkingCalendar> parts = new ArrayList<>();
        for (int i = 0; i <= JoinedCalendar.MOST_PARTS; i++) {
            parts.add(TableCalendar.of(CalendarSheet.named("P" + i)
                    .knownFrom(LocalDate.of(2098, 1, 1))
                    .build()));
        }
        refused("JOIN_TOO_LARGE", () -> CalendarAlgebra.allWork("ALL", parts));
        assertThat(CalendarAlgebra.allWork("ALL", parts.subList(1, parts.size()))
                        .firstDay())
                .isEqualTo("2098-01-01");
    }

    @Test
    void a_join_of_calendars_without_a_common_day_is_refused() {
        WorkingCalendar late = TableCalendar.of(
                CalendarSheet.named("LATE").knownFrom(LocalDate.of(2099, 1, 1)).build());
        WorkingCalendar bank = new OldBank(Laws.CN);
        refused("NO_COMMON_DAY", () -> CalendarAlgebra.allWork("BOTH", List.of(bank, late)));
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    /** A host's own kind of calendar, which ends in 2030. */
    private record OldBank(WorkingCalendar calendar) implements WorkingCalendar {
        @Override
        public String id() {
            return "OLD";
        }

        @Override
        public String version() {
            return "OLD-1";
        }

        @Override
        public LocalDate firstDay() {
            return calendar.firstDay();
        }

        @Override
        public LocalDate lastDay() {
            return LocalDate.of(2030, 12, 31);
        }

        @Override
        public boolean isWorkingDay(LocalDate day) {
            return calendar.isWorkingDay(day);
        }

        @Override
        public LocalDate plusWorkingDays(LocalDate day, int n) {
            return calendar.plusWorkingDays(day, n);
        }

        @Override
        public long workingDaysBetween(LocalDate from, LocalDate to) {
            return calendar.workingDaysBetween(from, to);
        }

        @Override
        public CalendarDay day(LocalDate day) {
            return calendar.day(day);
        }

        @Override
        public Certainty certainty(LocalDate from, LocalDate to) {
            return calendar.certainty(from, to);
        }

        @Override
        public WorkingCalendar asOf(LocalDate knowledgeDay) {
            return this;
        }

        @Override
        public WorkingCalendar scenario(Scenario scenario) {
            return calendar.scenario(scenario);
        }

        @Override
        public String assumption() {
            return calendar.assumption();
        }
    }
}
