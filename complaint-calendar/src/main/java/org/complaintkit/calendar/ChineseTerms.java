package org.complaintkit.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chinese terms, in simplified characters and without blanks. A day of a month is 日 or 号, digits may be full-width. 前 after a date of the
 * year means before it; after a day of every month it means by it (CONV-7, CONV-8), and 之前 means before it. */
final class ChineseTerms {
    private static final String N = "([0-9]+|[零一二两三四五六七八九十百]+)";
    private static final Pattern AMOUNT = Pattern.compile(N + "([^0-9零一二两三四五六七八九十百].*)");
    private static final Pattern RANGE =
            Pattern.compile(N + "([^0-9零一二两三四五六七八九十百]*?)(?:至|到|-|~|—|–|〜)" + N + "([^0-9零一二两三四五六七八九十百].*)");
    private static final Pattern MOMENT = Pattern.compile("第" + N + "(天|日|个工作日)");
    private static final Pattern MONTHLY =
            Pattern.compile("(每月|当月|本月|次月|下月|下个月|后([0-9]+)月)初?(?:" + N + "[日号]|(末日|月底|底))(前|之前|内|以内)?");
    private static final Pattern CYCLES = Pattern.compile(N + "个(?:完整)?账单周期[(（]每月(?:" + N + "[日号]|末日|月底)结账[)）](之前)?");
    private static final Pattern YEARLY = Pattern.compile("(?:([0-9]{4})年)?" + N + "月" + N + "[日号](前|之前)?");

    private static final Pattern NUMERAL =
            Pattern.compile("[零两]|D|D?十D?|[一二两三四五六七八九]百(?:零D|D?十D?)?".replace("D", "[一二三四五六七八九]"));

    private ChineseTerms() {}

    static @Nullable Term parse(String given) {
        String text = narrow(given);
        SoftTime word = word(text);
        if (word != null) {
            return new Term.Soft(word);
        }
        Matcher moment = MOMENT.matcher(text);
        if (moment.matches()) {
            boolean working = moment.group(2).contains("工作");
            return new Term.Moment(ordinal(moment.group(1)), working ? TermUnit.WORKING_DAYS : TermUnit.DAYS);
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
            int day = monthly.group(3) == null ? 31 : ordinal(monthly.group(3));
            return new Term.FixedDate(new DateRule.DayOfMonth(day, ahead), "之前".equals(monthly.group(5)));
        }
        Matcher cycles = CYCLES.matcher(text);
        if (cycles.matches()) {
            int closing = cycles.group(2) == null ? 31 : ordinal(cycles.group(2));
            return new Term.FixedDate(new DateRule.CycleEnd(number(cycles.group(1)), closing), cycles.group(3) != null);
        }
        Matcher yearly = YEARLY.matcher(text);
        if (!yearly.matches()) {
            return null;
        }
        int month = ordinal(yearly.group(2));
        int day = ordinal(yearly.group(3));
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
            case "个工作日", "工作日", "个工作天", "工作天", "个营业日", "营业日" -> TermUnit.WORKING_DAYS;
            case "天", "日", "个自然日", "自然日", "个日历日", "日历日" -> TermUnit.DAYS;
            case "周", "个星期", "星期" -> TermUnit.WEEKS;
            case "个月" -> TermUnit.MONTHS;
            case "年" -> TermUnit.YEARS;
            case "小时", "个小时", "钟头", "个钟头" -> TermUnit.HOURS;
            case "分钟" -> TermUnit.MINUTES;
            case "个工作小时", "工作小时" -> TermUnit.WORKING_HOURS;
            case "个工作分钟", "工作分钟" -> TermUnit.WORKING_MINUTES;
            default -> null;
        };
    }

    /**
     * Full-width digits, hyphen and tilde as plain ones. NFKC would go too far: it also reads the note mark in 15² as a
     * digit.
     */
    private static String narrow(String text) {
        StringBuilder s = new StringBuilder(text);
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if ((c >= '\uFF10' && c <= '\uFF19') || c == '\uFF0D' || c == '\uFF5E') {
                s.setCharAt(i, (char) (c - 0xFEE0));
            }
        }
        return s.toString();
    }

    /** 两 counts things; a day or a month of a date is 二. */
    private static int ordinal(String text) {
        if (text.equals("两")) {
            throw TermParser.malformed(text);
        }
        return number(text);
    }

    /** Arabic digits, or a Chinese numeral below 1000 in full: 一百五 is 150 to some and 105 to others. */
    private static int number(String text) {
        if (text.charAt(0) >= '0' && text.charAt(0) <= '9') {
            return TermParser.number(text);
        }
        if (!NUMERAL.matcher(text).matches()) {
            throw TermParser.malformed(text);
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
        return sum + digit;
    }
}
