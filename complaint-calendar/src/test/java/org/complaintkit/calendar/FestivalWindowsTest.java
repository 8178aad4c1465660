package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FestivalWindowsTest {
    /** Labour Day of 2026: Friday to Sunday by the law, 29 April to 8 May may be off, 25 April to 10 May made up. */
    private static final LocalDate LABOUR_DAY = LocalDate.of(2026, 5, 1);

    private static FestivalYear.Group group(int days) {
        return FestivalYear.Group.of(
                new FestivalRule(LABOUR_DAY, "labour_day", "劳动节", 0, days, 0, 5, -2, 7, -6, 9, 2), LABOUR_DAY);
    }

    private static FestivalWindows opened(int days) {
        FestivalWindows windows = new FestivalWindows();
        windows.add(List.of(group(days)));
        return windows;
    }

    @Test
    void days_of_the_window_and_statutory_days_may_be_off_and_no_others() {
        FestivalWindows windows = opened(12);
        List<LocalDate> off = LABOUR_DAY
                .minusDays(30)
                .datesUntil(LABOUR_DAY.plusDays(30))
                .filter(windows::mayBeOff)
                .toList();

        assertThat(off)
                .containsExactlyElementsOf(LABOUR_DAY
                        .minusDays(2)
                        .datesUntil(LABOUR_DAY.plusDays(12))
                        .toList());
    }

    @Test
    void weekdays_may_be_worked_and_weekend_days_of_the_window_but_not_what_the_law_has_off_for_sure() {
        FestivalWindows windows = opened(3);

        assertThat(windows.mayBeWorked(LABOUR_DAY))
                .as("an amendment has dropped a first day")
                .isTrue();
        assertThat(windows.mayBeWorked(LABOUR_DAY.plusDays(1))).isFalse();
        assertThat(windows.mayBeWorked(LABOUR_DAY.plusDays(2)))
                .as("or a last one")
                .isTrue();
        assertThat(windows.mayBeWorked(LABOUR_DAY.plusDays(3))).as("a Monday").isTrue();
        assertThat(windows.mayBeWorked(LABOUR_DAY.plusDays(9)))
                .as("the last Sunday of the window")
                .isTrue();
        assertThat(windows.mayBeWorked(LABOUR_DAY.plusDays(15)))
                .as("the Saturday after it")
                .isFalse();
        assertThat(windows.mayBeWorked(LABOUR_DAY.minusDays(6)))
                .as("the first Saturday")
                .isTrue();
        assertThat(windows.mayBeWorked(LABOUR_DAY.minusDays(12)))
                .as("the Sunday before it")
                .isFalse();
    }

    @Test
    void the_only_day_of_a_festival_is_surely_off() {
        assertThat(opened(1).mayBeWorked(LABOUR_DAY)).isFalse();
        assertThat(opened(2).mayBeWorked(LABOUR_DAY)).isTrue();
    }

    @Test
    void beyond_the_lunar_table_any_day_of_the_year_may_be_either() {
        FestivalWindows windows = new FestivalWindows();
        windows.addUnknown(2060);

        for (LocalDate day : List.of(LocalDate.of(2060, 1, 1), LocalDate.of(2060, 7, 4), LocalDate.of(2060, 12, 31))) {
            assertThat(windows.mayBeOff(day)).isTrue();
            assertThat(windows.mayBeWorked(day)).isTrue();
        }
        assertThat(windows.mayBeOff(LocalDate.of(2059, 12, 31))).isFalse();
        assertThat(windows.mayBeOff(LocalDate.of(2061, 1, 1))).isFalse();
        assertThat(windows.mayBeWorked(LocalDate.of(2061, 1, 1)))
                .as("a Saturday")
                .isFalse();
    }
}
