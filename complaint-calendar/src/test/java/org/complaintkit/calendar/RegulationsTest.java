package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.complaintkit.calendar.check.ProofChecker;
import org.junit.jupiter.api.Test;

/** The arithmetic that regulators ask for, a named test each. */
class RegulationsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final WorkingCalendar CN = Laws.CN;

    /** Bank holidays of England that the tests touch. */
    private static final WorkingCalendar ENGLAND =
            own("ENGLAND", "2024-12-25", "2024-12-26", "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05");

    private static final WorkingCalendar NATION =
            own("NATION", "2025-01-01", "2025-01-20", "2025-01-27", "2025-04-18", "2025-04-21", "2025-04-25");

    @Test
    void cbrc_2012_gives_15_working_days_and_cbirc_2020_gives_15_natural_days() {
        assertThat(due(CN, SHANGHAI, "2024-01-31T10:00", "15 working days", "LEDGER"))
                .isEqualTo("2024-02-26");
        assertThat(due(CN, SHANGHAI, "2024-01-31T10:00", "15 days", "PLAIN")).isEqualTo("2024-02-15");
    }

    @Test
    void civil_code_203_rolls_a_limit_in_the_spring_festival_to_a_make_up_sunday() {
        assertThat(due(CN, SHANGHAI, "2024-01-31T10:00", "15 days", "CN-CIVIL-CODE"))
                .isEqualTo("2024-02-18");
    }

    @Test
    void civil_code_202_clamps_a_month_to_its_end() {
        assertThat(due(CN, SHANGHAI, "2023-10-31T10:00", "1 month", "CN-CIVIL-CODE"))
                .isEqualTo("2023-11-30");
        assertThat(due(CN, SHANGHAI, "2024-02-29T10:00", "1 year", "PLAIN")).isEqualTo("2025-02-28");
    }

    @Test
    void civil_code_203_ends_at_close_of_business_where_there_are_business_hours() {
        Due due = DueDates.answer(
                DueQuestion.of(CN, SHANGHAI, instant("2024-03-04T10:00", SHANGHAI), Term.parse("10 days"))
                        .conventions(Conventions.named("CN-CIVIL-CODE-BUSINESS-HOURS"))
                        .build());
        assertThat(due.limit().toText(SHANGHAI)).isEqualTo("2024-03-14T17:00:00+08:00");
    }

    @Test
    void cbirc_2020_counts_60_days_from_the_original_receipt_and_leaves_out_an_appraisal() {
        assertThat(due(CN, SHANGHAI, "2024-03-01T10:00", "60 days", "PLAIN")).isEqualTo("2024-04-30");
        DueQuestion q = DueQuestion.of(CN, SHANGHAI, instant("2024-03-01T10:00", SHANGHAI), Term.parse("15 days"))
                .pause(new Pause(instant("2024-03-05T09:00", SHANGHAI), instant("2024-03-10T18:00", SHANGHAI)))
                .build();
        assertThat(DueDates.limit(q).day()).isEqualTo("2024-03-21");
    }

    @Test
    void new_facts_restart_the_period_but_not_beyond_a_cap_from_the_original_start() {
        DueMoment cap = DueDates.limit(
                DueQuestion.of(CN, SHANGHAI, instant("2024-03-01T10:00", SHANGHAI), Term.parse("60 days"))
                        .build());
        Due restarted = DueDates.answer(
                DueQuestion.of(CN, SHANGHAI, instant("2024-04-10T10:00", SHANGHAI), Term.parse("30 days"))
                        .earlierLimit(cap)
                        .build());
        assertThat(restarted.limit().day()).isEqualTo("2024-04-30");
        assertThat(restarted.notes()).containsExactly(Due.CAPPED);
        assertThat(ProofChecker.faults(restarted.proof(), CN)).isEmpty();
    }

    @Test
    void disp_1_5_1_gives_the_third_business_day_following_the_day_of_receipt() {
        assertThat(due(ENGLAND, LONDON, "2025-04-16T15:00", "3 working days", "UK-DISP"))
                .isEqualTo("2025-04-23");
    }

    @Test
    void disp_1_6_2_gives_eight_weeks_and_does_not_roll_on_a_bank_holiday() {
        assertThat(due(ENGLAND, LONDON, "2025-03-10T15:00", "8 weeks", "UK-DISP"))
                .isEqualTo("2025-05-05");
    }

    @Test
    void disp_1_6_2a_gives_15_and_35_business_days_from_receipt() {
        assertThat(due(ENGLAND, LONDON, "2025-04-01T09:00", "15 working days", "UK-DISP"))
                .isEqualTo("2025-04-24");
        assertThat(due(ENGLAND, LONDON, "2025-04-01T09:00", "35 working days", "UK-DISP"))
                .isEqualTo("2025-05-23");
    }

    @Test
    void disp_2_8_2_gives_the_complainant_six_months() {
        assertThat(due(ENGLAND, LONDON, "2024-08-31T09:00", "6 months", "UK-DISP"))
                .isEqualTo("2025-02-28");
    }

    @Test
    void disp_app_5_treats_the_time_of_the_motor_finance_pause_as_not_running() {
        Pause pause = Pause.ofDays(LocalDate.of(2024, 1, 11), LocalDate.of(2026, 5, 31), LONDON);
        DueQuestion q = DueQuestion.of(ENGLAND, LONDON, instant("2023-12-20T09:00", LONDON), Term.parse("8 weeks"))
                .conventions(Conventions.named("UK-DISP"))
                .pause(pause)
                .build();
        // 21 to 31 December and 1 to 10 January are 21 of the 56 days; 35 more run from 1 June 2026.
        assertThat(DueDates.limit(q).day()).isEqualTo("2026-07-05");
    }

    @Test
    void disp_referral_is_the_later_of_a_date_and_15_months() {
        assertThat(due(ENGLAND, LONDON, "2024-02-01T09:00", "later of 2026-07-29 and 15 months", "UK-DISP"))
                .isEqualTo("2026-07-29");
        assertThat(due(ENGLAND, LONDON, "2025-06-01T09:00", "later of 2026-07-29 and 15 months", "UK-DISP"))
                .isEqualTo("2026-09-01");
    }

    @Test
    void psd2_art_101_gives_15_and_35_business_days_of_the_provider() {
        assertThat(due(ENGLAND, DUBLIN, "2025-04-05T09:00", "15 working days", "PSD2"))
                .isEqualTo("2025-04-29");
        assertThat(due(ENGLAND, DUBLIN, "2025-04-04T09:00", "35 working days", "PSD2"))
                .isEqualTo("2025-05-28");
    }

    @Test
    void eu_1182_71_moves_a_last_day_of_rest_and_holds_two_working_days() {
        assertThat(due(ENGLAND, DUBLIN, "2025-04-05T09:00", "7 days", "EU-1182-71"))
                .isEqualTo("2025-04-14");
        assertThat(due(ENGLAND, DUBLIN, "2025-04-17T09:00", "2 days", "EU-1182-71"))
                .isEqualTo("2025-04-23");
        assertThat(due(ENGLAND, DUBLIN, "2025-04-17T09:00", "1 day", "EU-1182-71"))
                .isEqualTo("2025-04-22");
    }

    @Test
    void reg_e_1005_11_runs_10_business_and_45_calendar_days_side_by_side() {
        WorkingCalendar federal = own("US", "2025-01-01", "2025-01-20");
        assertThat(due(federal, NEW_YORK, "2025-01-10T09:00", "10 working days", "US-REG-E"))
                .isEqualTo("2025-01-27");
        assertThat(due(federal, NEW_YORK, "2025-01-10T09:00", "45 days", "US-REG-E"))
                .isEqualTo("2025-02-24");
        assertThat(due(federal, NEW_YORK, "2025-01-10T09:00", "20 working days", "US-REG-E"))
                .isEqualTo("2025-02-10");
        assertThat(due(federal, NEW_YORK, "2025-01-10T09:00", "90 days", "US-REG-E"))
                .isEqualTo("2025-04-10");
        assertThat(due(federal, NEW_YORK, "2025-01-10T09:00", "60 days", "US-REG-E"))
                .isEqualTo("2025-03-11");
    }

    @Test
    void reg_e_1005_2_counts_the_saturdays_of_a_bank_that_is_open_on_them() {
        WorkingCalendar saturdayBank = TableCalendar.of(CalendarSheet.named("SAT")
                .weekend(java.util.Set.of(java.time.DayOfWeek.SUNDAY))
                .holiday(LocalDate.of(2025, 1, 20))
                .build());
        assertThat(due(saturdayBank, NEW_YORK, "2025-01-10T09:00", "10 working days", "US-REG-E"))
                .isEqualTo("2025-01-23");
    }

    @Test
    void cfpb_portal_counts_15_and_60_calendar_days_from_the_same_date() {
        assertThat(due(ENGLAND, NEW_YORK, "2025-01-10T09:00", "15 to 60 days", "PLAIN"))
                .isEqualTo("2025-03-11");
    }

    @Test
    void rg_271_acknowledges_in_24_hours_or_one_business_day() {
        assertThat(due(NATION, SYDNEY, "2025-04-17T16:00", "later of 24 hours and 1 working day", "ASIC-RG271"))
                .isEqualTo("2025-04-22");
        assertThat(due(NATION, SYDNEY, "2025-04-17T16:00", "earlier of 24 hours and 1 working day", "ASIC-RG271"))
                .isEqualTo("2025-04-18T16:00:00+10:00");
    }

    @Test
    void rg_271_answers_in_30_21_45_or_90_days_and_closes_early_by_the_fifth_business_day() {
        assertThat(due(NATION, SYDNEY, "2025-04-17T16:00", "30 days", "ASIC-RG271"))
                .isEqualTo("2025-05-17");
        assertThat(due(NATION, SYDNEY, "2025-04-17T16:00", "21 days", "ASIC-RG271"))
                .isEqualTo("2025-05-08");
        assertThat(due(NATION, SYDNEY, "2025-04-17T16:00", "45 days", "ASIC-RG271"))
                .isEqualTo("2025-06-01");
        assertThat(due(NATION, SYDNEY, "2025-04-17T16:00", "90 days", "ASIC-RG271"))
                .isEqualTo("2025-07-16");
        assertThat(due(NATION, SYDNEY, "2025-04-17T16:00", "5 working days", "ASIC-RG271"))
                .isEqualTo("2025-04-29");
    }

    private static String due(WorkingCalendar calendar, ZoneId zone, String start, String term, String set) {
        Due due = DueDates.answer(DueQuestion.of(calendar, zone, instant(start, zone), Term.parse(term))
                .conventions(Conventions.named(set))
                .build());
        assertThat(ProofChecker.faults(due.proof(), calendar)).isEmpty();
        return due.limit().toText(zone);
    }

    private static Instant instant(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static WorkingCalendar own(String id, String... holidays) {
        CalendarSheet.Builder sheet = CalendarSheet.named(id);
        for (String holiday : holidays) {
            sheet.holiday(LocalDate.parse(holiday));
        }
        return TableCalendar.of(sheet.build());
    }

    @Test
    void no_law_moves_a_date_that_is_named() {
        assertThat(due(CN, SHANGHAI, "2025-01-03T09:00", "before 30 January", "CN-CIVIL-CODE"))
                .isEqualTo("2025-01-30");
        assertThat(due(CN, SHANGHAI, "2025-04-03T09:00", "before 2025-05-03", "EU-1182-71"))
                .isEqualTo("2025-05-03");
    }

    @Test
    void eu_1182_71_holds_two_working_days_in_weeks_and_ranges_too() {
        for (String term : List.of("7 days", "1 week", "2 to 7 days")) {
            assertThat(due(CN, SHANGHAI, "2025-09-30T09:00", term, "EU-1182-71"))
                    .as(term)
                    .isEqualTo("2025-10-10");
        }
    }
}
