package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that begin and end anywhere in a year, against a list of their working days. */
class DayTableTest {
    /** Weekdays, written down without the days of the week; the days outside the table are all set. */
    private static int[] weekdays(LocalDate first, LocalDate last) {
        int[] months = new int[(last.getYear() - first.getYear() + 1) * 12];
        LocalDate end = LocalDate.of(last.getYear(), 12, 31);
        for (LocalDate day = LocalDate.of(first.getYear(), 1, 1); !day.isAfter(end); day = day.plusDays(1)) {
            if (day.isBefore(first) || (!day.isAfter(last) && isWorked(day))) {
                months[(day.getYear() - first.getYear()) * 12 + day.getMonthValue() - 1] |= 1 << day.getDayOfMonth();
            }
        }
        return months;
    }

    private static boolean isWorked(LocalDate day) {
        return Math.floorMod(day.toEpochDay() + 3, 7) < 5;
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01, 2022-12-31",
        "2020-01-02, 2022-12-30",
        "2020-02-17, 2022-06-15",
        "2020-12-31, 2022-01-01",
        "2021-03-01, 2021-03-01",
        "2021-03-10, 2021-11-20",
        "2020-07-04, 2021-12-31",
        "2020-01-01, 2021-07-04",
        "2019-12-01, 2020-01-31",
    })
    void each_question_to_a_table_is_answered_as_a_list_of_its_days_answers_it(LocalDate first, LocalDate last) {
        DayTable table = DayTable.of("T", first, last, weekdays(first, last));
        List<LocalDate> working = first.datesUntil(last.plusDays(1))
                .filter(DayTableTest::isWorked)
                .toList();

        assertThat(table.first()).isEqualTo(first);
        assertThat(table.last()).isEqualTo(last);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate from = day;
            List<LocalDate> before =
                    working.stream().filter(each -> each.isBefore(from)).toList();
            List<LocalDate> after =
                    working.stream().filter(each -> each.isAfter(from)).toList();
            assertThat(table.isWorking(day)).isEqualTo(isWorked(day));
            assertThat(table.plus(day, 0)).isEqualTo(day);
            assertThat(table.between(first, day)).isEqualTo(before.size());
            for (int n : new int[] {1, 2, 23, 260, 1000}) {
                if (n <= after.size()) {
                    assertThat(table.plus(day, n)).isEqualTo(after.get(n - 1));
                } else {
                    refused("DAY_OUTSIDE_CALENDAR", () -> table.plus(from, n));
                }
                if (n <= before.size()) {
                    assertThat(table.plus(day, -n)).isEqualTo(before.get(before.size() - n));
                } else {
                    refused("DAY_OUTSIDE_CALENDAR", () -> table.plus(from, -n));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01, 2022-12-31",
        "2020-01-02, 2022-12-30",
        "2020-02-17, 2022-06-15",
        "2021-03-10, 2021-11-20",
    })
    void a_day_outside_is_refused_by_every_question_whichever_of_two_days_it_is(LocalDate first, LocalDate last) {
        DayTable table = DayTable.of("T", first, last, weekdays(first, last));
        List<LocalDate> outside = new ArrayList<>();
        for (LocalDate day : new LocalDate[] {first.minusDays(1), last.plusDays(1)}) {
            outside.add(day);
            for (int years : new int[] {-4000, -5, -1, 1, 5, 4000}) {
                LocalDate other = day.plusYears(years);
                if (other.isBefore(first) || other.isAfter(last)) {
                    outside.add(other);
                }
            }
        }
        for (LocalDate day : outside) {
            refused("DAY_OUTSIDE_CALENDAR", () -> table.isWorking(day));
            refused("DAY_OUTSIDE_CALENDAR", () -> table.plus(day, 0));
            refused("DAY_OUTSIDE_CALENDAR", () -> table.plus(day, 1));
            refused("DAY_OUTSIDE_CALENDAR", () -> table.between(day, last));
            refused("DAY_OUTSIDE_CALENDAR", () -> table.between(first, day));
            refused("DAY_OUTSIDE_CALENDAR", () -> table.between(LocalDate.of(2021, 5, 3), day));
            refused("DAY_OUTSIDE_CALENDAR", () -> table.between(day, LocalDate.of(2021, 5, 3)));
        }
        refused("RANGE_REVERSED", () -> table.between(last, first));
    }

    @Test
    void a_table_without_a_working_day_says_so() {
        DayTable table = DayTable.of("T", LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31), new int[12]);

        refused("NO_WORKING_DAY", () -> table.plus(LocalDate.of(2020, 5, 1), 1));
        refused("RANGE_REVERSED", () -> table.between(LocalDate.of(2020, 5, 2), LocalDate.of(2020, 5, 1)));
        assertThat(table.between(LocalDate.of(2020, 5, 1), LocalDate.of(2020, 5, 1)))
                .isZero();
    }

    /** The words of a bitmap hold 64 days. */
    @ParameterizedTest
    @CsvSource({"0, 63", "5, 5", "-100, 27", "17, 80", "-64, 64"})
    void a_bitmap_of_days_has_and_counts_what_was_put_in(int first, int last) {
        DayBits bits = DayBits.of(first, last, day -> day == first || day == last || day % 3 == 0);
        int count = 0;
        for (int day = first - 200; day <= last + 200; day++) {
            boolean inside = day >= first && day <= last;
            boolean has = inside && (day == first || day == last || day % 3 == 0);
            count += has ? 1 : 0;
            assertThat(bits.has(day)).as("%s", day).isEqualTo(has);
            assertThat(bits.upTo(day)).as("%s", day).isEqualTo(count);
            assertThat(bits.count(first - 1, day)).as("%s", day).isEqualTo(count);
        }
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
