package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** Calendars in JSON: a calendar that counts, or one line of error. */
class JsonCalendarFuzz {
    @FuzzTest(maxDuration = "10m")
    void any_text_is_a_calendar_or_refused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        WorkingCalendar calendar;
        try {
            calendar = CalendarFiles.json("X", "x.json", new StringReader(text));
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
            return;
        }
        CalendarCounts.agree(calendar);
    }
}
