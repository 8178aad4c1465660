package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * Replays the receipt days of 2009 to 2025 with only the notices published by each day, against the schedules that came.
 * A true date that a revision in mid-year moved is counted apart: no law foretells it.
 */
class ForecastReplayTest {
    private static final WorkingCalendar CN = Laws.CN;
    private static final int[] TERMS = {15, 30, 60};

    /**
     * What a replay saw: open cases, likely date right; of the cases that reach into the unpublished year, how many and
     * in how many a weekends-only guess is right; true date outside the bounds, moved by a revision; days between bounds.
     */
    private record Tally(int open, int right, int reaching, int weekendsRight, int outside, int revised, long days) {}

    @Test
    void the_likely_date_is_right_in_at_least_95_percent_of_the_open_cases() {
        Tally shaped = replay(2009, 2019, TERMS);
        Tally later = replay(2020, 2025, TERMS);
        Tally sixty = replay(2009, 2025, 60);

        assertThat(shaped).isEqualTo(new Tally(913, 882, 810, 19, 0, 20, 1735));
        assertThat(later).isEqualTo(new Tally(260, 253, 215, 4, 0, 0, 512));
        assertThat(shaped.right()).isGreaterThanOrEqualTo(95 * shaped.open() / 100);
        assertThat(later.right()).isGreaterThanOrEqualTo(95 * later.open() / 100);
        assertThat(sixty.right()).isGreaterThanOrEqualTo(95 * sixty.open() / 100);
        assertThat(sixty.weekendsRight()).isLessThan(5 * sixty.reaching() / 100);
    }

    @Test
    void the_true_date_lies_between_earliest_and_latest_for_every_receipt_day() {
        Tally all = replay(2009, 2025, TERMS);

        assertThat(all.open()).isGreaterThan(500);
        assertThat(all.outside()).isZero();
    }

    private static Tally replay(int firstYear, int lastYear, int... terms) {
        int open = 0;
        int right = 0;
        int reaching = 0;
        int weekendsRight = 0;
        int outside = 0;
        int revised = 0;
        long width = 0;
        for (int n : terms) {
            for (LocalDate day = LocalDate.of(firstYear, 1, 1); day.getYear() <= lastYear; day = day.plusDays(1)) {
                WorkingCalendar known = CN.asOf(day);
                LocalDate likely = known.plusWorkingDays(day, n);
                if (known.certainty(day, likely) == Certainty.PROVISIONAL) {
                    LocalDate truth = CN.plusWorkingDays(day, n);
                    LocalDate first = Unrevised.since(day).plusWorkingDays(day, n);
                    LocalDate earliest = known.scenario(Scenario.EARLIEST).plusWorkingDays(day, n);
                    LocalDate latest = known.scenario(Scenario.LATEST).plusWorkingDays(day, n);
                    open++;
                    right += likely.equals(truth) ? 1 : 0;
                    if (truth.getYear() > day.getYear()
                            && known.certainty(day, LocalDate.of(truth.getYear(), 2, 1)) == Certainty.PROVISIONAL) {
                        reaching++;
                        weekendsRight += weekendsOnly(known, day, n).equals(truth) ? 1 : 0;
                    }
                    width += latest.toEpochDay() - earliest.toEpochDay();
                    revised += first.equals(truth) ? 0 : 1;
                    if (first.isBefore(earliest) || first.isAfter(latest)) {
                        outside++;
                    }
                }
            }
        }
        return new Tally(open, right, reaching, weekendsRight, outside, revised, width);
    }

    private static LocalDate weekendsOnly(WorkingCalendar known, LocalDate day, int n) {
        LocalDate end = day;
        for (int left = n; left > 0; ) {
            end = end.plusDays(1);
            boolean settled = known.certainty(end, end) == Certainty.OFFICIAL;
            left -= (settled ? known.isWorkingDay(end) : ChinaForecast.isWeekday(end)) ? 1 : 0;
        }
        return end;
    }
}
