package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarOperationTest {
    private static final LocalDate GOLDEN_WEEK = LocalDate.of(2025, 10, 1);

    private static CalendarOperation.Answer ask(
            CalendarOperation operation, LocalDate day, @Nullable Integer n, @Nullable LocalDate to) {
        return operation.ask(Laws.CN, day, n, to);
    }

    @ParameterizedTest
    @CsvSource({
        "isWorkingDay, , , false",
        "plusWorkingDays, 2, , 2025-10-10",
        "workingDaysBetween, , 2025-10-11, 2",
        "next, , , 2025-10-09",
        "previous, , , 2025-09-30",
        "nextOrSame, , , 2025-10-09",
        "previousOrSame, , , 2025-09-30"
    })
    void a_calendar_is_asked_by_name(String name, @Nullable Integer n, @Nullable LocalDate to, String result) {
        CalendarOperation operation = CalendarOperation.parse(name);
        CalendarOperation.Answer answer = ask(operation, GOLDEN_WEEK, n, to);

        assertThat(operation).hasToString(name);
        assertThat(answer.result()).hasToString(result);
        assertThat(answer.certainty()).isEqualTo(Certainty.OFFICIAL);
    }

    @Test
    void an_answer_that_rests_on_an_unsettled_day_says_so() {
        LocalDate day = LocalDate.of(2031, 3, 3);
        for (CalendarOperation operation : CalendarOperation.values()) {
            boolean plus = operation == CalendarOperation.PLUS_WORKING_DAYS;
            boolean between = operation == CalendarOperation.WORKING_DAYS_BETWEEN;
            assertThat(ask(operation, day, plus ? 1 : null, between ? day.plusDays(7) : null)
                            .certainty())
                    .as("%s", operation)
                    .isEqualTo(Certainty.PROVISIONAL);
        }
    }

    @Test
    void what_an_operation_needs_and_what_it_has_no_use_for_is_told() {
        for (CalendarOperation operation : CalendarOperation.values()) {
            boolean plus = operation == CalendarOperation.PLUS_WORKING_DAYS;
            boolean between = operation == CalendarOperation.WORKING_DAYS_BETWEEN;
            refused(operation, plus ? null : 1, null, plus ? "MISSING_FIELD n" : "FIELD_NOT_USED n");
            refused(
                    operation,
                    plus ? 1 : null,
                    between ? null : GOLDEN_WEEK,
                    between ? "MISSING_FIELD to" : "FIELD_NOT_USED to");
        }
        assertThatThrownBy(() -> CalendarOperation.parse("Next"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("UNKNOWN_OPERATION"));
    }

    private static void refused(
            CalendarOperation operation, @Nullable Integer n, @Nullable LocalDate to, String fault) {
        assertThatThrownBy(() -> ask(operation, GOLDEN_WEEK, n, to))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.code() + " " + e.subject()).isEqualTo(fault));
    }
}
