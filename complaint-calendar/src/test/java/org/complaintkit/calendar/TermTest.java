package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15 working days|15 working days|15个工作日|15個工作日",
                "one business day|1 working day|1个工作日|1個工作日",
                "7 days|7 calendar days|7天|7天",
                "8 weeks|8 weeks|8周|8週",
                "P1M|1 month|1个月|1個月",
                "PT4H|4 hours|4小时|4小時",
                "30 minutes|30 minutes|30分钟|30分鐘",
                "4 working hours|4 working hours|4个工作小时|4個工作小時",
                "90 working minutes|90 working minutes|90个工作分钟|90個工作分鐘",
                "七至十个工作日|7 to 10 working days|7至10个工作日|7至10個工作日",
                "14天至21天|14 to 21 calendar days|14至21天|14至21天",
                "10th of next month|10th of next month|次月10日|次月10日",
                "by the 10th of the month|10th of the month|每月10日|每月10日",
                "每月十日前|10th of the month|每月10日|每月10日",
                "每月初10日内|10th of the month|每月10日|每月10日",
                "before the 10th of next month|before 10th of next month|次月10日之前|次月10日之前",
                "last day of this month|last day of this month|本月末日|本月末日",
                "30 January|30 January|1月30日|1月30日",
                "January 30|30 January|1月30日|1月30日",
                "before 30 january|before 30 January|1月30日前|1月30日前",
                "2026-01-30|2026-01-30|2026年1月30日|2026年1月30日",
                "on day 15|on day 15|第15天|第15天",
                "on working day 5|on working day 5|第5个工作日|第5個工作日",
                "on the 2nd day|on day 2|第2天|第2天",
                "on the 5th working day|on working day 5|第5个工作日|第5個工作日",
                "within 15 business days|15 working days|15个工作日|15個工作日",
                "十五个工作日内|15 working days|15个工作日|15個工作日",
                "兩個工作日|2 working days|2个工作日|2個工作日",
                "兩個工作日內|2 working days|2个工作日|2個工作日",
                "十五個營業日之內|15 working days|15个工作日|15個工作日",
                "２４小時內|24 hours|24小时|24小時",
                "３　個工作日|3 working days|3个工作日|3個工作日",
                "0009-01-02|0009-01-02|0009年1月2日|0009年1月2日",
                "9999-12-31|9999-12-31|9999年12月31日|9999年12月31日",
                "十五日以内|15 calendar days|15天|15天",
                "１５天|15 calendar days|15天|15天",
                "７～１０个工作日|7 to 10 working days|7至10个工作日|7至10個工作日",
                "次月10号前|10th of next month|次月10日|次月10日",
                "次月１０號前|10th of next month|次月10日|次月10日",
                "一月三十号|30 January|1月30日|1月30日",
                "两百零五天|205 calendar days|205天|205天",
                "一百一十五天|115 calendar days|115天|115天",
                "on the 11th day|on day 11|第11天|第11天",
                "on the 112th day|on day 112|第112天|第112天",
                "on the 121st day|on day 121|第121天|第121天",
                "immediately|immediately|立即|立即",
                "two complete billing cycles closing on the 15th|2 billing cycles closing on the 15th|2个账单周期（每月15日结账）|2個帳單週期（每月15日結帳）",
                "1 billing cycle closing on last day|1 billing cycle closing on the last day|1个账单周期（每月末日结账）|1個帳單週期（每月末日結帳）",
                "before 3 billing cycles closing on the 1st|before 3 billing cycles closing on the 1st|3个账单周期（每月1日结账）之前|3個帳單週期（每月1日結帳）之前",
                "later of 24 hours and 1 working day|later of 24 hours and 1 working day|24小时与1个工作日中较晚者|24小時與1個工作日中較晚者",
            })
    void a_term_reads_the_same_in_every_language(String given, String english, String simplified, String traditional) {
        Term term = Term.parse(given);

        assertThat(term).hasToString(english);
        assertThat(term.text(Locale.SIMPLIFIED_CHINESE)).isEqualTo(simplified);
        assertThat(term.text(Locale.TAIWAN)).isEqualTo(traditional);
        assertThat(Term.parse(english)).isEqualTo(term);
        assertThat(Term.parse(simplified)).isEqualTo(term);
        assertThat(Term.parse(traditional)).isEqualTo(term);
        assertThat(Term.parse("  " + english.toUpperCase(Locale.ROOT).replace(" ", "  ")))
                .isEqualTo(term);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一二三天", "二五天", "十十天", "一百五天", "三五天", "百天", "零五天", "二零天", "五十两天", "十百天", "一百零十天", "两三个工作日", "七至一二天",
                "第一二天", "第两天", "两月三日", "次月二五日", "1十天", "10²天", "①天", "一百零天"
            })
    void a_malformed_chinese_numeral_is_refused_and_not_guessed(String text) {
        assertThatThrownBy(() -> Term.parse(text))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("TERM_MALFORMED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "23th of next month",
                "1th of the month",
                "2st of this month",
                "by the 11st of the month",
                "on the 12nd day",
                "30st January",
                "January 3th",
                "on the 113rd working day",
                "later of 1 day and 23th of next month",
                "2 billing cycles",
                "2 billing cycles closing on the 15rd"
            })
    void an_english_ordinal_with_the_wrong_ending_is_refused(String text) {
        assertThatThrownBy(() -> Term.parse(text))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("TERM_MALFORMED"));
    }

    @Test
    void a_term_that_could_not_be_read_again_cannot_be_made() {
        List<Term> parts = Collections.nCopies(17, Term.of(Term.MOST, TermUnit.WORKING_MINUTES));
        Term widest = new Term.Combined(
                true,
                Collections.nCopies(Term.MOST_PARTS, new Term.Range(Term.MOST, Term.MOST, TermUnit.WORKING_MINUTES)));

        assertThat(Term.parse(widest.toString())).isEqualTo(widest);
        assertThat(Term.parse(widest.text(Locale.TAIWAN))).isEqualTo(widest);
        assertThatThrownBy(() -> new Term.Combined(true, parts))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("TERM_OUT_OF_RANGE"));
        for (int year : new int[] {0, -1, 10_000}) {
            LocalDate day = LocalDate.of(year, 1, 1);
            assertThatThrownBy(() -> new DateRule.Given(day)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void every_chinese_numeral_below_a_thousand_is_read() {
        String digits = "零一二三四五六七八九";
        for (int n = 0; n < 1000; n++) {
            int tens = n / 10 % 10;
            int ones = n % 10;
            String low = (tens == 0
                            ? (n > 100 && ones > 0 ? "零" : "")
                            : (tens > 1 || n > 100 ? digits.charAt(tens) : "") + "十")
                    + (ones > 0 || n == 0 ? digits.charAt(ones) : "");
            String numeral = (n < 100 ? "" : digits.charAt(n / 100) + "百") + low;

            assertThat(Term.parse(numeral + "天")).as(numeral).isEqualTo(Term.days(n));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "15",
                "days",
                "-3 days",
                "1.5 days",
                "15 workingdays",
                "10 to 7 days",
                "7 to 10",
                "30 February x",
                "31 June",
                "2026-02-30",
                "99999999999 days",
                "1000001 days",
                "later of 3 days",
                "later of and ",
                "later of 3 days and later of 2 days and 1 day",
                "P1M2D",
                "P",
                "on day",
                "40th of next month",
                "第天",
                "13月1日",
                "2026年2月30日",
                "\u0000",
                "0x10 days",
                "１５ days"
            })
    void text_that_is_no_term_is_refused(String text) {
        assertThatThrownBy(() -> Term.parse(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_share_of_hours_is_in_minutes_unless_these_are_too_many() {
        assertThat(Term.hours(1).percent(75)).isEqualTo(Term.of(45, TermUnit.MINUTES));
        assertThat(Term.hours(30_000).percent(75)).isEqualTo(Term.hours(22_500));
        assertThat(Term.of(1_000_000, TermUnit.WORKING_HOURS).percent(99))
                .isEqualTo(Term.of(990_000, TermUnit.WORKING_HOURS));
        assertThatThrownBy(() -> Term.hours(1_000_000).percent(101)).isInstanceOf(InvalidInputException.class);
    }
}
