package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.complaintkit.calendar.check.ProofChecker;
import org.jspecify.annotations.Nullable;
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

    /** One component of a proof is changed; the first fault names it. */
    @Test
    void what_was_forged_is_named() {
        Proof settled = proof("7 to 10 working days", LocalDate.of(2025, 9, 25), null);
        Proof open = proof("10 working days", LocalDate.of(2031, 9, 25), LocalDate.of(2031, 12, 1));
        DueMoment other = DueMoment.ofDay(LocalDate.of(2025, 9, 30), SHANGHAI);
        DueMoment late = DueMoment.ofDay(LocalDate.of(2031, 11, 30), SHANGHAI);
        DueMoment beyond = DueMoment.ofDay(LocalDate.of(2031, 12, 2), SHANGHAI);
        DueMoment early = DueMoment.ofDay(LocalDate.of(2031, 9, 26), SHANGHAI);
        Forecast forecast = Objects.requireNonNull(open.forecast());

        assertThat(ProofChecker.faults(settled, china)).isEmpty();
        assertThat(ProofChecker.faults(open, china)).isEmpty();
        named(settled, "calendarId", "US", "calendar is");
        named(settled, "calendarVersion", "CN-1", "calendar version is");
        named(settled, "source", "CONV-9", "source is");
        named(settled, "convention", settled.convention().withCutOff(LocalTime.NOON), "convention is");
        named(settled, "term", Term.days(5), "term is");
        named(settled, "parts", List.of(settled), "part no. 1 is");
        named(settled, "wording", new Wording(settled.term(), settled.term(), true), "default meaning is");
        named(settled, "wording", new Wording(Term.days(5), settled.term(), false), "meaning is");
        named(settled, "serviceHours", ServiceHours.STANDARD, "service hours given is");
        named(
                settled,
                "asked",
                Forgeries.with(settled.asked(), "day", LocalDate.of(2025, 9, 26)),
                "asked on its day is");
        named(settled, "start", other, "start is");
        named(settled, "target", other, "target is");
        named(settled, "limit", other, "limit is");
        named(settled, "counted", settled.counted().subList(0, 9), "counted day no. 10 is none and");
        named(settled, "skipped", settled.skipped().subList(1, 3), "skipped day no. 1 is");
        named(settled, "forecast", forecast, "certainty is PROVISIONAL and should be OFFICIAL");
        named(open, "forecast", null, "certainty is OFFICIAL and should be PROVISIONAL");
        named(open, "forecast", Forgeries.with(forecast, "likely", other), "likely is");
        named(open, "forecast", Forgeries.with(forecast, "assumption", ""), "assumption is");
        named(open, "forecast", Forgeries.with(forecast, "earliest", late), "order of the bounds is");
        named(open, "forecast", Forgeries.with(forecast, "latest", early), "order of the bounds is");
        named(open, "forecast", Forgeries.with(forecast, "earliestTarget", late), "order of the bounds of the wanted");
        named(open, "forecast", Forgeries.with(forecast, "latestTarget", late), "order of the bounds of the wanted");
        named(open, "forecast", Forgeries.with(forecast, "latest", beyond), "latest within the cap is");
    }

    private void named(Proof proof, String component, @Nullable Object other, String fault) {
        assertThat(ProofChecker.faults((Proof) Forgeries.with(proof, component, other), china))
                .first(InstanceOfAssertFactories.STRING)
                .startsWith(fault);
    }

    private Proof proof(String term, LocalDate start, @Nullable LocalDate cap) {
        DueQuestion.Builder question =
                DueQuestion.of(china, SHANGHAI, start, Term.parse(term)).conventions(Conventions.LEDGER);
        return DueDates.answer((cap == null ? question : question.earlierLimit(DueMoment.ofDay(cap, SHANGHAI))).build())
                .proof();
    }
}
