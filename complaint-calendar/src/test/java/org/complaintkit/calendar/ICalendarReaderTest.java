package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ICalendarReaderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Test
    void an_event_that_begins_in_an_open_event_is_refused_and_no_day_is_lost() {
        refused("BEGIN:VEVENT;DTSTART:20260101;BEGIN:VEVENT;DTSTART:20260102;END:VEVENT", "ICAL_MALFORMED", 4);
    }

    @Test
    void names_are_read_whatever_their_case_and_with_trailing_blanks() {
        assertThat(works("begin:vevent  ;dtstart\\;value=date:20260101 ;end:VEvent"))
                .isFalse();
        assertThat(works("BEGIN:VEVENT\t;DTSTART:20260101;STATUS:cancelled ;END:VEVENT"))
                .isTrue();
        assertThat(works("BEGIN:VEVENT;DTSTART:20250101;RRULE:freq=yearly\\;count=2;END:VEVENT"))
                .isFalse();
        assertThat(read("Begin:vCalendar\r\nbegin:vevent\r\nDtStart:20260101\r\nend:vevent\r\nend:vcalendar \r\n\r\n")
                        .isWorkingDay(DAY))
                .isFalse();
    }

    @Test
    void a_file_that_was_cut_short_is_refused() {
        String whole = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\nEND:VCALENDAR";
        assertThat(read(whole).isWorkingDay(DAY)).isFalse();
        for (int i = 0; i < whole.length(); i++) {
            String cut = whole.substring(0, i);
            assertThatThrownBy(() -> read(cut)).as(cut).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void an_event_outside_a_calendar_is_refused() {
        String event = "BEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n";
        refusedFile(event + "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "ICAL_MALFORMED", 1);
        refusedFile("BEGIN:VCALENDAR\nEND:VCALENDAR\n" + event, "ICAL_MALFORMED", 3);
        refusedFile("DTSTART:20260101\nBEGIN:VCALENDAR\nEND:VCALENDAR\n", "ICAL_MALFORMED", 1);
        refusedFile("BEGIN:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR\n", "ICAL_MALFORMED", 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RRULE:FREQ=YEARLY\\;COUNT=1\\;COUNT=9|ICAL_MALFORMED",
                "RRULE:FREQ=YEARLY\\;COUNT=1\\;count=9|ICAL_MALFORMED",
                "RRULE:FREQ=YEARLY\\;COUNT=1\\;UNTIL=20300101|ICAL_MALFORMED",
                "RRULE:FREQ=YEARLY\\;UNTIL=20300101Tomorrow|ICAL_MALFORMED",
                "EXRULE:FREQ=YEARLY|ICAL_UNSUPPORTED",
                "exdate:20260101|ICAL_UNSUPPORTED",
                "STATUS:TENTATIVE|ICAL_UNSUPPORTED",
                "BEGIN:VALARM;END:VEVENT|ICAL_MALFORMED",
                "BEGIN:VTODO;BEGIN:VEVENT;END:VEVENT;END:VTODO|ICAL_MALFORMED",
                "BEGIN:V:X;END:V:X|ICAL_MALFORMED",
                "SUMMARY\\;ALTREP=\"http://x:New Year|ICAL_MALFORMED"
            })
    void what_an_event_says_that_is_not_understood_is_refused(String line, String code) {
        assertThatThrownBy(() -> works("BEGIN:VEVENT;DTSTART:20260101;" + line + ";END:VEVENT"))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.at()).startsWith("own.ics:");
                });
    }

    @Test
    void a_cancelled_or_foreign_calendar_is_refused() {
        refused("METHOD:CANCEL", "ICAL_UNSUPPORTED", 2);
        refused("CALSCALE:HEBREW", "ICAL_UNSUPPORTED", 2);
        assertThat(works("METHOD:PUBLISH;CALSCALE:gregorian;VERSION:2.0")).isTrue();
    }

    @Test
    void other_components_are_passed_over() {
        assertThat(works("BEGIN:VTIMEZONE;BEGIN:STANDARD;DTSTART:19701025T030000;RRULE:FREQ=YEARLY\\;BYMONTH=10;"
                        + "END:STANDARD;END:VTIMEZONE;BEGIN:VTODO;DTSTART:20260101;END:VTODO"))
                .isTrue();
        assertThat(works("BEGIN:VEVENT;BEGIN:VALARM;DURATION:PT5M;STATUS:x;END:VALARM;DTSTART:20260101;END:VEVENT"))
                .isFalse();
    }

    @Test
    void a_colon_in_a_quoted_parameter_does_not_end_the_name() {
        WorkingCalendar calendar =
                read(file("BEGIN:VEVENT;DTSTART:20260101;SUMMARY\\;ALTREP=\"http://x\":New Year;END:VEVENT"));
        assertThat(calendar.day(DAY).name()).isEqualTo("New Year");
    }

    @Test
    void components_that_nest_without_end_are_refused() {
        refusedFile("BEGIN:VCALENDAR\n" + "BEGIN:X-A\n".repeat(1000), "ICAL_MALFORMED", 9);
    }

    @Test
    void a_fault_is_named_with_the_line_where_it_begins() {
        refused(
                "X-A:b;BEGIN:VEVENT;DESCRIPTION:long;  and;  longer;EXDATE:2026;  0101;END:VEVENT",
                "ICAL_UNSUPPORTED",
                7);
    }

    /** Lines inside a calendar, with semicolons for line ends and escaped ones for semicolons. */
    private static String file(String lines) {
        String content = lines.replace("\\;", "\0").replace(';', '\n').replace('\0', ';');
        return "BEGIN:VCALENDAR\n" + content + "\nEND:VCALENDAR\n";
    }

    private static boolean works(String lines) {
        return read(file(lines)).isWorkingDay(DAY);
    }

    private static void refused(String lines, String code, int line) {
        refusedFile(file(lines), code, line);
    }

    private static void refusedFile(String content, String code, int line) {
        assertThatThrownBy(() -> read(content)).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.at()).isEqualTo("own.ics:" + line + ":1");
        });
    }

    private static WorkingCalendar read(String content) {
        return CalendarFiles.iCalendar(CalendarSheet.named("OWN"), "own.ics", new StringReader(content));
    }
}
