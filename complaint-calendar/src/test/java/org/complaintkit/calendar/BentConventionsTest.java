package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.complaintkit.calendar.check.ProofChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BentConventionsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalTime FOUR = LocalTime.of(16, 0);
    private static final BentConventions EUROPEAN = BentConventions.of(Conventions.named("EU-1182-71"));

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);

    private static Due due(ConventionSet set, String time, String term) {
        return DueDates.answer(DueQuestion.of(
                        Laws.CN,
                        SHANGHAI,
                        FRIDAY.atTime(LocalTime.parse(time)).atZone(SHANGHAI).toInstant(),
                        Term.parse(term))
                .conventions(set)
                .build());
    }

    private static LocalDate limit(ConventionSet set, String time, String term) {
        Due due = due(set, time, term);
        assertThat(ProofChecker.faults(due.proof(), Laws.CN)).isEmpty();
        return due.limit().day();
    }

    @ParameterizedTest
    @CsvSource({"15:59, 2026-03-09", "16:00, 2026-03-09", "23:00, 2026-03-09"})
    void a_cut_off_on_a_friday_changes_nothing_for_one_working_day(String time, LocalDate limit) {
        assertThat(limit(BentConventions.of(Conventions.LEDGER).cutOff(FOUR), time, "1 working day"))
                .isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({"15:59, 2026-03-08", "16:00, 2026-03-09"})
    void a_cut_off_moves_a_limit_in_days(String time, LocalDate limit) {
        assertThat(limit(BentConventions.of(Conventions.LEDGER).cutOff(FOUR), time, "2 days"))
                .isEqualTo(limit);
    }

    @Test
    void a_limit_in_days_moves_off_a_day_of_rest_and_a_moment_by_the_clock_stays() {
        ConventionSet forward = BentConventions.of(Conventions.LEDGER).rollForward();

        assertThat(limit(forward, "10:00", "1 day")).isEqualTo(FRIDAY.plusDays(3));
        assertThat(limit(forward, "10:00", "24 hours")).isEqualTo(FRIDAY.plusDays(1));
        assertThat(limit(Conventions.LEDGER, "10:00", "1 day")).isEqualTo(FRIDAY.plusDays(1));
    }

    @Test
    void a_period_of_european_law_holds_its_two_working_days_however_it_is_bent() {
        assertThat(limit(EUROPEAN, "10:00", "2 days")).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(limit(EUROPEAN.cutOff(FOUR), "17:00", "2 days")).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(limit(EUROPEAN.rollForward(), "10:00", "2 days")).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(due(EUROPEAN.cutOff(FOUR), "17:00", "2 days").proof().source())
                .contains("3(5)");
    }

    @Test
    void a_limit_that_somebody_named_is_taken_as_it_is() {
        ConventionSet literal = EUROPEAN.cutOff(FOUR).rollForward().literal();

        assertThat(limit(literal, "17:00", "2 days")).isEqualTo(LocalDate.of(2026, 3, 8));
        assertThat(due(literal, "17:00", "2 days").target().day()).isEqualTo(FRIDAY);
    }

    @Test
    void a_proof_that_hides_what_was_bent_is_refused() {
        Proof proof = due(EUROPEAN.cutOff(FOUR), "17:00", "2 days").proof();

        assertThat(ProofChecker.faults((Proof) Forgeries.with(proof, "conventionName", "EU-1182-71"), Laws.CN))
                .isNotEmpty();
        assertThat(ProofChecker.faults(
                        (Proof) Forgeries.with(proof, "conventionName", "EU-1182-71, cutOff 17:01"), Laws.CN))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEDGER, cutOff 16:00", "EU-1182-71, cutOff 09:30:01, rollForward", "PLAIN, literal"})
    void a_name_finds_its_set(String name) {
        assertThat(Conventions.named(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LEDGER, ",
                "LEDGER,literal",
                "LEDGER, cutOff 25:00",
                "LEDGER, cutOff",
                "LEDGER, rollForward, cutOff 16:00",
                "LEDGER, literal, literal",
                "NONE, literal",
                ", literal",
                "CUSTOM, literal"
            })
    void a_name_that_no_set_has_is_refused(String name) {
        assertThatThrownBy(() -> Conventions.named(name))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("UNKNOWN_CONVENTION"));
    }

    @Test
    void nothing_bent_is_the_base() {
        assertThat(BentConventions.of(Conventions.LEDGER).name()).isEqualTo("LEDGER");
        assertThat(BentConventions.of(Conventions.LEDGER).forTerm(Term.days(3)))
                .isEqualTo(Conventions.LEDGER.forTerm(Term.days(3)));
    }
}
