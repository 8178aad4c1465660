package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(strings = {"3 working days", "60 working days", "21 days", "4 hours", "8 weeks", "before 30 January"})
    void no_line_is_wider_than_a_terminal(String term) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINA, Locale.TAIWAN}) {
            String drawn = ProofCalendar.draw(proof("2025-01-20T09:00", term), locale);
            assertThat(drawn.lines()).allMatch(line -> ProofWords.width(line) <= 80);
        }
    }

    static Proof proof(String start, String term) {
        return DueDates.answer(DueQuestion.of(
                                CalendarRegistry.standard().get("CN"),
                                SHANGHAI,
                                LedgerDeadlinesTest.instant(start),
                                Term.parse(term))
                        .conventions(Conventions.LEDGER)
                        .build())
                .proof();
    }
}
