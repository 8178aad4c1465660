package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.complaintkit.calendar.check.ProofChecker;
import org.complaintkit.calendar.drawing.ProofCalendar;
import org.complaintkit.calendar.drawing.ProofPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why each day of a proof counts, and by which notice. */
class ProofReasonsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String FOR_2015 = "https://www.gov.cn/zhengce/zhengceku/2014-12/16/content_9302.htm";
    private static final String OF_MAY_2015 = "https://www.gov.cn/zhengce/zhengceku/2015-05/13/content_9742.htm";
    private static final String FOR_2025 = "https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm";
    private static final WorkingCalendar CHINA = CalendarRegistry.standard().get("CN");
    private static final WorkingCalendar GULF = TableCalendar.of(CalendarSheet.named("GULF")
            .weekend(List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY))
            .holiday(LocalDate.of(2026, 3, 2))
            .listed(new ListedDay(LocalDate.of(2026, 3, 6), DayKind.MAKE_UP, "inventory", "circular 7"))
            .schedule(LocalDate.of(2026, 1, 1), "decree 12")
            .knownThrough(LocalDate.of(2026, 12, 31))
            .build());

    private static Proof proof(
            WorkingCalendar calendar, String start, String term, String hours, @Nullable String asOf) {
        DueQuestion.Builder q = DueQuestion.of(
                calendar, SHANGHAI, LocalDateTime.parse(start).atZone(SHANGHAI).toInstant(), Term.parse(term));
        if (asOf != null) {
            q.asOf(LocalDate.parse(asOf));
        }
        DueQuestion asked = q.serviceHours(ServiceHours.parse(hours)).build();
        Proof proof = DueDates.answer(asked).proof();
        assertThat(ProofChecker.faults(proof, asked.calendar())).isEmpty();
        return proof;
    }

    private static Proof proof(WorkingCalendar calendar, String start, String term) {
        return proof(calendar, start, term, "WD 09:00-17:00", null);
    }

    private static CountedDay on(Proof proof, String date) {
        return proof.counted().stream()
                .filter(day -> day.date().equals(LocalDate.parse(date)))
                .findFirst()
                .orElseThrow();
    }

    private static CountedDay counted(String date, String why, String name, String source) {
        return new CountedDay(LocalDate.parse(date), Duration.ZERO, why, name, source, Certainty.OFFICIAL);
    }

    @Test
    void an_ordinary_day_a_weekend_and_a_make_up_sunday_cite_the_notice_of_their_year() {
        Proof proof = proof(CHINA, "2025-09-25T09:00", "3 working days");

        assertThat(proof.counted())
                .containsExactly(
                        counted("2025-09-26", "ORDINARY", "", FOR_2025),
                        counted("2025-09-28", "MAKE_UP", "国庆节、中秋节", FOR_2025),
                        counted("2025-09-29", "ORDINARY", "", FOR_2025));
        assertThat(proof.skipped())
                .containsExactly(new SkippedDay(
                        LocalDate.of(2025, 9, 27), SkippedDay.WEEKEND, "", FOR_2025, Certainty.OFFICIAL));
    }

    /** The third day of September was an ordinary Thursday until the notice of 13 May made it a day off. */
    @ParameterizedTest
    @CsvSource({
        "2015-09-01T09:00, 4 working days, 2015-05-12, 2015-09-04, ORDINARY, " + FOR_2015,
        "2015-09-01T09:00, 4 working days, 2015-05-13, 2015-09-06, MAKE_UP, " + OF_MAY_2015,
        "2015-09-01T09:00, 4 working days, 2015-05-13, 2015-09-02, ORDINARY, " + FOR_2015,
        // Unsettled then: nothing was in force yet.
        "2015-01-05T09:00, 4 working days, 2014-12-01, 2015-01-07, ORDINARY, ''",
        // The days after 28 December wait for the next year's notice.
        "2025-12-26T09:00, 4 working days, 2025-10-01, 2025-12-29, ORDINARY, ''",
    })
    void the_notice_is_the_one_in_force_as_known_then(
            String start, String term, String asOf, String day, String why, String source) {
        CountedDay counted = on(proof(CHINA, start, term, "WD 09:00-17:00", asOf), day);

        assertThat(counted.why()).isEqualTo(why);
        assertThat(counted.source()).isEqualTo(source);
    }

    @Test
    void work_resumed_on_a_monday_is_an_ordinary_day_by_the_notice_that_says_so() {
        CountedDay resumed = on(proof(CHINA, "2020-01-23T09:00", "2 working days"), "2020-02-03");

        assertThat(resumed.why()).isEqualTo(CountedDay.ORDINARY);
        assertThat(resumed.source())
                .isEqualTo(CHINA.day(LocalDate.of(2020, 2, 3)).source());
    }

    @Test
    void a_sunday_of_a_friday_and_saturday_weekend_is_an_ordinary_day_and_a_friday_may_be_made_up() {
        Proof proof = proof(GULF, "2026-03-04T09:00", "3 working days");

        assertThat(proof.counted())
                .containsExactly(
                        counted("2026-03-05", "ORDINARY", "", "decree 12"),
                        counted("2026-03-06", "MAKE_UP", "inventory", "circular 7"),
                        counted("2026-03-08", "ORDINARY", "", "decree 12"));
        assertThat(ProofCalendar.draw(proof, Locale.ENGLISH))
                .contains("   2         3         4  >      5  1      6* 2      7  .      8  3!\n")
                .contains("  2026-03-05..2026-03-08  other days as the week has them\n    decree 12\n")
                .contains("  2026-03-06  inventory: make-up working day\n    circular 7\n");
        assertThat(ProofPage.draw(proof, Locale.ENGLISH))
                .contains("title=\"2026-03-06: counted, with its number, make-up working day, inventory\"")
                .contains("title=\"2026-03-08: counted, with its number, limit\"")
                .contains("<span class=\"source\">circular 7</span>");
    }

    @Test
    void an_extra_working_day_of_an_overlay_cites_its_owner() {
        WorkingCalendar branch = CalendarAlgebra.overlay(
                "BRANCH-7",
                CHINA,
                List.of(
                        new ListedDay(LocalDate.of(2025, 3, 8), DayKind.MAKE_UP, "open day", ""),
                        new ListedDay(LocalDate.of(2025, 3, 11), DayKind.HOLIDAY, "move", "board minutes 4")));
        Proof proof = proof(branch, "2025-03-06T09:00", "4 working days");

        assertThat(proof.counted())
                .containsExactly(
                        counted("2025-03-07", "ORDINARY", "", FOR_2025),
                        counted("2025-03-08", "MAKE_UP", "open day", "BRANCH-7"),
                        counted("2025-03-10", "ORDINARY", "", FOR_2025),
                        counted("2025-03-12", "ORDINARY", "", FOR_2025));
        assertThat(proof.skipped()).extracting(SkippedDay::source).containsExactly(FOR_2025, "board minutes 4");
    }

    @Test
    void of_a_join_the_part_that_decides_is_cited() {
        WorkingCalendar both = CalendarAlgebra.allWork(
                "BOTH", List.of(GULF, CalendarRegistry.standard().get("US")));
        Proof proof = proof(both, "2026-03-01T09:00", "6 working days");

        assertThat(on(proof, "2026-03-03").source()).isEqualTo("decree 12");
        assertThat(proof.skipped())
                .filteredOn(day -> day.date().equals(LocalDate.of(2026, 3, 8)))
                .containsExactly(new SkippedDay(
                        LocalDate.of(2026, 3, 8), SkippedDay.WEEKEND, "", "5 U.S.C. 6103", Certainty.OFFICIAL));
    }

    @Test
    void service_on_a_day_of_rest_says_which_day_it_is() {
        Proof proof = proof(CHINA, "2025-09-27T09:00", "130 working hours", "24x7", null);

        assertThat(on(proof, "2025-09-27").why()).isEqualTo(CountedDay.WEEKEND);
        assertThat(on(proof, "2025-09-28").why()).isEqualTo(CountedDay.MAKE_UP);
        assertThat(on(proof, "2025-10-01"))
                .isEqualTo(new CountedDay(
                        LocalDate.of(2025, 10, 1),
                        Duration.ofHours(24),
                        CountedDay.HOLIDAY,
                        "国庆节、中秋节",
                        FOR_2025,
                        Certainty.OFFICIAL));
        assertThat(ProofCalendar.draw(proof, Locale.CHINA))
                .contains("  2025-09-28  国庆节、中秋节：调休上班\n")
                .contains("  2025-10-01..2025-10-02  国庆节、中秋节：放假日，照常服务\n");
        assertThat(ProofCalendar.draw(proof, Locale.TAIWAN))
                .contains("：放假日，照常服務\n")
                .contains("其餘各日按星期\n");
    }

    @Test
    void a_calendar_day_counts_whatever_day_it_is() {
        assertThat(proof(CHINA, "2025-09-30T09:00", "2 days").counted())
                .containsExactly(counted("2025-10-01", "DAY", "", ""), counted("2025-10-02", "DAY", "", ""));
    }

    /** A fault for each part of a reason. */
    @ParameterizedTest
    @CsvSource({
        "why, ORDINARY",
        "why, WEEKEND",
        "why, ''",
        "name, 春节",
        "name, ''",
        "source, " + OF_MAY_2015,
        "source, ''",
    })
    void a_make_up_sunday_told_as_another_day_is_found(String part, String told) {
        Proof proof = proof(CHINA, "2025-09-25T09:00", "3 working days");
        List<CountedDay> days = new ArrayList<>(proof.counted());
        days.set(1, (CountedDay) Forgeries.with(days.get(1), part, told));

        assertThat(ProofChecker.faults((Proof) Forgeries.with(proof, "counted", days), CHINA))
                .singleElement()
                .asString()
                .startsWith("counted day no. 2 is CountedDay[date=2025-09-28");
    }

    @Test
    void the_notice_of_a_weekend_is_checked_too() {
        Proof proof = proof(CHINA, "2025-09-25T09:00", "3 working days");
        SkippedDay other = (SkippedDay) Forgeries.with(proof.skipped().get(0), "source", OF_MAY_2015);

        assertThat(ProofChecker.faults((Proof) Forgeries.with(proof, "skipped", List.of(other)), CHINA))
                .singleElement()
                .asString()
                .startsWith("skipped day no. 1 is");
    }

    @Test
    void a_proof_of_the_time_before_reasons_were_kept_holds_and_is_drawn() {
        Proof proof = proof(CHINA, "2025-09-25T09:00", "3 working days");
        Proof old = (Proof) Forgeries.with(
                (Proof) Forgeries.with(
                        proof,
                        "counted",
                        proof.counted().stream().map(Forgeries::withoutReason).toList()),
                "skipped",
                List.of(Forgeries.with(proof.skipped().get(0), "source", "")));

        assertThat(ProofChecker.faults(old, CHINA)).isEmpty();
        assertThat(ProofCalendar.draw(old, Locale.ENGLISH))
                .contains("  22        23        24        25  >     26  1     27  .     28  2\n");
        Proof shorter = (Proof) Forgeries.with(old, "counted", old.counted().subList(1, 3));
        assertThat(ProofChecker.faults(shorter, CHINA)).isNotEmpty();
    }

    @Test
    void a_notice_that_no_listed_day_cites_is_content_of_the_calendar() {
        CalendarSheet.Builder plain = CalendarSheet.named("OWN").knownThrough(LocalDate.of(2026, 12, 31));
        String version = TableCalendar.of(plain.build()).version();
        TableCalendar stated = TableCalendar.of(
                plain.schedule(LocalDate.of(2026, 1, 1), "decree 12").build());

        assertThat(stated.version()).isNotEqualTo(version);
        assertThat(stated.notice(LocalDate.of(2025, 12, 31))).isEmpty();
        assertThat(stated.notice(LocalDate.of(2026, 1, 1))).isEqualTo("decree 12");
        assertThat(stated.notice(LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(stated.scenario(Scenario.LATEST).notice(LocalDate.of(2026, 1, 1)))
                .isEqualTo("decree 12");
    }
}
