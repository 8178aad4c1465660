package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.complaintkit.calendar.check.ProofChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number of the regulations, one row each; the limits come from a program that counts day by day. */
class RegulationTableTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest(name = "{0}: {4} from {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CBRC 2012 item 9|CN|LEDGER|2024-01-31|15 working days|2024-02-26",
                "CBRC 2012 item 9; at most|CN|LEDGER|2024-01-31|60 working days|2024-04-29",
                "CBRC 2012 item 16; first half-year report|CN|LEDGER|2025-01-06|30 January|2025-01-30",
                "CBRC 2012 item 16; second half-year report|CN|LEDGER|2025-07-01|30 July|2025-07-30",
                "CBIRC 2020/3; simple|CN|PLAIN|2024-01-31|15 days|2024-02-15",
                "CBIRC 2020/3; complex|CN|PLAIN|2024-01-31|30 days|2024-03-01",
                "CBIRC 2020/3; 30 more; from the receipt|CN|PLAIN|2024-01-31|60 days|2024-03-31",
                "CBIRC 2020/3; review asked for in|CN|PLAIN|2024-02-15|30 days|2024-03-16",
                "CIRC 2013/8; simple|CN|PLAIN|2019-09-20|10 working days|2019-10-10",
                "CIRC 2013/8; decision told|CN|PLAIN|2019-09-30|5 working days|2019-10-12",
                "listed companies; acceptance|CN|PLAIN|2025-09-29|15 days|2025-10-14",
                "listed companies; records|CN|PLAIN|2024-02-29|2 years|2026-02-28",
                "Civil Code 200; 202 month|CN|CN-CIVIL-CODE|2023-12-31|2 months|2024-02-29",
                "Civil Code 202 year|CN|CN-CIVIL-CODE|2024-02-29|1 year|2025-02-28",
                "Civil Code 203|CN|CN-CIVIL-CODE|2024-01-31|15 days|2024-02-18",
                "DISP 1.5.1R|GB-ENG|UK-DISP|2025-04-16|3 working days|2025-04-23",
                "DISP 1.6.2R|GB-ENG|UK-DISP|2025-03-10|8 weeks|2025-05-05",
                "DISP 1.6.2AR|GB-ENG|UK-DISP|2025-04-01|15 working days|2025-04-24",
                "DISP 1.6.2AR; exceptional|GB-ENG|UK-DISP|2025-04-01|35 working days|2025-05-23",
                "DISP 2.8.2R|GB-ENG|UK-DISP|2024-08-31|6 months|2025-02-28",
                "DISP 1.9; record|GB-ENG|UK-DISP|2025-04-16|3 years|2028-04-16",
                "DISP 1.10; return|GB-ENG|UK-DISP|2025-06-30|30 working days|2025-08-11",
                "PSD2 art. 101(2)|GB-ENG|PSD2|2025-04-05|15 working days|2025-04-29",
                "PSD2 art. 101(2); exceptional|GB-ENG|PSD2|2025-04-05|35 working days|2025-05-29",
                "ADR directive|GB-ENG|PLAIN|2025-04-05|90 days|2025-07-04",
                "Reg E; investigation|US|US-REG-E|2025-01-10|10 working days|2025-01-27",
                "Reg E; new account|US|US-REG-E|2025-01-10|20 working days|2025-02-10",
                "Reg E; provisional credit given|US|US-REG-E|2025-01-10|45 days|2025-02-24",
                "Reg E; new account; point of sale; foreign|US|US-REG-E|2025-01-10|90 days|2025-04-10",
                "Reg E; results reported|US|US-REG-E|2025-01-17|3 working days|2025-01-23",
                "Reg E; error corrected|US|US-REG-E|2025-01-17|1 working day|2025-01-21",
                "Reg E; credit told|US|US-REG-E|2025-01-17|2 working days|2025-01-22",
                "Reg E; items honoured after a debit notice|US|US-REG-E|2025-02-14|5 working days|2025-02-24",
                "Reg E; consumers notice after the statement|US|US-REG-E|2025-01-31|60 days|2025-04-01",
                "CFPB portal; response|US|PLAIN|2025-01-10|15 days|2025-01-25",
                "CFPB portal; final|US|PLAIN|2025-01-10|60 days|2025-03-11",
                "Reg Z; acknowledgement|US|PLAIN|2025-01-10|30 days|2025-02-09",
                "Reg Z; cycle in the middle|US|PLAIN|2025-01-10|2 billing cycles closing on the 15th|2025-03-15",
                "Reg Z; notice on the closing day|US|PLAIN|2025-01-15|2 billing cycles closing on the 15th|2025-03-15",
                "Reg Z; notice on the first day of a cycle|US|PLAIN|2025-01-16|2 billing cycles closing on the 15th|2025-04-15",
                "Reg Z; closing at month end|US|PLAIN|2024-12-31|2 billing cycles closing on the last day|2025-02-28",
                "Reg Z; whichever is first|US|PLAIN|2025-01-16|earlier of 2 billing cycles closing on the 15th and 80 days|2025-04-06",
                "Reg Z; at most|US|PLAIN|2025-01-10|90 days|2025-04-10",
                "Reg X; acknowledgement|US|PLAIN|2025-01-10|5 working days|2025-01-17",
                "Reg X; response|US|PLAIN|2025-01-10|30 working days|2025-02-25",
                "Reg X; extended|US|PLAIN|2025-01-10|45 working days|2025-03-18",
                "RG 271; response|AU|ASIC-RG271|2025-04-17|30 days|2025-05-17",
                "RG 271; default notices and hardship|AU|ASIC-RG271|2025-04-17|21 days|2025-05-08",
                "RG 271; superannuation|AU|ASIC-RG271|2025-04-17|45 days|2025-06-01",
                "RG 271; closed without response|AU|ASIC-RG271|2025-04-17|5 working days|2025-04-29",
                "RG 271; acknowledgement|AU|ASIC-RG271|2025-04-17|1 working day|2025-04-22",
                "RG 271; objection to a death benefit|AU|ASIC-RG271|2025-04-17|28 days|2025-05-15",
                "RG 271; after the objection period|AU|ASIC-RG271|2025-05-15|90 days|2025-08-13",
                "RBI internal ombudsman|CN|PLAIN|2024-01-31|20 days|2024-02-20",
                "Taiwan art. 13|CN|PLAIN|2024-01-31|30 days|2024-03-01",
            })
    void a_number_of_a_regulation_comes_out(
            String rule, String calendar, String set, LocalDate start, String term, LocalDate limit) {
        WorkingCalendar days = calendar.equals("AU")
                ? australia()
                : CalendarRegistry.standard().get(calendar);
        Due due = DueDates.answer(DueQuestion.of(days, SHANGHAI, start, Term.parse(term))
                .conventions(Conventions.named(set))
                .build());

        assertThat(due.limit().day()).as(rule).isEqualTo(limit);
        assertThat(due.certainty()).isEqualTo(Certainty.OFFICIAL);
        assertThat(ProofChecker.faults(due.proof(), days)).isEmpty();
    }

    @Test
    void disp_1_5_1_ends_at_the_close_of_business_of_the_third_business_day() {
        WorkingCalendar england = CalendarRegistry.standard().get("GB-ENG");
        Due due = DueDates.answer(DueQuestion.of(
                        england,
                        LONDON,
                        LocalDate.of(2025, 4, 16).atTime(15, 0).atZone(LONDON).toInstant(),
                        Term.workingDays(3))
                .conventions(Conventions.named("UK-DISP-CLOSE-OF-BUSINESS"))
                .serviceHours(ServiceHours.parse("Mon-Thu 09:00-17:30; Fri 09:00-16:30"))
                .build());

        assertThat(due.limit().at()).isEqualTo("2025-04-23T16:30:00Z");
        assertThat(due.limit().toText(LONDON)).isEqualTo("2025-04-23T17:30:00+01:00");
        assertThat(due.proof().source()).isEqualTo("FCA Handbook DISP 1.5.1R");
        assertThat(ProofChecker.faults(due.proof(), england)).isEmpty();
    }

    @Test
    void reg_e_runs_its_clocks_side_by_side_and_a_new_account_changes_two_of_them() {
        WorkingCalendar us = CalendarRegistry.standard().get("US");
        Due usual = DueDates.answer(DueQuestion.of(
                        us, SHANGHAI, LocalDate.of(2025, 1, 10), Term.parse("earlier of 10 working days and 45 days"))
                .conventions(Conventions.named("US-REG-E"))
                .build());
        Due fresh = DueDates.answer(DueQuestion.of(
                        us, SHANGHAI, LocalDate.of(2025, 1, 10), Term.parse("earlier of 20 working days and 90 days"))
                .conventions(Conventions.named("US-REG-E"))
                .build());

        assertThat(usual.proof().parts())
                .extracting(part -> part.limit().toText(SHANGHAI))
                .containsExactly("2025-01-27", "2025-02-24");
        assertThat(fresh.proof().parts())
                .extracting(part -> part.limit().toText(SHANGHAI))
                .containsExactly("2025-02-10", "2025-04-10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15 days|Civil Code art. 200, 201(1), 203, 204",
                "3 weeks|Civil Code art. 200, 201(1), 203, 204",
                "1 month|Civil Code art. 200, 201(1), 202, 203, 204",
                "2 years|Civil Code art. 200, 201(1), 202, 203, 204",
                "24 hours|Civil Code art. 200, 201(2), 204",
            })
    void the_civil_code_is_cited_by_the_articles_that_the_count_rests_on(String term, String source) {
        assertThat(Conventions.named("CN-CIVIL-CODE").source(Term.parse(term))).isEqualTo(source);
    }

    private static WorkingCalendar australia() {
        CalendarSheet.Builder sheet = CalendarSheet.named("AU").knownThrough(LocalDate.of(2025, 12, 31));
        for (String holiday : new String[] {"2025-01-01", "2025-01-27", "2025-04-18", "2025-04-21", "2025-04-25"}) {
            sheet.holiday(LocalDate.parse(holiday));
        }
        return TableCalendar.of(sheet.build());
    }
}
