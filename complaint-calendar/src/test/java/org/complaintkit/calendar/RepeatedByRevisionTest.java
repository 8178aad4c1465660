package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A fault that we once had: the revision of 2019 repeats Labour Day, which the yearly notice had set before. */
class RepeatedByRevisionTest {
    private final WorkingCalendar china = CalendarRegistry.standard().get("CN");

    @Test
    void a_day_that_a_revision_repeats_was_known_before_the_revision() {
        WorkingCalendar before = china.asOf(LocalDate.of(2019, 3, 21));
        assertThat(before.isWorkingDay(LocalDate.of(2019, 5, 1))).isFalse();
        assertThat(before.plusWorkingDays(LocalDate.of(2019, 4, 26), 6)).isEqualTo(LocalDate.of(2019, 5, 7));
    }

    @Test
    void a_day_that_the_revision_changed_was_not() {
        WorkingCalendar before = china.asOf(LocalDate.of(2019, 3, 21));
        assertThat(before.isWorkingDay(LocalDate.of(2019, 5, 2))).isTrue();
        assertThat(china.isWorkingDay(LocalDate.of(2019, 5, 2))).isFalse();
    }

    @Test
    void a_monday_on_which_a_notice_resumes_work_is_an_ordinary_monday() {
        LocalDate monday = LocalDate.of(2020, 2, 3);
        assertThat(china.day(monday).kind()).isEqualTo(DayKind.ORDINARY);
        assertThat(ServiceHours.parse("Mon-Fri 09:00-17:00").shifts(china.day(monday)))
                .hasSize(1);
    }
}
