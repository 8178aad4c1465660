package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarMemoryTest {
    private static final int CALENDARS = 40;
    /** An object of 24 bytes and a reference to it; all calendars share the days of all years. */
    private static final long SHARED = (AllDays.LAST.toEpochDay() - AllDays.FIRST.toEpochDay() + 1) * 28;

    @Test
    void a_hundred_years_take_at_most_one_and_a_half_megabytes_the_shared_days_included() {
        hundredYears("WARM");
        long least = Long.MAX_VALUE;
        // What else lives in the machine comes and goes; the least of three is the nearest to the truth.
        for (int round = 0; round < 3; round++) {
            long before = used();
            List<TableCalendar> held = new ArrayList<>();
            for (int i = 0; i < CALENDARS; i++) {
                held.add(hundredYears("OWN" + i));
            }
            least = Math.min(least, (used() - before) / CALENDARS);
            assertThat(held).hasSize(CALENDARS);
        }

        assertThat(least).isPositive();
        assertThat(least + SHARED).as("bytes, %d of them shared", SHARED).isLessThanOrEqualTo(1_500_000);
    }

    /** Eleven holidays a year, each listed by itself. */
    private static TableCalendar hundredYears(String id) {
        CalendarSheet.Builder sheet =
                CalendarSheet.named(id).knownFrom(LocalDate.of(2000, 1, 1)).knownThrough(LocalDate.of(2099, 12, 31));
        for (int year = 2000; year < 2100; year++) {
            for (int month = 2; month <= 12; month++) {
                sheet.holiday(LocalDate.of(year, month, 5));
            }
        }
        return TableCalendar.of(sheet.build());
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
