package org.complaintkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.ReportRule.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2026-09-18, DAY, 2026-09-18",
        "2024-02-29, DAY, 2024-02-29",
        "2026-W01, WEEK, 2026-01-04",
        "2026-W38, WEEK, 2026-09-20",
        "2026-W53, WEEK, 2027-01-03",
        "2020-W53, WEEK, 2021-01-03",
        "2024-W52, WEEK, 2024-12-29",
        "2026-02, MONTH, 2026-02-28",
        "2024-02, MONTH, 2024-02-29",
        "2026-12, MONTH, 2026-12-31",
        "2026-Q1, QUARTER, 2026-03-31",
        "2026-Q4, QUARTER, 2026-12-31",
        "2026-H1, HALF_YEAR, 2026-06-30",
        "2026-H2, HALF_YEAR, 2026-12-31",
        "2026, YEAR, 2026-12-31"
    })
    void a_name_gives_kind_and_last_day(String name, Period kind, LocalDate lastDay) {
        assertThat(ReportPeriod.parse(name)).isEqualTo(new ReportPeriod(name, kind, lastDay));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "26",
                "2026-",
                "2026-13",
                "2026-00",
                "2026-W00",
                "2026-W54",
                "2025-W53",
                "2026-W1",
                "2026-Q0",
                "2026-Q5",
                "2026-H3",
                "2026-02-30",
                "2025-02-29",
                "2026-9-18",
                "2026/09",
                "2026-09-18x",
                " 2026",
                "٢٠٢٦"
            })
    void a_name_of_no_period_is_refused(String name) {
        assertThatThrownBy(() -> ReportPeriod.parse(name))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("REPORT_PERIOD"));
    }
}
