package org.complaintkit.examples.bank.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskHealthTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, false",
        "0, 0, 1000, false",
        "9, 0, 20, false",
        "10, 0, 100, true",
        "10, 0, 101, false",
        "0, 10, 100, true",
        "0, 3, 3, true",
        "0, 3, 4, false",
        "3, 0, 3, false",
        "90000, 0, 100000, true"
    })
    void a_tenth_of_the_open_cases_is_a_reason_and_a_few_are_none(
            long failed, long stranded, long open, boolean missing) {
        SweepSchedule.Last last = new SweepSchedule.Last(Instant.EPOCH, false, failed, stranded, open);
        assertThat(DeskHealth.isMissing(last)).isEqualTo(missing);
    }
}
