package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.complaintkit.calendar.check.ProofChecker;

/**
 * Terms in all their languages: a term that is read again as it is printed, with a due date whose proof holds; or one
 * line of error.
 */
class TermFuzz {
    private static final WorkingCalendar CHINA = CalendarRegistry.standard().get("CN");
    private static final Instant START = Instant.parse("2024-03-18T02:00:00Z");

    @FuzzTest(maxDuration = "10m")
    void any_text_is_a_term_or_refused(byte[] bytes) {
        Term term;
        Due due;
        try {
            term = Term.parse(new String(bytes, StandardCharsets.UTF_8));
            assertThat(Term.parse(term.toString())).isEqualTo(term);
            due = DueDates.answer(DueQuestion.of(CHINA, ZoneId.of("Asia/Shanghai"), START, term)
                    .build());
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
            return;
        }
        assertThat(ProofChecker.faults(due.proof(), CHINA)).isEmpty();
    }
}
