package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.complaintkit.calendar.Convention.LastDay;
import org.complaintkit.calendar.Convention.RestDayStart;
import org.complaintkit.calendar.Convention.TargetRule;
import org.complaintkit.calendar.Convention.TimeOfDay;
import org.complaintkit.calendar.check.ProofChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits that a convention moves, and the wanted moments inside them, with settled days and with open ones. */
class MovedLimitsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static DueQuestion.Builder question(String start, String term, Convention convention) {
        DueQuestion.Builder q = start.contains("T")
                ? DueQuestion.of(
                        Laws.CN,
                        SHANGHAI,
                        LocalDateTime.parse(start).atZone(SHANGHAI).toInstant(),
                        Term.parse(term))
                : DueQuestion.of(Laws.CN, SHANGHAI, LocalDate.parse(start), Term.parse(term));
        return q.convention(convention);
    }

    private static Due answer(DueQuestion.Builder q) {
        Due due = DueDates.answer(q.build());
        assertThat(ProofChecker.faults(due.proof(), Laws.CN)).isEmpty();
        return due;
    }

    private static String text(DueMoment moment) {
        return moment.toText(SHANGHAI);
    }

    @ParameterizedTest
    @CsvSource({
        // Friday 6 March 2026 is the start or the end.
        "2026-03-03, 5 days, 2026-03-06, false",
        "2026-03-03, 3 days, 2026-03-06, false",
        "2026-03-06, 1 day, 2026-03-07, true",
        "2026-03-06, 2 days, 2026-03-08, true",
        "2026-03-06, 3 days, 2026-03-09, false",
        "2026-03-06, 0 days, 2026-03-06, false",
        "2026-03-07, 0 days, 2026-03-07, true",
        "2026-03-02, 2026-03-08, 2026-03-06, false",
        "2026-03-07, 2026-03-08, 2026-03-06, false",
    })
    void a_limit_moves_back_to_a_working_day_after_its_start_and_a_named_date_to_any(
            String start, String term, String limit, boolean noWorkingDay) {
        Due due = answer(question(start, term, Convention.PLAIN.withLastDay(LastDay.BACK)));

        assertThat(text(due.limit())).isEqualTo(limit);
        assertThat(due.notes().contains(Due.NO_WORKING_DAY_IN_WINDOW)).isEqualTo(noWorkingDay);
    }

    /** The Spring Festival of 2027 is on 6 February; its schedule is not published. */
    @ParameterizedTest
    @CsvSource({
        "2027-01-29, 9 days, 2027-02-04, 2027-02-03, 2027-02-05",
        "2027-01-29, 2 days, 2027-01-31, 2027-01-30, 2027-01-31",
        "2027-02-05, 9 days, 2027-02-14, 2027-02-08, 2027-02-14",
        "2027-02-05, 1 day, 2027-02-06, 2027-02-06, 2027-02-06",
        "2026-12-31, 2 days, 2027-01-02, 2027-01-02, 2027-01-02",
    })
    void the_bounds_of_a_limit_that_moves_back_look_at_what_happens_either_way(
            String start, String term, String likely, String earliest, String latest) {
        Due due = answer(question(start, term, Convention.PLAIN.withLastDay(LastDay.BACK)));

        assertThat(List.of(
                        text(due.limit()),
                        text(due.forecast().earliest()),
                        text(due.forecast().latest())))
                .containsExactly(likely, earliest, latest);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06, 1 day, LAST_WORKING_DAY_INSIDE, 2026-03-06",
        "2026-03-06, 3 days, LAST_WORKING_DAY_INSIDE, 2026-03-09",
        "2026-03-06, 3 days, LAST_WORKING_DAY_BEFORE, 2026-03-06",
        "2026-03-07, 1 day, LAST_WORKING_DAY_INSIDE, 2026-03-08",
        "2026-03-07, 1 day, LAST_WORKING_DAY_BEFORE, 2026-03-08",
        "2026-03-07, 3 days, LAST_WORKING_DAY_BEFORE, 2026-03-09",
    })
    void a_wanted_moment_lies_on_a_working_day_inside_or_on_the_start_day_or_on_the_limit(
            String start, String term, TargetRule rule, String target) {
        assertThat(text(answer(question(start, term, Convention.PLAIN.withTarget(rule)))
                        .target()))
                .isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-05, 1 day, LAST_WORKING_DAY_INSIDE, 2027-02-06, 2027-02-05, 2027-02-06",
        "2027-02-05, 3 days, LAST_WORKING_DAY_BEFORE, 2027-02-08, 2027-02-05, 2027-02-08",
        "2026-12-31, 3 days, LAST_WORKING_DAY_BEFORE, 2026-12-31, 2026-12-31, 2027-01-03",
        "2027-02-13, 1 day, LAST_WORKING_DAY_INSIDE, 2027-02-14, 2027-02-13, 2027-02-14",
        "2027-02-13, 3 days, LAST_WORKING_DAY_BEFORE, 2027-02-15, 2027-02-15, 2027-02-15",
    })
    void the_bounds_of_a_wanted_moment_look_at_what_happens_either_way(
            String start, String term, TargetRule rule, String likely, String earliest, String latest) {
        Due due = answer(question(start, term, Convention.PLAIN.withTarget(rule)));

        assertThat(List.of(
                        text(due.target()),
                        text(due.forecast().earliestTarget()),
                        text(due.forecast().latestTarget())))
                .containsExactly(likely, earliest, latest);
    }

    /** A start that moves loses its time of day; of one that stays the limit keeps it. */
    @ParameterizedTest
    @CsvSource({
        "2027-01-01T10:00, 2027-01-07T00:00:00+08:00, 2027-01-05T00:00:00+08:00, 2027-01-08T00:00:00+08:00",
        "2027-01-05T10:00, 2027-01-08T10:00:00+08:00, 2027-01-08T10:00:00+08:00, 2027-01-08T10:00:00+08:00",
    })
    void nothing_is_known_of_the_time_of_day_of_a_limit_whose_start_may_move(
            String start, String likely, String earliest, String latest) {
        Due due = answer(question(
                start,
                "3 days",
                Convention.PLAIN.withTimeOfDay(TimeOfDay.KEEP).withRestDayStart(RestDayStart.NEXT_WORKING_DAY)));

        assertThat(List.of(
                        text(due.limit()),
                        text(due.forecast().earliest()),
                        text(due.forecast().latest())))
                .containsExactly(likely, earliest, latest);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-04, 2026-03-04, true", "2026-03-05, 2026-03-05, false", "2026-03-06, 2026-03-05, false"})
    void a_cap_is_told_where_it_cuts_and_only_there(LocalDate cap, String limit, boolean told) {
        Due due =
                answer(question("2026-03-02", "3 days", Convention.PLAIN).earlierLimit(DueMoment.ofDay(cap, SHANGHAI)));

        assertThat(text(due.limit())).isEqualTo(limit);
        assertThat(due.notes().contains(Due.CAPPED)).isEqualTo(told);
    }

    @Test
    void a_day_without_service_has_no_close_of_business_and_says_so() {
        Convention close = Convention.PLAIN.withTimeOfDay(TimeOfDay.CLOSE_OF_BUSINESS);
        ServiceHours saturdays = ServiceHours.parse("Sat 09:00-12:00");
        Due monday = answer(question("2026-03-06", "3 days", close).serviceHours(saturdays));
        Due saturday = answer(question("2026-03-06", "1 day", close).serviceHours(saturdays));

        assertThat(text(monday.limit())).isEqualTo("2026-03-09");
        assertThat(monday.notes()).containsExactly(Due.NO_CLOSE_OF_BUSINESS);
        assertThat(text(saturday.limit())).isEqualTo("2026-03-07T12:00:00+08:00");
        assertThat(saturday.notes()).isEmpty();
    }

    /** The law prolongs a period that would hold fewer than two working days. */
    @Test
    void a_range_of_one_value_wants_what_the_law_permits() {
        DueQuestion.Builder q = DueQuestion.of(
                        Laws.CN, SHANGHAI, LocalDate.of(2026, 3, 6), new Term.Range(2, 2, TermUnit.DAYS))
                .conventions(Conventions.named("EU-1182-71"));

        assertThat(text(answer(q).limit())).isEqualTo("2026-03-10");
        assertThat(text(answer(q).target())).isEqualTo("2026-03-10");
    }
}
