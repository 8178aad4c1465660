package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ProofCheckerTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final WorkingCalendar china = CalendarRegistry.standard().get("CN");

    @Test
    void a_limit_forged_beyond_the_calendar_is_a_fault_and_no_exception() {
        Proof proof = DueDates.answer(
                        DueQuestion.of(china, SHANGHAI, LocalDate.of(2025, 3, 3), Term.parse("3 working days"))
                                .build())
                .proof();
        DueMoment forged = DueMoment.ofDay(LocalDate.of(9999, 1, 1), SHANGHAI);
        Proof bad = (Proof) Forgeries.with((Proof) Forgeries.with(proof, "target", forged), "limit", forged);

        assertThat(ProofChecker.faults(proof, china)).isEmpty();
        assertThat(ProofChecker.faults(bad, china)).isNotEmpty();
    }
}
