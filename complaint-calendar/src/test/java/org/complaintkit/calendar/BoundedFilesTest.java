package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.Reader;
import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundedFilesTest {
    private static final String HEAD = "date,type,name,source\n";

    @ParameterizedTest
    @CsvSource({"CSV,BLANK", "ICAL,BLANK", "JSON,BLANK", "ICAL,EVENT", "CSV,QUOTED", "JSON,WEEKEND"})
    void an_endless_stream_ends_in_a_typed_error(String format, String stream) {
        InvalidInputException e = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> fault(() -> {
                    switch (stream) {
                        case "EVENT" -> read(format, new Endless("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "X-A:b\n"));
                        case "QUOTED" -> read(format, new Endless(HEAD + "2026-01-01,HOLIDAY,\"", "\n"));
                        case "WEEKEND" -> read(format, new Endless("{\"weekend\":[\"SUNDAY\"", ",\"SUNDAY\""));
                        default -> read(format, new Endless("", "\n"));
                    }
                }));

        assertThat(e.code()).isEqualTo("QUOTED".equals(stream) ? "CSV_MALFORMED" : "FILE_TOO_LARGE");
        assertThat(e.at()).startsWith("own");
    }

    @Test
    void a_file_that_repeats_one_line_is_refused_at_its_third_line() {
        Endless file = new Endless(HEAD, "2026-01-01,HOLIDAY,,\n");
        InvalidInputException e = fault(() -> read("CSV", file));

        assertThat(e.code()).isEqualTo("DUPLICATE_DAY");
        assertThat(e.at()).isEqualTo("own:3:1");
        assertThat(file.at).isLessThan(1_000_000);
    }

    @Test
    void a_json_list_that_repeats_one_day_is_refused_at_its_second_day() {
        Endless file = new Endless("{\"holidays\":[\"2026-01-01\"", ",\"2026-01-01\"");
        InvalidInputException e = fault(() -> read("JSON", file));

        assertThat(e.code()).isEqualTo("DUPLICATE_DAY");
        assertThat(e.at()).isEqualTo("own:1:39");
        assertThat(file.at).isLessThan(1_000_000);
    }

    @Test
    void a_byte_order_mark_in_front_of_a_file_is_not_part_of_it() {
        LocalDate day = LocalDate.of(2026, 1, 1);

        assertThat(read("CSV", new StringReader('\uFEFF' + HEAD + "2026-01-01,HOLIDAY,,\n"))
                        .isWorkingDay(day))
                .isFalse();
        assertThat(read("JSON", new StringReader("\uFEFF{\"holidays\":[\"2026-01-01\"]}"))
                        .isWorkingDay(day))
                .isFalse();
        assertThat(read(
                                "ICAL",
                                new StringReader(
                                        "\uFEFFBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\nEND:VCALENDAR\n"))
                        .isWorkingDay(day))
                .isFalse();
        assertThat(fault(() -> read("JSON", new StringReader("\uFEFF\uFEFF{}"))).code())
                .isEqualTo("JSON_MALFORMED");
    }

    private static WorkingCalendar read(String format, Reader reader) {
        CalendarSheet.Builder sheet = CalendarSheet.named("OWN");
        return switch (format) {
            case "CSV" -> CalendarFiles.csv(sheet, "own", reader);
            case "ICAL" -> CalendarFiles.iCalendar(sheet, "own", reader);
            default -> CalendarFiles.json("OWN", "own", reader);
        };
    }

    private static InvalidInputException fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        return catchThrowableOfType(InvalidInputException.class, reading);
    }

    /** A head, then the same text for ever. */
    private static final class Endless extends Reader {
        private final String head;
        private final String body;
        private long at;

        Endless(String head, String body) {
            this.head = head;
            this.body = body;
        }

        @Override
        public int read(char[] buffer, int offset, int count) {
            for (int n = 0; n < count; n++, at++) {
                buffer[offset + n] = at < head.length()
                        ? head.charAt((int) at)
                        : body.charAt((int) ((at - head.length()) % body.length()));
            }
            return count;
        }

        @Override
        public void close() {}
    }
}
