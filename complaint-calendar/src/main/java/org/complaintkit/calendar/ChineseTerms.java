package org.complaintkit.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chinese terms, in simplified characters and without blanks. 前 after a date of the
 * year means before it; after a day of every month it means by it (CONV-7, CONV-8), and 之前 means before it. */
final class ChineseTerms {
    private static final String N = "([0-9]+|[零一二两三四五六七八九十百]+)";
    private static final Pattern AMOUNT = Pattern.compile(N + "([^0-9零一二两三四五六七八九十百].*)");
    private static final Pattern RANGE =
            Pattern.compile(N + "([^0-9零一二两三四五六七八九十百]*?)(?:至|到|-|~)" + N + "([^0-9零一二两三四五六七八九十百].*)");
    private static final Pattern MOMENT = Pattern.compile("第" + N + "(天|日|个工作日)");
    private static final Pattern MONTHLY =
            Pattern.compile("(每月|当月|本月|次月|下月|下个月|后([0-9]+)月)初?(?:" + N + "日|(末日|月底|底))(前|之前|内|以内)?");
    private static final Pattern YEARLY = Pattern.compile("(?:([0-9]{4})年)?" + N + "月" + N + "日(前|之前)?");

    private ChineseTerms() {}

    static @Nullable Term parse(String text) {
        SoftTime word = word(text);
        if (word != null) {
            return new Term.Soft(word);
        }
        Matcher moment = MOMENT.matcher(text);
        if (moment.matches()) {
            boolean working = moment.group(2).contains("工作");
            return new Term.Moment(number(moment.group(1)), working ? TermUnit.WORKING_DAYS : TermUnit.DAYS);
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            TermUnit unit = unit(range.group(4));
            boolean sameUnit = range.group(2).isEmpty() || unit(range.group(2)) == unit;
            return unit == null || !sameUnit
                    ? null
                    : new Term.Range(number(range.group(1)), number(range.group(3)), unit);
        }
        Matcher amount = AMOUNT.matcher(text);
        if (amount.matches()) {
            TermUnit unit = unit(amount.group(2));
            if (unit != null) {
                return new Term.Amount(number(amount.group(1)), unit);
            }
        }
        return date(text);
    }

    private static @Nullable Term date(String text) {
        Matcher monthly = MONTHLY.matcher(text);
        if (monthly.matches()) {
            int ahead = switch (monthly.group(1)) {
                case "每月" -> DateRule.DayOfMonth.COMING;
                case "当月", "本月" -> 0;
                case "次月", "下月", "下个月" -> 1;
                default -> TermParser.number(monthly.group(2));
            };
            int day = monthly.group(3) == null ? 31 : number(monthly.group(3));
            return new Term.FixedDate(new DateRule.DayOfMonth(day, ahead), "之前".equals(monthly.group(5)));
        }
        Matcher yearly = YEARLY.matcher(text);
        if (!yearly.matches()) {
            return null;
        }
        int month = number(yearly.group(2));
        int day = number(yearly.group(3));
        if (month < 1 || month > 12) {
            return null;
        }
        boolean before = yearly.group(4) != null;
        if (yearly.group(1) == null) {
            return new Term.FixedDate(new DateRule.DayOfYear(Month.of(month), day), before);
        }
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(yearly.group(1)), month, day);
            return new Term.FixedDate(new DateRule.Given(date), before);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable SoftTime word(String text) {
        return switch (text) {
            case "立即", "马上", "即刻", "第一时间" -> SoftTime.IMMEDIATE;
            case "迅速", "尽快", "儘快" -> SoftTime.PROMPT;
            case "及时" -> SoftTime.TIMELY;
            case "定期" -> SoftTime.PERIODIC;
            case "限期" -> SoftTime.SET;
            case "承诺时限", "承諾时限" -> SoftTime.PROMISED;
            default -> null;
        };
    }

    private static @Nullable TermUnit unit(String text) {
        return switch (text.replaceAll("[以之]?内$", "")) {
            case "个工作日", "工作日", "个工作天" -> TermUnit.WORKING_DAYS;
            case "天", "日", "个自然日", "自然日", "个日历日", "日历日" -> TermUnit.DAYS;
            case "周", "个星期", "星期" -> TermUnit.WEEKS;
            case "个月" -> TermUnit.MONTHS;
            case "年" -> TermUnit.YEARS;
            case "小时", "个小时" -> TermUnit.HOURS;
            case "分钟" -> TermUnit.MINUTES;
            case "个工作小时", "工作小时" -> TermUnit.WORKING_HOURS;
            case "个工作分钟", "工作分钟" -> TermUnit.WORKING_MINUTES;
            default -> null;
        };
    }

    /** Arabic digits, or Chinese numerals below 1000. */
    private static int number(String text) {
        if (text.charAt(0) >= '0' && text.charAt(0) <= '9') {
            return TermParser.number(text);
        }
        int sum = 0;
        int digit = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '十' || c == '百') {
                sum += Math.max(digit, 1) * (c == '十' ? 10 : 100);
                digit = 0;
            } else {
                digit = c == '两' ? 2 : "零一二三四五六七八九".indexOf(c);
            }
        }
        return TermParser.checkAmount(sum + (long) digit);
    }
}
