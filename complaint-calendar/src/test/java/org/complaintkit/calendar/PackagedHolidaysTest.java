package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Files that were derived from a library, held against the law and against each other instead of the library. */
class PackagedHolidaysTest {
    private static final WorkingCalendar US = CalendarRegistry.standard().get("US");
    private static final WorkingCalendar HK = CalendarRegistry.standard().get("HK");

    @Test
    void the_holidays_of_5_usc_6103_are_observed_in_every_year() {
        for (int year = 2015; year <= 2035; year++) {
            LocalDate october = LocalDate.of(year, Month.OCTOBER, 1);
            assertThat(List.of(
                            observed(LocalDate.of(year, 7, 4)),
                            observed(LocalDate.of(year, 11, 11)),
                            observed(LocalDate.of(year, 12, 25)),
                            nth(LocalDate.of(year, Month.JANUARY, 1), 3, DayOfWeek.MONDAY),
                            nth(LocalDate.of(year, Month.FEBRUARY, 1), 3, DayOfWeek.MONDAY),
                            nth(LocalDate.of(year, Month.MAY, 1), -1, DayOfWeek.MONDAY),
                            nth(LocalDate.of(year, Month.SEPTEMBER, 1), 1, DayOfWeek.MONDAY),
                            nth(october, 2, DayOfWeek.MONDAY),
                            nth(LocalDate.of(year, Month.NOVEMBER, 1), 4, DayOfWeek.THURSDAY)))
                    .noneMatch(US::isWorkingDay);
            if (year > 2021) {
                assertThat(US.isWorkingDay(observed(LocalDate.of(year, 6, 19)))).isFalse();
            }
        }
    }

    private static LocalDate nth(LocalDate month, int nth, DayOfWeek day) {
        return month.with(TemporalAdjusters.dayOfWeekInMonth(nth, day));
    }

    private static LocalDate observed(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    @Test
    void the_lunar_new_year_of_hong_kong_is_the_spring_festival_of_the_mainland() throws IOException {
        for (String line : festivals()) {
            String[] cells = line.split(",", -1);
            int year = Integer.parseInt(cells[0]);
            if (year >= 2015 && year <= 2035) {
                LocalDate spring = LocalDate.parse(cells[1]);
                LocalDate first = LocalDate.of(year, 1, 15);
                while (!HK.day(first).name().contains("Lunar New Year")) {
                    first = first.plusDays(1);
                }
                // A first day on a Sunday is no holiday of its own: the fourth day is.
                assertThat(first).isEqualTo(spring.getDayOfWeek() == DayOfWeek.SUNDAY ? spring.plusDays(1) : spring);
            }
        }
    }

    private static List<String> festivals() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PackagedHolidaysTest.class.getResourceAsStream("cn-festivals.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }
}
