package org.complaintkit.calendar.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.complaintkit.calendar.CalendarAlgebra;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.DueDates;
import org.complaintkit.calendar.DueQuestion;
import org.complaintkit.calendar.Forecast;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofCalendarTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void a_proof_over_national_day_is_drawn_with_its_holidays_and_make_up_days() {
        assertThat(ProofCalendar.draw(proof("2025-09-25T09:00", "7 to 10 working days"), Locale.ENGLISH))
                .contains("  29  3     30  4\n")
                .contains("                       1  x      2  x      3  x      4  x      5  x\n")
                .contains("   6  x      7  x      8  x      9  5     10  6     11* 7~    12  .\n")
                .contains("  13  8     14  9     15  10!   16        17        18        19\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 working days",
                "60 working days",
                "21 days",
                "4 hours",
                "8 weeks",
                "before 30 January",
                "promptly",
                "90 working hours",
                "later of 2 hours and 3 days"
            })
    void no_line_is_wider_than_a_terminal(String term) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINA, Locale.TAIWAN}) {
            for (String start : new String[] {"2025-01-20T09:00", "2026-12-28T09:00"}) {
                String drawn = ProofCalendar.draw(proof(start, term), locale);
                assertThat(drawn.lines()).allMatch(line -> ProofWords.width(line) <= 80);
            }
        }
    }

    @Test
    void service_time_is_listed_below_the_sheets() {
        assertThat(ProofCalendar.draw(proof("2026-02-13T16:30", "10 working hours"), Locale.ENGLISH))
                .contains("10 working hours: due 2026-02-24T10:30:00+08:00")
                .contains("  2026-02-13  0:30 counted\n")
                .contains("  2026-02-14  8:00 counted\n")
                .contains("2026-02-15..2026-02-23  春节: not counted");
    }

    @Test
    void a_default_of_ours_is_told_in_three_languages() {
        Proof proof = proof("2026-03-02T10:00", "immediately");
        assertThat(ProofCalendar.draw(proof, Locale.ENGLISH))
                .startsWith("immediately: due 2026-03-02T12:00:00+08:00\n")
                .contains("\n  stands for  2 hours (default of CONV-12, not of the text)\n");
        assertThat(ProofCalendar.draw(proof, Locale.CHINA)).contains("  含义    2小时（CONV-12 默认值，非原文）\n");
        assertThat(ProofCalendar.draw(proof, Locale.TAIWAN)).contains("  含義    2小時（CONV-12 預設值，非原文）\n");
    }

    @Test
    void each_part_of_a_combined_term_is_drawn_and_the_deciding_one_named() {
        Proof proof = proof("2026-03-02T10:00", "later of 2 hours and 1 working day");
        assertThat(ProofCalendar.draw(proof, Locale.ENGLISH))
                .contains("  part 1      2 hours: 2026-03-02T12:00:00+08:00\n")
                .contains("  part 2      1 working day: 2026-03-03, decides\n")
                .contains("\n2 hours: due 2026-03-02T12:00:00+08:00\n")
                .contains("\n1 working day: due 2026-03-03\n");
    }

    @Test
    void forecast_days_carry_a_question_mark_and_the_assumption_is_told() {
        Proof proof = proof("2026-12-20T10:00", "20 working days");
        Forecast forecast = Objects.requireNonNull(proof.forecast());
        String english = ProofCalendar.draw(proof, Locale.ENGLISH);
        assertThat(english)
                .contains("  provisional likely   " + forecast.likely().toText(SHANGHAI))
                .contains("  assumption  The schedule is not published.")
                .containsPattern("[0-9]+  x\\?")
                .containsPattern(" 4  [0-9]+\\?")
                .contains("? forecast, no schedule published yet");
        assertThat(ProofCalendar.draw(proof, Locale.CHINA))
                .contains("  暂定    可能 ")
                .contains("  2027-01-01?  元旦：不计入\n")
                .contains("系预测");
        assertThat(ProofCalendar.draw(proof, Locale.TAIWAN))
                .contains("  暫定    可能 ")
                .contains("係預測");
    }

    /** The sentences are the calendars'; a changed one would silently stay English. */
    @ParameterizedTest
    @CsvSource({"CN, 2026-12-20T10:00", "CN, 2040-12-20T10:00", "HK, 2030-12-20T10:00", "US, 2031-01-02T10:00"})
    void an_assumption_of_a_packaged_calendar_is_told_in_the_language_of_the_reader(String calendar, String start) {
        WorkingCalendar packaged = CalendarRegistry.standard().get(calendar);
        // The bounds of a join reach beyond all its days where any day may be off, as after the lunar table.
        WorkingCalendar joined = CalendarAlgebra.allWork(
                "ONE",
                List.of(start.startsWith("2040") ? CalendarRegistry.standard().get("US") : packaged));
        for (WorkingCalendar each : List.of(packaged, joined)) {
            Proof proof = DueDates.answer(DueQuestion.of(
                                    each,
                                    SHANGHAI,
                                    LocalDateTime.parse(start).atZone(SHANGHAI).toInstant(),
                                    Term.parse("20 working days"))
                            .build())
                    .proof();
            assertThat(ProofCalendar.draw(proof, Locale.CHINA)).contains("假设：").doesNotContain("Assumed");
            assertThat(ProofPage.draw(proof, Locale.TAIWAN)).contains("假設：").doesNotContain("Assumed");
            String assumption = Objects.requireNonNull(proof.forecast()).assumption();
            assertThat(Assumptions.in(ProofWords.in(Locale.ENGLISH), assumption))
                    .isEqualTo(assumption);
            for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINA, Locale.TAIWAN}) {
                assertThat(ProofCalendar.draw(proof, locale).lines()).allMatch(line -> ProofWords.width(line) <= 80);
            }
        }
    }

    @Test
    void a_text_is_wrapped_between_words_and_chinese_characters_and_never_before_a_comma() {
        String text = "汉".repeat(30) + "，" + "字".repeat(3) + " word " + "x".repeat(70);

        assertThat(ProofWords.wrapped("   ", text))
                .containsExactly("    " + "汉".repeat(30) + "，" + "字".repeat(3) + " word", "    " + "x".repeat(70));
        assertThat(ProofWords.wrapped("   ", "汉".repeat(38) + "，" + "字"))
                .containsExactly("    " + "汉".repeat(37), "    汉，字");
    }

    static Proof proof(String start, String term) {
        return DueDates.answer(DueQuestion.of(
                                CalendarRegistry.standard().get("CN"),
                                SHANGHAI,
                                LocalDateTime.parse(start).atZone(SHANGHAI).toInstant(),
                                Term.parse(term))
                        .conventions(Conventions.LEDGER)
                        .build())
                .proof();
    }
}
