package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** iCalendar files: a calendar that counts, or one line of error. */
class ICalendarFuzz {
    @FuzzTest(maxDuration = "10m")
    void any_text_is_a_calendar_or_refused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        WorkingCalendar calendar;
        try {
            calendar = CalendarFiles.iCalendar(
                    CalendarSheet.named("X").knownThrough(LocalDate.of(2030, 12, 31)), "x.ics", new StringReader(text));
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
            return;
        }
        CalendarCounts.agree(calendar);
    }
}
