package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every receipt day of 2009 to 2025, asked with what had been published by then, through the public {@link DueDates}: the
 * true limit and the true wanted moment lie between the bounds, whatever the kind of limit. What a revision in mid-year
 * moved afterwards is counted apart.
 *
 * <p>What this does not show: how far authorities may go in years to come. The windows around each festival (cn-law.csv)
 * hold every schedule of 2007 to 2026, so these years cannot fall outside. Windows of 2007 to 2019 alone would have missed
 * 6 of the 231 open limits of 60 working days in 2020 to 2025, each by a day or two; the windows are wider since.
 */
class BoundsReplayTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar CN = Laws.CN;
    /** So many days before its start a short limit still reaches into an unpublished year. */
    private static final int AHEAD = 300;

    private static final int LONGEST = 370;

    private static final LocalDate FIRST = LocalDate.of(2009, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    /** Open cases; true answer outside the bounds; likely answer right; moved by a revision; days between the bounds. */
    private record Tally(int open, int outside, int right, int revised, long days) {}

    /** Term, convention, days ahead; then open cases, of these likely right, moved by a revision, days between bounds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15 working days | PLAIN | 0 | 14 | 14 | 0 | 28",
                "30 working days | PLAIN | 0 | 235 | 230 | 0 | 280",
                "60 working days | PLAIN | 0 | 924 | 911 | 20 | 1939",
                "15 working days | LEDGER | 300 | 4949 | 4679 | 59 | 15116",
                "7 to 10 working days | LEDGER | 300 | 4830 | 4586 | 45 | 12565",
                "15 to 60 working days | LEDGER | 0 | 924 | 911 | 20 | 1939",
                "1 month | CN-CIVIL-CODE | 0 | 100 | 90 | 0 | 141",
                "2 months | CN-CIVIL-CODE | 0 | 515 | 496 | 0 | 724",
                "3 months | CN-CIVIL-CODE | 0 | 1017 | 991 | 9 | 1316",
                "4 months | CN-CIVIL-CODE | 0 | 1544 | 1500 | 8 | 1814",
                "5 months | CN-CIVIL-CODE | 0 | 2071 | 2012 | 16 | 2607",
                "6 months | CN-CIVIL-CODE | 0 | 2581 | 2496 | 16 | 3176",
                "1 month | CN-CIVIL-CODE | 300 | 5116 | 4992 | 20 | 5398",
                "3 months | CN-CIVIL-CODE-BUSINESS-HOURS | 0 | 1017 | 991 | 9 | 1316",
                "15 days | EU-1182-71 | 300 | 4861 | 4738 | 20 | 5067",
                "3 days | EU-1182-71 | 300 | 4660 | 4510 | 21 | 5991",
                "8 weeks | EU-1182-71 | 0 | 440 | 422 | 0 | 514",
                "60 days | LEDGER | 0 | 493 | 493 | 0 | 0",
                "30 days | LEDGER | 300 | 5109 | 5109 | 0 | 0",
                "on day 15 | LEDGER | 300 | 4861 | 4738 | 20 | 5066",
                "on day 30 | LEDGER | 0 | 100 | 88 | 0 | 170",
                "on working day 20 | LEDGER | 0 | 71 | 66 | 0 | 237",
                "10th of next month | LEDGER | 300 | 5075 | 5075 | 0 | 0",
                "before 30 January | LEDGER | 0 | 5111 | 5111 | 0 | 0",
                "4 working hours | LEDGER | 300 | 4606 | 4487 | 20 | 5128",
                "40 working hours | LEDGER | 300 | 4711 | 4484 | 37 | 11469",
                "120 working hours | LEDGER | 0 | 14 | 14 | 0 | 65",
                "later of 30 days and 20 working days | LEDGER | 0 | 97 | 94 | 0 | 23",
                "earlier of 30 days and 20 working days | CN-CIVIL-CODE | 300 | 5068 | 4833 | 53 | 13655",
            })
    void the_true_answer_lies_between_the_bounds(
            String term, String convention, int ahead, int open, int right, int revised, long days) {
        Tally tally = replay(ahead, 1, Term.parse(term), Conventions.named(convention), ServiceHours.STANDARD);
        assertThat(tally).isEqualTo(new Tally(open, 0, right, revised, days));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WD 09:00-12:00,13:30-17:30",
                "WD 09:00-12:00,13:30-17:30; Sat 10:00-12:00",
                "Mon-Fri 08:30-17:00",
                "Mon-Thu 20:00-02:00; Fri 09:00-12:00,13:00-24:00; WD 10:00-11:00",
                "WD 22:00-06:00",
                "DAILY 12:00-13:00; WD 09:00-17:00"
            })
    void service_hours_of_any_shape_are_bracketed(String hours) {
        for (Convention convention : List.of(
                Convention.PLAIN,
                Convention.PLAIN.withOutsideHours(Convention.OutsideHours.NEXT_OPENING),
                Convention.PLAIN.withRestDayStart(Convention.RestDayStart.NEXT_WORKING_DAY))) {
            Tally tally = replay(
                    AHEAD,
                    1,
                    Term.parse("30 working hours"),
                    ConventionSet.only(convention),
                    ServiceHours.parse(hours));
            assertThat(tally.open()).isPositive();
            assertThat(tally.outside()).isZero();
        }
    }

    @Test
    void every_combination_of_a_convention_is_bracketed_on_every_third_day() {
        int open = 0;
        for (Convention.LastDay lastDay : Convention.LastDay.values()) {
            for (Convention.TargetRule target : Convention.TargetRule.values()) {
                for (Convention.TimeOfDay time : Convention.TimeOfDay.values()) {
                    for (Convention.RestDayStart start : Convention.RestDayStart.values()) {
                        Convention convention = new Convention(
                                Convention.StartDay.EXCLUDED,
                                Convention.OutsideHours.AS_IS,
                                start,
                                LocalTime.of(17, 0),
                                lastDay,
                                target,
                                time);
                        for (String term : List.of("5 days", "20 days", "10 working days")) {
                            Tally tally = replay(
                                    AHEAD, 3, Term.parse(term), ConventionSet.only(convention), ServiceHours.STANDARD);
                            assertThat(tally.outside())
                                    .as("%s %s", term, convention)
                                    .isZero();
                            open += tally.open();
                        }
                    }
                }
            }
        }
        assertThat(open).isGreaterThan(10_000);
    }

    /** Asked on the receipt day itself and, for short terms, so many days before it. */
    private static Tally replay(int daysAhead, int step, Term term, ConventionSet set, ServiceHours hours) {
        int open = 0;
        int outside = 0;
        int right = 0;
        int revised = 0;
        long width = 0;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(step)) {
            LocalDate known = day.minusDays(daysAhead);
            if (CN.asOf(known).certainty(day, day.plusDays(LONGEST)) == Certainty.OFFICIAL) {
                continue;
            }
            DueQuestion asked = DueQuestion.of(
                            CN, SHANGHAI, day.atTime(10, 20).atZone(SHANGHAI).toInstant(), term)
                    .conventions(set)
                    .serviceHours(hours)
                    .asOf(known)
                    .build();
            Due due = DueDates.answer(asked);
            Forecast f = due.forecast();
            if (f != null) {
                Due truth = DueDates.answer(asked.with(Unrevised.since(known)));
                open++;
                right += truth.limit().equals(due.limit()) ? 1 : 0;
                boolean inside = within(f.earliest(), truth.limit(), f.latest())
                        && within(f.earliestTarget(), truth.target(), f.latestTarget());
                outside += inside ? 0 : 1;
                revised += DueDates.limit(asked.with(CN)).equals(truth.limit()) ? 0 : 1;
                width += f.latest().day().toEpochDay() - f.earliest().day().toEpochDay();
            }
        }
        return new Tally(open, outside, right, revised, width);
    }

    private static boolean within(DueMoment earliest, DueMoment truth, DueMoment latest) {
        return earliest.compareTo(truth) <= 0 && truth.compareTo(latest) <= 0;
    }
}
