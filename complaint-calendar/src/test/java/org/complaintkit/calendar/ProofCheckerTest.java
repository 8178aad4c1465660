package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.complaintkit.calendar.check.ProofChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "earlier of 30 hours and 2 working days",
                "earlier of 2 working days and 30 hours",
                "later of 30 hours and 2 working days",
                "later of 2 working days and 30 hours"
            })
    void of_parts_that_end_at_one_instant_on_different_days_the_first_decides(String text) {
        Term.Combined term = (Term.Combined) Term.parse(text);
        Convention convention = Convention.PLAIN
                .withStartDay(Convention.StartDay.INCLUDED)
                .withOutsideHours(Convention.OutsideHours.NEXT_OPENING)
                .withTimeOfDay(Convention.TimeOfDay.CLOSE_OF_BUSINESS);
        Proof proof = DueDates.answer(DueQuestion.of(china, SHANGHAI, Instant.parse("2024-03-18T01:00:00Z"), term)
                        .convention(convention)
                        .serviceHours(ServiceHours.parse("WD 20:00-02:00"))
                        .build())
                .proof();

        assertThat(proof.parts())
                .extracting(part -> part.limit().at())
                .containsOnly(Instant.parse("2024-03-19T18:00:00Z"));
        assertThat(proof.parts()).extracting(part -> part.limit().day()).doesNotHaveDuplicates();
        assertThat(proof.limit()).isEqualTo(proof.parts().get(0).limit());
        assertThat(ProofChecker.faults(proof, china)).isEmpty();
    }
}
