package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChinaCalendarTest {
    private static final WorkingCalendar CN = CalendarRegistry.standard().get("CN");
    private static final List<CsvTable.Row> ROWS =
            CsvTable.packaged("cn-2007-2026.csv", List.of("date", "type", "name", "paper_url"));

    @ParameterizedTest
    @CsvSource({
        "cn-2007-2026.csv, 678, 53d3865dfeab068d2b187a3a3be604521b53dd9e4f95827a8d07b2acff48b35e",
        "cn-notices.csv, 23, 95bee4611f05c6f25f05a4253c06f8e117a0b7017e8a3a8a5fabb4f3a479cf75",
        "cn-revisions.csv, 13, 0c9194b055c5446389c66a75780831a6a8b288236e7e9af3faab60e7ec68519e",
    })
    void the_packaged_files_are_the_ones_that_were_checked(String name, int rows, String digest) throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
            byte[] content = in.readAllBytes();
            assertThat(new String(content, java.nio.charset.StandardCharsets.UTF_8)
                                    .lines()
                                    .count()
                            - 1)
                    .isEqualTo(rows);
            assertThat(SheetDigest.hex(content)).isEqualTo(digest);
        }
    }

    @Test
    void every_line_of_the_official_file_is_answered_as_it_stands() {
        for (CsvTable.Row row : ROWS) {
            LocalDate date = row.date("date");
            CalendarDay day = CN.day(date);
            boolean worked = "WORKDAY".equals(row.text("type"));
            assertThat(day.working()).as(date.toString()).isEqualTo(worked);
            assertThat(CN.isWorkingDay(date)).isEqualTo(worked);
            boolean weekday = date.getDayOfWeek().getValue() <= 5;
            DayKind made = weekday ? DayKind.ORDINARY : DayKind.MAKE_UP;
            assertThat(day.kind()).as(date.toString()).isEqualTo(worked ? made : DayKind.HOLIDAY);
            assertThat(day.name()).isEqualTo(row.text("name"));
            assertThat(day.source()).isEqualTo(row.text("paper_url"));
        }
    }

    @Test
    void counting_day_by_day_from_2007_to_2026_gives_the_same() {
        TreeMap<LocalDate, Boolean> listed = new TreeMap<>();
        ROWS.forEach(row -> listed.put(row.date("date"), "WORKDAY".equals(row.text("type"))));
        LocalDate first = LocalDate.of(2006, 12, 30);
        long count = 0;
        LocalDate previous = null;
        for (LocalDate day = first; day.getYear() < 2027; day = day.plusDays(1)) {
            boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
            if (!day.isBefore(LocalDate.of(2026, 12, 29))) {
                assertThat(CN.certainty(day, day)).isEqualTo(Certainty.PROVISIONAL);
            } else {
                assertThat(CN.certainty(day, day)).isEqualTo(Certainty.OFFICIAL);
            }
            boolean worked = listed.getOrDefault(day, weekday);
            assertThat(CN.isWorkingDay(day)).as(day.toString()).isEqualTo(worked);
            assertThat(CN.workingDaysBetween(first, day)).isEqualTo(count);
            if (worked) {
                count++;
                assertThat(CN.plusWorkingDays(first.minusDays(0), (int) count - 1))
                        .isEqualTo(count == 1 ? first : day);
                if (previous != null) {
                    assertThat(CN.previous(day)).isEqualTo(previous);
                    assertThat(CN.next(previous)).isEqualTo(day);
                }
                previous = day;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2007, 249", "2008, 251", "2009, 250", "2010, 250", "2011, 250", "2012, 249", "2013, 250", "2014, 250",
        "2015, 249", "2016, 250", "2017, 249", "2018, 250", "2019, 250", "2020, 249", "2021, 250", "2022, 249",
        "2023, 249", "2024, 251", "2025, 248", "2026, 248"
    })
    void each_year_has_its_number_of_working_days(int year, int days) {
        assertThat(CN.workingDaysBetween(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)))
                .isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2015-05-12, 2015-09-03, true", "2015-05-13, 2015-09-03, false",
        "2015-05-12, 2015-09-06, false", "2015-05-13, 2015-09-06, true",
        "2019-03-21, 2019-05-02, true", "2019-03-22, 2019-05-02, false",
        "2019-03-21, 2019-04-28, false", "2019-03-22, 2019-04-28, true",
        "2020-01-26, 2020-01-31, true", "2020-01-27, 2020-01-31, false",
        "2020-01-26, 2020-02-01, true", "2020-01-27, 2020-02-01, false",
        "2020-01-26, 2020-02-03, true", "2020-01-27, 2020-02-03, true",
    })
    void a_revision_counts_from_the_day_of_its_publication(LocalDate known, LocalDate day, boolean worked) {
        assertThat(CN.asOf(known).isWorkingDay(day)).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-10-24, 2024-02-10, PROVISIONAL", "2023-10-25, 2024-02-10, OFFICIAL",
        "2023-10-25, 2024-12-28, OFFICIAL", "2023-10-25, 2024-12-29, PROVISIONAL",
        "2024-11-12, 2024-12-31, OFFICIAL", "2005-01-01, 2007-01-01, PROVISIONAL",
    })
    void a_day_is_official_once_its_notice_is_out(LocalDate known, LocalDate day, Certainty certainty) {
        assertThat(CN.asOf(known).certainty(day, day)).isEqualTo(certainty);
        assertThat(CN.asOf(known).asOf(LocalDate.of(2026, 1, 1)).certainty(day, day))
                .isEqualTo(certainty);
    }

    @Test
    void a_day_before_the_first_notice_is_refused() {
        assertThatThrownBy(() -> CN.isWorkingDay(LocalDate.of(2006, 12, 29)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("DAY_OUTSIDE_CALENDAR"));
    }

    @Test
    void a_reversed_range_is_refused_even_without_a_working_day_in_it() {
        assertThatThrownBy(() -> CN.workingDaysBetween(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 3, 7)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("RANGE_REVERSED"));
    }

    @Test
    void a_million_working_days_leave_the_calendar_with_a_typed_error() {
        for (int n : new int[] {1_000_000, -1_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> CN.plusWorkingDays(LocalDate.of(2026, 3, 2), n))
                    .isInstanceOf(InvalidInputException.class);
        }
    }
}
