package org.complaintkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.fixture.TestPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDueTest {
    private static List<ReportDue> owed(String period) {
        return ReportDue.of(TestPolicy.policy(), ReportPeriod.parse(period), CalendarRegistry.standard());
    }

    @ParameterizedTest
    @CsvSource({
        // 10 October 2026 is a Saturday and worked; 10 May 2026 is a Sunday, the Saturday before it is worked
        "2026-09, 2026-10-10, 2026-10-10",
        "2026-04, 2026-05-09, 2026-05-10",
        "2026-07, 2026-08-10, 2026-08-10"
    })
    void a_monthly_report_is_due_by_the_tenth(String period, LocalDate target, LocalDate limit) {
        assertThat(owed(period)).extracting(report -> report.rule().id()).containsExactly("T-R01", "T-R02");
        assertThat(owed(period).get(0).due().target().day()).isEqualTo(target);
        assertThat(owed(period).get(0).due().limit().day()).isEqualTo(limit);
    }

    @Test
    void a_date_inside_the_spring_festival_stays_and_its_target_lies_before_it() {
        ReportDue report = owed("2024-H2").get(0);

        assertThat(report.due().limit().day()).isEqualTo(LocalDate.of(2025, 1, 30));
        assertThat(report.due().target().day()).isEqualTo(LocalDate.of(2025, 1, 27));
    }

    @Test
    void a_parameter_in_a_report_is_filled_in() {
        ReportDue report = ReportDue.of(
                        TestPolicy.policy().with(Map.of("t.target", 1)),
                        ReportPeriod.parse("2026-07"),
                        CalendarRegistry.standard())
                .get(1);

        assertThat(report.due().limit().day()).isEqualTo(LocalDate.of(2026, 8, 3));
    }

    @Test
    void a_period_of_another_length_owes_nothing() {
        assertThat(owed("2026-09-18")).isEmpty();
        assertThat(owed("2026")).isEmpty();
    }

    @Test
    void a_year_without_published_schedule_is_provisional_and_a_year_outside_the_calendar_refused() {
        assertThat(owed("2026-H2").get(0).due().certainty()).isEqualTo(Certainty.PROVISIONAL);
        assertThatThrownBy(() -> owed("9999-12")).isInstanceOf(InvalidInputException.class);
    }
}
