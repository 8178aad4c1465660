package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.complaintkit.calendar.Convention.OutsideHours;
import org.complaintkit.calendar.Convention.RestDayStart;
import org.complaintkit.calendar.check.ProofChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edges of a count: ends that just fit before a pause, pauses that overlap, starts that move, open days at an end. */
class StartsAndPausesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static DueQuestion.Builder question(String start, String term) {
        return start.contains("T")
                ? DueQuestion.of(
                        Laws.CN,
                        SHANGHAI,
                        LocalDateTime.parse(start).atZone(SHANGHAI).toInstant(),
                        Term.parse(term))
                : DueQuestion.of(Laws.CN, SHANGHAI, LocalDate.parse(start), Term.parse(term));
    }

    private static Pause pause(String from, String to) {
        return new Pause(
                LocalDateTime.parse(from).atZone(SHANGHAI).toInstant(),
                LocalDateTime.parse(to).atZone(SHANGHAI).toInstant());
    }

    private static Due answer(DueQuestion.Builder q) {
        Due due = DueDates.answer(q.build());
        assertThat(ProofChecker.faults(due.proof(), Laws.CN)).isEmpty();
        return due;
    }

    /** Monday 2 March 2026; a pause that begins on a day leaves out the days after it. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00, 3 working days, 2026-03-05",
        "2026-03-02T09:00, 3 days, 2026-03-05",
        "2026-03-02T09:00, 4 working days, 2026-03-12",
        "2026-03-02T09:00, 4 days, 2026-03-12",
        "2026-03-02T09:00, 73 hours, 2026-03-05T10:00:00+08:00",
        "2026-03-02T09:00, 74 hours, 2026-03-11T11:00:00+08:00",
        "2026-03-02T09:00, 25 working hours, 2026-03-05T10:00:00+08:00",
        "2026-03-02T09:00, 26 working hours, 2026-03-11T11:00:00+08:00",
        "2026-03-02T09:00, 1500 working minutes, 2026-03-05T10:00:00+08:00",
        "2026-03-02T09:00, 0 hours, 2026-03-02T09:00:00+08:00",
        "2026-03-02T18:00, 0 working hours, 2026-03-02T18:00:00+08:00",
    })
    void what_just_fits_before_a_pause_ends_before_it(String start, String term, String limit) {
        Due due = answer(question(start, term).pause(pause("2026-03-05T10:00", "2026-03-11T10:00")));

        assertThat(due.limit().toText(SHANGHAI)).isEqualTo(limit);
    }

    @Test
    void pauses_that_overlap_or_lie_in_each_other_are_one_whatever_their_order() {
        List<Pause> pauses = new ArrayList<>(List.of(
                pause("2026-03-03T12:00", "2026-03-09T12:00"),
                pause("2026-03-04T12:00", "2026-03-05T12:00"),
                pause("2026-03-08T12:00", "2026-03-11T12:00"),
                pause("2026-03-16T12:00", "2026-03-17T12:00")));
        Pause first = pause("2026-03-03T12:00", "2026-03-11T12:00");
        for (int turn = 0; turn < pauses.size(); turn++) {
            Collections.rotate(pauses, 1);
            for (String term : List.of("7 days", "4 working days", "100 hours", "20 working hours")) {
                assertThat(answer(question("2026-03-02T09:00", term).pauses(pauses))
                                .limit())
                        .isEqualTo(answer(question("2026-03-02T09:00", term)
                                        .pauses(List.of(first, pause("2026-03-16T12:00", "2026-03-17T12:00"))))
                                .limit());
            }
        }
        assertThat(answer(question("2026-03-02T09:00", "7 days").pauses(pauses))
                        .limit()
                        .day())
                .isEqualTo("2026-03-18");
        assertThat(answer(question("2026-03-02T09:00", "100 hours").pauses(pauses))
                        .limit()
                        .toText(SHANGHAI))
                .isEqualTo("2026-03-14T13:00:00+08:00");
    }

    /** The schedule of 2027 is open; hours by the clock do not ask for it. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-28T10:00, 6 working hours, OFFICIAL",
        "2026-12-28T10:00, 8 working hours, PROVISIONAL",
        "2026-12-28T10:00, 480 working minutes, PROVISIONAL",
        "2026-12-28T10:00, 300 hours, OFFICIAL",
        "2026-12-28T10:00, 1 day, OFFICIAL",
        "2026-12-28T10:00, 1 working day, PROVISIONAL",
        "2026-12-25T10:00, 1 working day, OFFICIAL",
    })
    void an_answer_is_provisional_if_a_day_that_it_counts_by_is_open(String start, String term, Certainty certainty) {
        assertThat(answer(question(start, term)).certainty()).isEqualTo(certainty);
    }

    /** Saturday 7 March 2026, and the day after the last settled one. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-07T10:00, AS_IS, NEXT_WORKING_DAY, 2026-03-09T00:00:00+08:00, OFFICIAL",
        "2026-03-07, AS_IS, NEXT_WORKING_DAY, 2026-03-09, OFFICIAL",
        "2026-03-06T10:00, AS_IS, NEXT_WORKING_DAY, 2026-03-06T10:00:00+08:00, OFFICIAL",
        "2026-03-06, AS_IS, NEXT_WORKING_DAY, 2026-03-06, OFFICIAL",
        "2026-03-06T18:00, NEXT_OPENING, AS_IS, 2026-03-09T09:00:00+08:00, OFFICIAL",
        "2026-03-06T11:00, NEXT_OPENING, AS_IS, 2026-03-06T11:00:00+08:00, OFFICIAL",
        "2026-03-07, NEXT_OPENING, AS_IS, 2026-03-09, OFFICIAL",
        "2026-03-06, NEXT_OPENING, AS_IS, 2026-03-06, OFFICIAL",
        "2026-12-28T18:00, NEXT_OPENING, AS_IS, 2026-12-29T09:00:00+08:00, PROVISIONAL",
        "2026-12-28T11:00, NEXT_OPENING, AS_IS, 2026-12-28T11:00:00+08:00, OFFICIAL",
    })
    void a_start_moves_to_the_next_working_day_or_opening(
            String start, OutsideHours outside, RestDayStart rest, String begins, Certainty certainty) {
        Due due = answer(question(start, "1 day")
                .convention(Convention.PLAIN.withOutsideHours(outside).withRestDayStart(rest)));

        assertThat(due.start().toText(SHANGHAI)).isEqualTo(begins);
        assertThat(due.certainty()).isEqualTo(certainty);
    }
}
