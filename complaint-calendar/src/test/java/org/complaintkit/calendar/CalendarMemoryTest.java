package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarMemoryTest {
    private static final int CALENDARS = 40;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);
    /** All calendars share an object of 24 bytes for each day, and a reference of 4 bytes to every supported day. */
    private static final long SHARED = ChronoUnit.DAYS.between(FIRST, LAST.plusDays(1)) * 24
            + ChronoUnit.DAYS.between(AllDays.FIRST, AllDays.LAST.plusDays(1)) * 4;

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
        CalendarSheet.Builder sheet = CalendarSheet.named(id).knownFrom(FIRST).knownThrough(LAST);
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
