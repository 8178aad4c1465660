package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceHoursParserTest {

    @Test
    void a_long_list_of_days_is_a_typed_error_and_no_stack_overflow() {
        for (int days : new int[] {300, 3300}) {
            refused("Mon" + " , Mon".repeat(days) + " x");
            refused("Mon" + " , Mon".repeat(days) + " 09:00-17:00");
        }
    }

    @Test
    void a_list_of_unknown_days_is_refused_at_once() {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            refused("WD" + ",a".repeat(9990));
            refused("WD" + ",a".repeat(990));
            refused("WD" + " ".repeat(1990));
            refused("WD" + " , ".repeat(600) + "x");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";", "WD", "WD,", "WD,, 09:00-17:00", ", 09:00-17:00", " 09:00-17:00", "WD open"})
    void a_rule_without_days_or_hours_is_refused(String text) {
        refused(text);
    }

    @Test
    void hours_that_are_too_long_written_out_day_by_day_are_refused() {
        StringBuilder shifts = new StringBuilder();
        for (int hour = 0; hour < 24; hour++) {
            shifts.append(hour == 0 ? "" : ",")
                    .append(hour)
                    .append(":00-")
                    .append(hour)
                    .append(":10");
            shifts.append(',').append(hour).append(":20-").append(hour).append(":30");
        }
        assertThat(ServiceHours.parse("WD " + shifts)).isEqualTo(ServiceHours.parse("WD " + shifts + " "));
        refused("Mon-Sun " + shifts);
    }

    @Test
    void days_and_hours_are_told_apart_at_the_first_time() {
        ServiceHours plain = ServiceHours.parse("Mon,Tue,Sat 09:00-12:00,13:00-17:00; 2026-05-01,2026-05-02 closed");

        assertThat(ServiceHours.parse(
                        "mon ,TUE, saturday 9:00 - 12:00 , 13:00 – 17:00 ;\n2026-05-01 , 2026-05-02\tCLOSED"))
                .isEqualTo(plain);
        assertThat(ServiceHours.parse(plain.toString())).isEqualTo(plain);
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> ServiceHours.parse(text))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("SERVICE_HOURS_MALFORMED"));
    }
}
