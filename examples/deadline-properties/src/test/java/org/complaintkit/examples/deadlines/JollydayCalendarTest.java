package org.complaintkit.examples.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.WorkingCalendar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JollydayCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "GB-ENG, gb, eng, 2015, 2035",
        "GB-SCT, gb, sct, 2015, 2035",
        "GB-NIR, gb, nir, 2015, 2035",
        "US, us, '', 2015, 2035",
        "HK, hk, '', 2015, 2024",
        "TARGET, TARGET, '', 2015, 2099",
    })
    void the_packaged_calendar_agrees_with_the_library_on_every_day(
            String id, String country, String part, int firstYear, int lastYear) {
        WorkingCalendar packaged = CalendarRegistry.standard().get(id);
        String[] parts = part.isEmpty() ? new String[0] : new String[] {part};
        WorkingCalendar computed = JollydayCalendar.of(id, country, firstYear, lastYear, parts);

        for (LocalDate day = LocalDate.of(firstYear, 1, 1); day.getYear() <= lastYear; day = day.plusDays(1)) {
            boolean working = computed.isWorkingDay(day) && !(id.equals("US") && isColumbusDay(day));
            assertThat(packaged.isWorkingDay(day)).as("%s %s", id, day).isEqualTo(working);
        }
    }

    /** 5 U.S.C. 6103(a) has it for the whole country; the library has it among the holidays of states. */
    private static boolean isColumbusDay(LocalDate day) {
        return day.getMonth() == Month.OCTOBER
                && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.MONDAY)));
    }
}
