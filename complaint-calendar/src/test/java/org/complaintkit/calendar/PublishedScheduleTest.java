package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The year 2027 here is invented: what matters is that a host can load it. */
class PublishedScheduleTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 11, 20);
    private static final LocalDate CHANGED = LocalDate.of(2027, 3, 10);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final PublishedSchedule PACKAGED = PublishedSchedule.china();
    private static final WorkingCalendar BEFORE = PACKAGED.calendar();
    private static final String NOTICE = """
            date,type,name,source
            2027-01-01,HOLIDAY,元旦,notice 2027
            2027-01-30,WORKDAY,春节,notice 2027
            2027-02-05,HOLIDAY,春节,notice 2027
            2027-02-08,HOLIDAY,春节,notice 2027
            2027-02-09,HOLIDAY,春节,notice 2027
            2027-02-10,HOLIDAY,春节,notice 2027
            2027-02-11,HOLIDAY,春节,notice 2027
            2027-02-12,HOLIDAY,春节,notice 2027
            2027-02-20,WORKDAY,春节,notice 2027
            2027-04-05,HOLIDAY,清明节,notice 2027
            2027-10-01,HOLIDAY,国庆节,notice 2027
            """;
    private static final PublishedSchedule NEXT_YEAR =
            PACKAGED.with(PUBLISHED, CalendarFiles.days("cn-2027.csv", new StringReader(NOTICE)));
    private static final PublishedSchedule REVISED = NEXT_YEAR.with(
            CHANGED,
            List.of(
                    new ListedDay(LocalDate.of(2027, 4, 5), DayKind.MAKE_UP, "清明节", "change of 2027"),
                    new ListedDay(LocalDate.of(2027, 4, 6), DayKind.HOLIDAY, "清明节", "change of 2027")));

    @Test
    void a_provisional_deadline_becomes_firm_when_the_year_is_loaded() {
        DueQuestion asked = DueQuestion.of(BEFORE, SHANGHAI, LocalDate.of(2026, 11, 23), Term.workingDays(60))
                .build();

        List<CalendarDifference.Moved> moved = CalendarDifference.deadlines(List.of(asked), NEXT_YEAR.calendar());

        assertThat(DueDates.answer(asked).certainty()).isEqualTo(Certainty.PROVISIONAL);
        assertThat(moved).hasSize(1);
        assertThat(moved.get(0).after().certainty()).isEqualTo(Certainty.OFFICIAL);
        // By hand from the invented notice: 28 to the end of 2026, 21 in January with its make-up Saturday, 4 before
        // the
        // festival, 5 in the week after it, the make-up Saturday, and the Monday that follows.
        assertThat(moved.get(0).after().limit().day()).isEqualTo("2027-02-22");
    }

    @Test
    void what_was_known_before_is_answered_as_before() {
        WorkingCalendar after = REVISED.calendar();

        assertThat(after.asOf(PUBLISHED.minusDays(1)).version()).isEqualTo(BEFORE.version());
        assertThat(after.asOf(CHANGED.minusDays(1)).version())
                .isEqualTo(NEXT_YEAR.calendar().version());
        assertThat(after.asOf(LocalDate.of(2019, 1, 1)).version())
                .isEqualTo(BEFORE.asOf(LocalDate.of(2019, 1, 1)).version());
        assertThat(PublishedSchedule.china().calendar().version()).isEqualTo(BEFORE.version());
    }

    @Test
    void a_new_notice_is_told_as_the_days_that_it_changes_and_where_each_comes_from() {
        assertThat(CalendarDifference.days(
                        NEXT_YEAR.calendar(), REVISED.calendar(), LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 28)))
                .extracting(change -> change.after().date() + " "
                        + change.after().working() + " " + change.after().source())
                .containsExactly("2027-04-05 true change of 2027", "2027-04-06 false change of 2027");
    }

    @Test
    void a_year_is_settled_to_the_28th_of_december_and_the_rest_waits() {
        WorkingCalendar after = NEXT_YEAR.calendar();

        assertThat(NEXT_YEAR.lastYear()).isEqualTo(2027);
        assertThat(NEXT_YEAR.published()).isEqualTo(PUBLISHED);
        assertThat(after.day(LocalDate.of(2027, 12, 28)).certainty()).isEqualTo(Certainty.OFFICIAL);
        assertThat(after.day(LocalDate.of(2027, 12, 29)).certainty()).isEqualTo(Certainty.PROVISIONAL);
    }

    @Test
    void a_registry_takes_the_new_calendar_in() {
        CalendarRegistry calendars = CalendarRegistry.standard().with(NEXT_YEAR.calendar());

        assertThat(calendars.get("CN").isWorkingDay(LocalDate.of(2027, 1, 30))).isTrue();
        assertThat(calendars.get("CN").day(LocalDate.of(2027, 1, 30)).source()).isEqualTo("notice 2027");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-01, 2027-01-01, NOTICE_ORDER",
        "2026-11-20, 2028-01-01, NOTICE_GAP",
        "2026-11-20, 2005-01-01, NOTICE_GAP",
        "2026-11-20, 1900-01-01, DAY_OUTSIDE_CALENDAR",
    })
    void a_notice_that_does_not_fit_is_refused(LocalDate published, LocalDate day, String code) {
        refused(code, published, new ListedDay(day, DayKind.HOLIDAY, "", ""));
    }

    @Test
    void a_notice_without_days_or_with_a_day_twice_is_refused() {
        ListedDay day = new ListedDay(LocalDate.of(2027, 1, 1), DayKind.HOLIDAY, "", "");
        String twice = "date,type,name,source\n2027-01-01,HOLIDAY,,\n2027-01-01,WORKDAY,,\n";

        refused("NOTICE_EMPTY", PUBLISHED);
        refused("DUPLICATE_DAY", PUBLISHED, day, day);
        assertThatThrownBy(() -> CalendarFiles.days("twice.csv", new StringReader(twice)))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.code()).isEqualTo("CONTRADICTORY_DAY");
                    assertThat(e.at()).isEqualTo("twice.csv:3:1");
                });
    }

    private static void refused(String code, LocalDate published, ListedDay... days) {
        assertThatThrownBy(() -> PACKAGED.with(published, List.of(days)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
