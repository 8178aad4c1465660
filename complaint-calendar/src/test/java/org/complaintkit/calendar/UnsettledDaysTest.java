package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.calendar.check.ProofChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a calendar says of days that it does not know, and of a time when it knew less. */
class UnsettledDaysTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void a_sheet_is_settled_to_the_end_of_the_last_year_that_it_lists() {
        WorkingCalendar own = TableCalendar.of(CalendarSheet.named("OWN")
                .holiday(LocalDate.of(2025, 5, 1))
                .holiday(LocalDate.of(2026, 3, 3))
                .build());

        assertThat(certainty(own, "2026-12-31")).isEqualTo(Certainty.OFFICIAL);
        assertThat(certainty(own, "2027-01-01")).isEqualTo(Certainty.PROVISIONAL);
    }

    @Test
    void a_sheet_that_lists_nothing_settles_nothing() {
        WorkingCalendar own = TableCalendar.of(CalendarSheet.named("OWN").build());
        Due due = due(own, LocalDate.of(2026, 3, 2), "5 working days", "PLAIN");

        assertThat(certainty(own, "2026-03-03")).isEqualTo(Certainty.PROVISIONAL);
        assertThat(due.certainty()).isEqualTo(Certainty.PROVISIONAL);
        assertThat(due.forecast().earliest().day()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(due.forecast().latest().day()).isAfter(LocalDate.of(2026, 4, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "GB-ENG, 2024-12-31, CALENDAR_HISTORY_UNKNOWN",
        "GB-ENG, 2025-01-01, ",
        "GB-SCT, 2026-01-01, CALENDAR_HISTORY_UNKNOWN",
        "HK, 2026-09-20, CALENDAR_HISTORY_UNKNOWN",
        "HK, 2026-09-21, ",
        "US, 2021-06-16, CALENDAR_HISTORY_UNKNOWN",
        "US, 2021-06-17, ",
        "TARGET, 2014-12-31, CALENDAR_HISTORY_UNKNOWN",
        "TARGET, 2015-01-01, ",
    })
    void a_day_of_knowledge_before_the_calendars_own_is_refused(String id, LocalDate known, String code) {
        WorkingCalendar calendar = CalendarRegistry.standard().get(id);
        if (code == null) {
            assertThat(calendar.asOf(known)).isSameAs(calendar);
        } else {
            assertThatThrownBy(() -> calendar.asOf(known))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.code()).isEqualTo(code));
        }
    }

    @Test
    void beyond_the_lunar_table_the_assumption_says_which_festivals_are_left_out() {
        Due within = due(Laws.CN, LocalDate.of(2040, 6, 1), "20 working days", "LEDGER");
        Due beyond = due(Laws.CN, LocalDate.of(2040, 12, 3), "30 working days", "LEDGER");
        Due combined = due(Laws.CN, LocalDate.of(2041, 2, 3), "later of 3 days and 5 working days", "LEDGER");

        assertThat(within.forecast().assumption()).isEqualTo(Laws.CN.assumption());
        for (Due due : List.of(beyond, combined)) {
            assertThat(due.forecast().assumption())
                    .startsWith("The schedule is not published.")
                    .contains("of the lunar table to 2040", "only New Year, Labour Day and National Day");
            assertThat(ProofChecker.faults(due.proof(), Laws.CN)).isEmpty();
        }
        // The Spring Festival of 2041 is on 1 February: taken for ordinary days, which the bounds know.
        assertThat(Laws.CN.isWorkingDay(LocalDate.of(2041, 2, 4))).isTrue();
        assertThat(combined.forecast().latest().day()).isAfter(combined.limit().day());
        WorkingCalendar both = CalendarAlgebra.allWork("BOTH", List.of(Laws.CN));
        assertThat(both.assumption(LocalDate.of(2041, 1, 1))).startsWith("CN: ").contains("to 2040");
    }

    @Test
    void a_calendar_that_does_not_say_since_when_it_holds_refuses_every_day_of_knowledge() {
        WorkingCalendar own = TableCalendar.of(CalendarSheet.named("OWN").build());

        assertThatThrownBy(() -> own.asOf(LocalDate.of(2026, 1, 1)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("CALENDAR_HISTORY_UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource({
        "GB-ENG, 2026-12-31, 2027-01-01",
        "GB-NIR, 2026-12-31, 2027-01-01",
        "GB-SCT, 2026-12-31, 2027-01-01",
        "HK, 2026-12-31, 2027-01-01",
        "US, 2030-12-31, 2031-01-01"
    })
    void each_packaged_calendar_is_settled_to_a_stated_day(String id, LocalDate last, LocalDate next) {
        WorkingCalendar calendar = CalendarRegistry.standard().get(id);

        assertThat(calendar.certainty(last, last)).isEqualTo(Certainty.OFFICIAL);
        assertThat(calendar.certainty(next, next)).isEqualTo(Certainty.PROVISIONAL);
        Forecast f = due(calendar, next, "10 working days", "PLAIN").forecast();
        assertThat(f.earliest()).isLessThanOrEqualTo(f.likely());
        assertThat(f.latest()).isGreaterThan(f.likely());
        assertThat(f.assumption()).contains("at most");
    }

    @Test
    void the_closing_days_of_target_are_fixed_until_further_notice() {
        WorkingCalendar target = CalendarRegistry.standard().get("TARGET");
        LocalDate goodFriday = LocalDate.of(2050, 4, 8);

        assertThat(target.isWorkingDay(goodFriday)).isFalse();
        assertThat(target.certainty(goodFriday, goodFriday)).isEqualTo(Certainty.OFFICIAL);
        assertThat(target.assumption()).contains("ECB decision of 14 December 2000");
    }

    /** England before 2022, with the calendar of that year as the law had it: two days were added and one was moved. */
    @ParameterizedTest
    @CsvSource({
        "15 working days, PLAIN", "60 working days, PLAIN", "1 month, EU-1182-71", "3 days, EU-1182-71",
        "30 days, LEDGER", "on day 15, LEDGER", "20 working hours, LEDGER", "8 weeks, UK-DISP-CLOSE-OF-BUSINESS"
    })
    void what_was_proclaimed_in_2022_lies_within_the_bounds(String term, String convention) {
        WorkingCalendar england = CalendarRegistry.standard().get("GB-ENG");
        TreeMap<LocalDate, ListedDay> days =
                new TreeMap<>(((TableCalendar) england).sheet().listed());
        days.remove(LocalDate.of(2022, 6, 2));
        days.remove(LocalDate.of(2022, 6, 3));
        days.remove(LocalDate.of(2022, 9, 19));
        days.put(LocalDate.of(2022, 5, 30), new ListedDay(LocalDate.of(2022, 5, 30), DayKind.HOLIDAY, "", ""));
        CalendarSheet.Builder sheet = CalendarSheet.named("GB-ENG")
                .knownFrom(LocalDate.of(2015, 1, 1))
                .knownThrough(LocalDate.of(2021, 12, 31))
                .surprises(3, 1, "");
        days.values().forEach(sheet::listed);
        WorkingCalendar before = TableCalendar.of(sheet.build());

        int moved = 0;
        for (LocalDate day = LocalDate.of(2021, 12, 1); day.getYear() < 2023; day = day.plusDays(1)) {
            DueQuestion q = DueQuestion.of(
                            before, LONDON, day.atTime(9, 30).atZone(LONDON).toInstant(), Term.parse(term))
                    .conventions(Conventions.named(convention))
                    .build();
            Due due = DueDates.answer(q);
            Due truth = DueDates.answer(q.with(england));
            Forecast f = due.forecast();
            moved += truth.limit().equals(due.limit()) && truth.target().equals(due.target()) ? 0 : 1;
            if (f == null) {
                assertThat(truth.limit()).isEqualTo(due.limit());
            } else {
                assertThat(truth.limit()).as("%s", day).isBetween(f.earliest(), f.latest());
                assertThat(truth.target()).as("%s", day).isBetween(f.earliestTarget(), f.latestTarget());
            }
        }
        assertThat(moved).isPositive();
    }

    @Test
    void a_cap_on_a_settled_day_makes_the_answer_official() {
        WorkingCalendar china = Laws.CN;
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        LocalDate start = LocalDate.of(2026, 12, 1);
        DueQuestion.Builder q = DueQuestion.of(china, zone, start, Term.workingDays(60));

        assertThat(DueDates.answer(q.build()).certainty()).isEqualTo(Certainty.PROVISIONAL);
        Due capped = DueDates.answer(q.earlierLimit(DueMoment.ofDay(LocalDate.of(2026, 12, 24), zone))
                .build());
        assertThat(capped.certainty()).isEqualTo(Certainty.OFFICIAL);
        assertThat(capped.forecast()).isNull();
        assertThat(due(china, start, "earlier of 10 days and 60 working days", "PLAIN")
                        .certainty())
                .isEqualTo(Certainty.OFFICIAL);
        assertThat(due(china, start, "later of 10 days and 60 working days", "PLAIN")
                        .certainty())
                .isEqualTo(Certainty.PROVISIONAL);
    }

    @Test
    void states_of_a_join_and_clocks_are_kept_but_not_without_end() {
        WorkingCalendar branch = CalendarAlgebra.overlay("BRANCH", Laws.CN, List.of());
        WorkingCalendar before = branch.asOf(LocalDate.of(2020, 1, 26));

        assertThat(branch.asOf(LocalDate.of(2020, 1, 20))).isSameAs(before);
        assertThat(branch.asOf(LocalDate.of(2020, 1, 27))).isNotSameAs(before);
        assertThat(branch.scenario(Scenario.EARLIEST)).isSameAs(branch.scenario(Scenario.EARLIEST));

        List<WorkingCalendar> many = new ArrayList<>();
        for (int i = 0; i < 2 * ServiceClocks.MOST; i++) {
            WorkingCalendar own = TableCalendar.of(CalendarSheet.named("OWN" + i)
                    .weekend(Set.of(DayOfWeek.SUNDAY))
                    .build());
            many.add(own);
            assertThat(ServiceClocks.of(own, ServiceHours.STANDARD, LONDON))
                    .isSameAs(ServiceClocks.of(own, ServiceHours.STANDARD, LONDON));
        }
        assertThat(ServiceClocks.size()).isEqualTo(ServiceClocks.MOST);
        JoinedStates states = new JoinedStates();
        for (WorkingCalendar each : many) {
            JoinedCalendar state = (JoinedCalendar) CalendarAlgebra.allWork("ONE", List.of(each));
            assertThat(states.of(List.of(each), () -> state)).isSameAs(state);
        }
        assertThat(states.size()).isEqualTo(JoinedStates.MOST);
    }

    private static Certainty certainty(WorkingCalendar calendar, String day) {
        return calendar.certainty(LocalDate.parse(day), LocalDate.parse(day));
    }

    private static Due due(WorkingCalendar calendar, LocalDate start, String term, String convention) {
        return DueDates.answer(DueQuestion.of(calendar, LONDON, start, Term.parse(term))
                .conventions(Conventions.named(convention))
                .build());
    }
}
