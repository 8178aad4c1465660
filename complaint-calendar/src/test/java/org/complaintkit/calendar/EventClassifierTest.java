package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.complaintkit.calendar.EventClassifier.Event;
import org.complaintkit.calendar.EventClassifier.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holidays and make-up days in iCalendar files. */
class EventClassifierTest {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 1, 4);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "元旦 补班 | MAKE_UP | MAKE_UP",
                "春节（班） | MAKE_UP | MAKE_UP",
                "國慶日補行上班 | MAKE_UP | MAKE_UP",
                "国庆节调休上班 | MAKE_UP | MAKE_UP",
                "調班 | MAKE_UP | MAKE_UP",
                "Working day for New Year | MAKE_UP | MAKE_UP",
                "Spring Festival make-up day | MAKE_UP | MAKE_UP",
                "WORKDAY | MAKE_UP | MAKE_UP",
                "春节（休） | HOLIDAY | HOLIDAY",
                "元旦 假期 | HOLIDAY | HOLIDAY",
                "Christmas Day | HOLIDAY | HOLIDAY",
                "New Year’s Day | HOLIDAY | HOLIDAY",
                "The day following Good Friday | HOLIDAY | HOLIDAY",
                "Non-working day | HOLIDAY | HOLIDAY",
                "不上班 | HOLIDAY | HOLIDAY",
                "branch closed | HOLIDAY | HOLIDAY",
                "春节 调休 | HOLIDAY | UNCLEAR",
                "Swapped day | HOLIDAY | UNCLEAR",
                "'' | HOLIDAY | UNCLEAR",
                "Branch day | HOLIDAY | UNCLEAR",
                "Makeups and workdaylight | HOLIDAY | UNCLEAR",
                "休息日补班 | UNCLEAR | UNCLEAR",
                "closed, not a make-up day | UNCLEAR | UNCLEAR",
            })
    void the_usual_words_tell_days_off_from_days_worked(String summary, Meaning onWeekday, Meaning onRestDay) {
        EventClassifier standard = EventClassifier.standard();

        assertThat(standard.of(new Event(summary, List.of(), SUNDAY, SUNDAY, false, false)))
                .isEqualTo(onWeekday);
        assertThat(standard.of(new Event(summary, List.of(), SUNDAY, SUNDAY, false, true)))
                .isEqualTo(onRestDay);
        assertThat(standard.of(new Event("元", List.of("x", summary), SUNDAY, SUNDAY, false, true)))
                .isEqualTo(onRestDay);
    }

    @Test
    void a_day_that_repeats_every_year_is_off() {
        assertThat(EventClassifier.standard().of(new Event("Founder's day", List.of(), SUNDAY, SUNDAY, true, true)))
                .isEqualTo(Meaning.HOLIDAY);
    }

    @Test
    void a_make_up_sunday_of_a_feed_is_worked() {
        WorkingCalendar calendar =
                read("DTSTART:20260101\nDTEND:20260104\nSUMMARY:元旦 假期", "DTSTART:20260104\nSUMMARY:元旦 补班");

        assertThat(calendar.day(SUNDAY).kind()).isEqualTo(DayKind.MAKE_UP);
        assertThat(calendar.day(SUNDAY).name()).isEqualTo("元旦 补班");
        assertThat(calendar.plusWorkingDays(LocalDate.of(2025, 12, 31), 1)).isEqualTo(SUNDAY);
    }

    @Test
    void a_category_says_it_too_however_many_lines_it_has() {
        assertThat(read("DTSTART:20260104\nSUMMARY:Branch day\nCATEGORIES:a\\,b,c\nCATEGORIES:Working Day")
                        .isWorkingDay(SUNDAY))
                .isTrue();
    }

    @Test
    void an_event_on_a_rest_day_that_could_be_either_is_refused_where_it_stands() {
        assertThatThrownBy(() -> read("DTSTART:20260101\nSUMMARY:元旦", "DTSTART:20260104\nSUMMARY:Branch day"))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.code()).isEqualTo("ICAL_UNCLEAR");
                    assertThat(e.value()).isEqualTo("2026-01-04 Branch day");
                    assertThat(e.at()).isEqualTo("own.ics:9:1");
                });
        assertThat(read("DTSTART:20260102\nDTEND:20260105\nSUMMARY:Branch days").isWorkingDay(SUNDAY))
                .isFalse();
        assertThat(CalendarFiles.iCalendar(
                                CalendarSheet.named("OWN").weekend(List.of(DayOfWeek.FRIDAY)),
                                "own.ics",
                                file("DTSTART:20260104\nSUMMARY:Branch day"))
                        .isWorkingDay(SUNDAY))
                .isFalse();
    }

    @Test
    void a_caller_says_what_the_words_of_its_own_file_mean() {
        EventClassifier own = event -> switch (event.summary()) {
            case "open" -> Meaning.MAKE_UP;
            case "shut" -> Meaning.HOLIDAY;
            default -> Meaning.IGNORE;
        };
        WorkingCalendar calendar = CalendarFiles.iCalendar(
                CalendarSheet.named("OWN"),
                "own.ics",
                file(
                        "DTSTART:20260104\nSUMMARY:open",
                        "DTSTART:20260105\nSUMMARY:shut",
                        "DTSTART:20260106\nSUMMARY:Closed for lunch"),
                own);

        assertThat(calendar.isWorkingDay(SUNDAY)).isTrue();
        assertThat(calendar.isWorkingDay(SUNDAY.plusDays(1))).isFalse();
        assertThat(calendar.isWorkingDay(SUNDAY.plusDays(2))).isTrue();
        assertThat(CalendarFiles.iCalendar(
                                CalendarSheet.named("OWN"),
                                "own.ics",
                                file("DTSTART:20260104"),
                                EventClassifier.onlyHolidays())
                        .day(SUNDAY)
                        .kind())
                .isEqualTo(DayKind.HOLIDAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "New Year\\, bank closed\\; all | New Year, bank closed; all",
                "a\\\\nb | a\\nb",
                "C:\\temp \\: x\\ | C:\\temp \\: x\\",
            })
    void escapes_of_a_name_are_decoded(String summary, String name) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThat(read("DTSTART:20260101\nSUMMARY:" + summary).day(day).name()).isEqualTo(name);
        assertThat(read("DTSTART:20260101\nSUMMARY:all\\nday\\Nlong").day(day).name())
                .isEqualTo("all\nday\nlong");
    }

    @Test
    void of_a_yearly_event_that_began_long_ago_the_supported_years_are_taken() {
        WorkingCalendar calendar = read(
                "DTSTART:19000501\nSUMMARY:Labour Day\nRRULE:FREQ=YEARLY",
                "DTSTART:19001230\nDTEND:19010103\nRRULE:FREQ=YEARLY",
                "DTSTART:19000701\nSUMMARY:Long over\nRRULE:FREQ=YEARLY;COUNT=30");

        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 5, 1))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(1970, 1, 2))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(1970, 1, 5))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2099, 12, 31))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 7, 1))).isTrue();
    }

    private static WorkingCalendar read(String... events) {
        return CalendarFiles.iCalendar(CalendarSheet.named("OWN"), "own.ics", file(events));
    }

    private static StringReader file(String... events) {
        StringBuilder file = new StringBuilder("BEGIN:VCALENDAR\n");
        for (String event : events) {
            file.append("BEGIN:VEVENT\n").append(event).append("\nEND:VEVENT\n");
        }
        return new StringReader(file.append("END:VCALENDAR\n").toString());
    }
}
