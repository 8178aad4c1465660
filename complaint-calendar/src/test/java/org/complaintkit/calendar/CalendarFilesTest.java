package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.Reader;
import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFilesTest {
    private static final String HEAD = "date,type,name,source\n";

    @Test
    void a_csv_calendar_answers_as_written() {
        WorkingCalendar calendar = csv(HEAD + "2026-01-01,HOLIDAY,New Year,law\n2026-01-03,WORKDAY,,\n");

        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 1, 1))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 1, 3))).isTrue();
        assertThat(calendar.day(LocalDate.of(2026, 1, 1)).source()).isEqualTo("law");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-01,HOLIDAY,,;2026-01-01,HOLIDAY,,|DUPLICATE_DAY|own.csv:3:1",
                "2026-01-01,HOLIDAY,,;2026-01-01,WORKDAY,,|CONTRADICTORY_DAY|own.csv:3:1",
                "2026-01-02,HOLIDAY,,;2026-01-01,HOLIDAY,,|CALENDAR_DATE|own.csv:3:1",
                "2026-02-29,HOLIDAY,,|CALENDAR_DATE|own.csv:2:1",
                "2026-02-28,PARTY,,|CALENDAR_TYPE|own.csv:2:2",
                "2026-02-28,HOLIDAY|CSV_FIELDS|own.csv:2:1",
                "1900-02-28,HOLIDAY,,|DAY_OUTSIDE_CALENDAR|own.csv:2:1",
            })
    void a_faulty_csv_line_is_named_with_its_place(String lines, String code, String at) {
        assertThatThrownBy(() -> csv(HEAD + lines.replace(';', '\n') + "\n"))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.at()).isEqualTo(at);
                });
    }

    @Test
    void the_faulty_value_is_told() {
        assertThatThrownBy(() -> csv(HEAD + "2026-02-28,PARTY,,\n"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.value()).isEqualTo("PARTY"));
        assertThatThrownBy(() -> csv("date,kind,name,source\n2026-02-28,HOLIDAY,,\n"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.value()).isEqualTo("date"));
    }

    @Test
    void json_may_have_blanks_anywhere_and_a_fault_is_placed_by_line_and_column() {
        String blanks = " {\n\t\"weekend\" : [ ] ,\r\n \"holidays\" : [ \"2026-01-01\" , \"2026-01-02\" ] } ";
        WorkingCalendar calendar = CalendarFiles.json("OWN", "own.json", new StringReader(blanks));

        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 1, 2))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 1, 3))).isTrue();
        assertThatThrownBy(() -> CalendarFiles.json("OWN", "own.json", new StringReader("{\n  \"holidays\": [x]}")))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.at()).isEqualTo("own.json:2:16"));
    }

    @Test
    void the_days_of_a_notice_are_given_as_listed() {
        assertThat(CalendarFiles.days("notice.csv", new StringReader(HEAD + "2026-01-01,HOLIDAY,New Year,law\n")))
                .containsExactly(new ListedDay(LocalDate.of(2026, 1, 1), DayKind.HOLIDAY, "New Year", "law"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "date,type\n", "\"2026", "date,type,name,source\n\"2026-01-01,HOLIDAY"})
    void a_file_that_is_no_table_is_refused(String content) {
        assertThatThrownBy(() -> csv(content)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void an_icalendar_file_with_folded_lines_and_yearly_events_answers_as_written() {
        String content = """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20240101
                RRULE:FREQ=YEARLY;COUNT=3
                SUMMARY:New
                  Year
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20240510
                DTEND;VALUE=DATE:20240514
                END:VEVENT
                END:VCALENDAR
                """;
        WorkingCalendar calendar = ical(content.replace("\n", "\r\n"));

        assertThat(calendar.day(LocalDate.of(2026, 1, 1)).name()).isEqualTo("New Year");
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 1))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2024, 5, 13))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2024, 5, 14))).isTrue();
    }

    @Test
    void an_endless_recurrence_ends_with_the_supported_years() {
        WorkingCalendar calendar = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> ical(
                        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20000229\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR"));

        assertThat(calendar.isWorkingDay(LocalDate.of(2096, 2, 29))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2097, 2, 28))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN:VEVENT\nEND:VEVENT",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260230\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260203\nRRULE:FREQ=SECONDLY\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260203\nRRULE:FREQ=YEARLY;BYDAY=1MO\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260203\nRRULE:FREQ=YEARLY;INTERVAL=0\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260203\nDTEND:20260101\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260203\nDTEND:99990101\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260203T100000Z\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260203\nEXDATE:20260203\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260203\n",
                "BEGIN:VCALENDAR\nEND:VEVENT",
            })
    void an_icalendar_file_that_would_have_to_be_guessed_is_refused_with_its_line(String content) {
        assertThatThrownBy(() -> ical(content))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.at()).startsWith("own.ics:"));
    }

    @Test
    void a_file_of_fifty_megabytes_is_read_in_bounded_time_or_refused() {
        int events = 40_000;
        LocalDate first = LocalDate.of(1980, 1, 1);
        AllClosed large = new AllClosed(first, events);

        WorkingCalendar calendar = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> CalendarFiles.iCalendar(CalendarSheet.named("OWN"), "own.ics", large));
        assertThat(large.read).isGreaterThan(50L * 1024 * 1024);
        assertThat(calendar.workingDaysBetween(first, first.plusDays(events))).isZero();
        assertThat(calendar.next(first)).isEqualTo(first.plusDays(events));

        assertThatThrownBy(() -> CalendarFiles.iCalendar(
                        CalendarSheet.named("OWN"), "own.ics", new Repeated("", "x", Integer.MAX_VALUE)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("ICAL_TOO_LARGE"));
    }

    @Test
    void a_json_calendar_answers_as_written() {
        WorkingCalendar calendar = json(
                "{\"weekend\":[\"FRIDAY\"], \"holidays\":[\"2026-01-01\"],\"workdays\":[\"2026-01-02\"],\"knownThrough\":\"2026-12-31\"}");

        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 1, 1))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 1, 2))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 1, 3))).isTrue();
        assertThat(calendar.certainty(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 1)))
                .isEqualTo(Certainty.PROVISIONAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "",
                "[]",
                "{",
                "{}x",
                "{\"holiday\":[]}",
                "{\"holidays\":[\"2026-02-30\"]}",
                "{\"holidays\":[1]}",
                "{\"holidays\":[],}",
                "{\"holidays\":[\"2026-01-01\",]}",
                "{\"holidays\":[],\"holidays\":[]}",
                "{\"weekend\":[\"SUN\"]}",
                "{\"holidays\":[\"2026-01-01\"],\"workdays\":[\"2026-01-01\"]}",
                "{\"knownThrough\":\"\\u0032\"}"
            })
    void json_that_is_no_calendar_is_refused_with_its_place(String content) {
        assertThatThrownBy(() -> json(content))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.at()).startsWith("own.json:1:"));
    }

    private static WorkingCalendar csv(String content) {
        return CalendarFiles.csv(CalendarSheet.named("OWN"), "own.csv", new StringReader(content));
    }

    private static WorkingCalendar ical(String content) {
        return CalendarFiles.iCalendar(CalendarSheet.named("OWN"), "own.ics", new StringReader(content));
    }

    private static WorkingCalendar json(String content) {
        return CalendarFiles.json("OWN", "own.json", new StringReader(content));
    }

    /** A long event for each of so many days, made while it is read. */
    private static final class AllClosed extends Reader {
        private final LocalDate first;
        private final int events;
        private String text = "BEGIN:VCALENDAR\n";
        private int next;
        private int at;
        private long read;

        AllClosed(LocalDate first, int events) {
            this.first = first;
            this.events = events;
        }

        @Override
        public int read(char[] buffer, int offset, int count) {
            if (at == text.length()) {
                if (next > events) {
                    return -1;
                }
                String day = first.plusDays(next).format(java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
                text = next == events
                        ? "END:VCALENDAR\n"
                        : "BEGIN:VEVENT\nDTSTART:" + day + "\nSUMMARY:Closed\nDESCRIPTION:" + "x".repeat(1300)
                                + "\nEND:VEVENT\n";
                next++;
                at = 0;
            }
            int n = Math.min(count, text.length() - at);
            text.getChars(at, at + n, buffer, offset);
            at += n;
            read += n;
            return n;
        }

        @Override
        public void close() {}
    }

    /** The same text again and again, without holding it. */
    private static final class Repeated extends Reader {
        private final String head;
        private final String body;
        private final long length;
        private long at;

        Repeated(String head, String body, long times) {
            this.head = head;
            this.body = body;
            this.length = head.length() + body.length() * times;
        }

        @Override
        public int read(char[] buffer, int offset, int count) {
            if (at >= length) {
                return -1;
            }
            int n = 0;
            for (; n < count && at < length; n++, at++) {
                buffer[offset + n] = at < head.length()
                        ? head.charAt((int) at)
                        : body.charAt((int) ((at - head.length()) % body.length()));
            }
            return n;
        }

        @Override
        public void close() {}
    }
}
