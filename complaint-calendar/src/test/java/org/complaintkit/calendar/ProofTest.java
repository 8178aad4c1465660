package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.complaintkit.calendar.check.ProofChecker;
import org.junit.jupiter.api.Test;

class ProofTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void working_hours_list_the_time_of_each_day_and_why_the_others_have_none() {
        Proof proof = answer("2026-02-13T16:00", "10 working hours").proof();

        assertThat(proof.counted())
                .extracting(day -> day.date() + " " + day.time())
                .containsExactly("2026-02-13 PT1H", "2026-02-14 PT8H", "2026-02-24 PT1H");
        assertThat(proof.skipped()).hasSize(9).extracting(SkippedDay::why).containsOnly(SkippedDay.HOLIDAY);
        assertThat(proof.skipped().get(0).source()).contains("gov.cn");
    }

    @Test
    void a_working_day_without_service_and_a_paused_one_are_told_apart() {
        DueQuestion q = question("2026-03-02T16:00", "4 working hours")
                .serviceHours(ServiceHours.parse("Mon,Wed,Fri 09:00-11:00; Tue,Thu closed"))
                .pause(Pause.ofDays(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 4), SHANGHAI))
                .build();
        Proof proof = DueDates.answer(q).proof();

        assertThat(proof.skipped())
                .extracting(SkippedDay::why)
                .containsExactly("CLOSED", "PAUSED", "CLOSED", "WEEKEND", "WEEKEND");
        assertThat(proof.counted()).extracting(CountedDay::time).containsOnly(Duration.ofHours(2));
        assertThat(ProofChecker.faults(proof, Laws.CN)).isEmpty();
    }

    @Test
    void a_word_says_that_its_meaning_is_a_default_or_who_gave_it() {
        Proof standard = answer("2026-03-02T16:00", "promptly").proof();
        Proof given = DueDates.answer(question("2026-03-02T16:00", "promptly")
                        .soft(SoftTime.PROMPT, Term.workingDays(2))
                        .build())
                .proof();

        assertThat(standard.wording())
                .isEqualTo(new Wording(new Term.Soft(SoftTime.PROMPT), Term.workingDays(1), true));
        assertThat(standard.source()).isEqualTo("CONV-12, CONV-3, CONV-4");
        assertThat(given.wording().standard()).isFalse();
        assertThat(given.source()).isEqualTo("CONV-3, CONV-4");
    }

    @Test
    void a_word_may_mean_the_earlier_of_two_but_no_other_word() {
        Term meaning = Term.parse("earlier of 2 hours and 1 working day");
        DueQuestion q = question("2026-03-02T16:00", "later of immediately and 30 minutes")
                .soft(SoftTime.IMMEDIATE, meaning)
                .build();
        Due due = DueDates.answer(q);

        assertThat(due.limit().toText(SHANGHAI)).isEqualTo("2026-03-02T18:00:00+08:00");
        assertThat(due.proof().parts().get(0).parts()).hasSize(2);
        assertThat(ProofChecker.faults(due.proof(), Laws.CN)).isEmpty();
        for (String word : List.of("promptly", "later of 1 day and immediately")) {
            assertThatThrownBy(() ->
                            question("2026-03-02T16:00", "immediately").soft(SoftTime.IMMEDIATE, Term.parse(word)))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void a_combined_term_proves_each_part_and_which_decides() {
        Proof proof = answer("2025-04-17T16:00", "later of 24 hours and 1 working day")
                .proof();

        assertThat(proof.parts())
                .extracting(part -> part.limit().toText(SHANGHAI))
                .containsExactly("2025-04-18T16:00:00+08:00", "2025-04-18");
        assertThat(proof.term()).isEqualTo(Term.workingDays(1));
        assertThat(proof.counted()).hasSize(1);
    }

    @Test
    void a_provisional_proof_carries_what_to_expect_and_marks_the_days_of_the_forecast() {
        Due due = answer("2026-12-20T10:00", "20 working days");
        Proof proof = due.proof();

        assertThat(proof.certainty()).isEqualTo(Certainty.PROVISIONAL);
        assertThat(proof.forecast()).isEqualTo(due.forecast()).isNotNull();
        assertThat(proof.counted())
                .filteredOn(day -> day.certainty() == Certainty.PROVISIONAL)
                .isNotEmpty()
                .allMatch(day -> day.date().isAfter(LocalDate.of(2026, 12, 20)));
    }

    @Test
    void a_span_that_is_too_long_to_list_is_proved_without_its_days() {
        Due due = DueDates.answer(question("2026-03-02T10:00", "60000 days")
                .conventions(Conventions.PLAIN)
                .build());

        assertThat(due.notes()).contains(Due.PROOF_ABRIDGED);
        assertThat(due.proof().counted()).isEmpty();
        assertThat(ProofChecker.faults(due.proof(), Laws.CN)).isEmpty();
    }

    private static Due answer(String start, String term) {
        Due due = DueDates.answer(question(start, term).build());
        assertThat(ProofChecker.faults(due.proof(), Laws.CN)).isEmpty();
        return due;
    }

    private static DueQuestion.Builder question(String start, String term) {
        return DueQuestion.of(Laws.CN, SHANGHAI, LedgerDeadlinesTest.instant(start), Term.parse(term))
                .conventions(Conventions.LEDGER);
    }
}
