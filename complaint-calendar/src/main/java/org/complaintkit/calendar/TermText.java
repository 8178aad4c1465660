package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;

/** Terms in words. */
final class TermText {
    private TermText() {}

    static String of(Term term, Locale locale) {
        if (!"zh".equals(locale.getLanguage())) {
            return term.toString();
        }
        boolean traditional = isTraditional(locale);
        String simplified = chinese(term, traditional);
        return traditional ? traditional(simplified) : simplified;
    }

    private static boolean isTraditional(Locale locale) {
        return "Hant".equals(locale.getScript())
                || (!"Hans".equals(locale.getScript())
                        && switch (locale.getCountry()) {
                            case "TW", "HK", "MO" -> true;
                            default -> false;
                        });
    }

    private static String chinese(Term term, boolean traditional) {
        if (term instanceof Term.Amount amount) {
            return amount.amount() + amount.unit().chinese();
        }
        if (term instanceof Term.Range range) {
            return range.least() + "至" + range.most() + range.unit().chinese();
        }
        if (term instanceof Term.FixedDate date) {
            String before =
                    date.date() instanceof DateRule.DayOfMonth || date.date() instanceof DateRule.CycleEnd ? "之前" : "前";
            return chinese(date.date()) + (date.before() ? before : "");
        }
        if (term instanceof Term.Moment moment) {
            return "第" + moment.amount() + (moment.unit() == TermUnit.DAYS ? "天" : "个工作日");
        }
        if (term instanceof Term.Soft soft) {
            return traditional ? soft.word().traditional() : soft.word().simplified();
        }
        Term.Combined combined = (Term.Combined) term;
        return combined.parts().stream()
                .map(part -> chinese(part, traditional))
                .collect(Collectors.joining("与", "", combined.later() ? "中较晚者" : "中较早者"));
    }

    private static String chinese(DateRule rule) {
        if (rule instanceof DateRule.DayOfMonth monthly) {
            return switch (monthly.monthsAhead()) {
                        case DateRule.DayOfMonth.COMING -> "每月";
                        case 0 -> "本月";
                        case 1 -> "次月";
                        default -> "后" + monthly.monthsAhead() + "月";
                    }
                    + day(monthly.day());
        }
        if (rule instanceof DateRule.CycleEnd cycle) {
            return cycle.cycles() + "个账单周期（每月" + day(cycle.closingDay()) + "结账）";
        }
        if (rule instanceof DateRule.DayOfYear yearly) {
            return yearly.month().getValue() + "月" + yearly.day() + "日";
        }
        LocalDate date = ((DateRule.Given) rule).date();
        return String.format(Locale.ROOT, "%04d", date.getYear()) + "年" + date.getMonthValue() + "月"
                + date.getDayOfMonth() + "日";
    }

    private static String day(int ofMonth) {
        return ofMonth == 31 ? "末日" : ofMonth + "日";
    }

    static String traditional(String simplified) {
        StringBuilder s = new StringBuilder(simplified);
        String from = "个周时钟与较后账单结";
        String to = "個週時鐘與較後帳單結";
        for (int i = 0; i < s.length(); i++) {
            int at = from.indexOf(s.charAt(i));
            if (at >= 0) {
                s.setCharAt(i, to.charAt(at));
            }
        }
        return s.toString();
    }

    static String simplified(String any) {
        StringBuilder s = new StringBuilder(any);
        String from = "個箇週時鐘與較後鍾號內兩業營帳賬單結";
        String to = "个个周时钟与较后钟号内两业营账账单结";
        for (int i = 0; i < s.length(); i++) {
            int at = from.indexOf(s.charAt(i));
            if (at >= 0) {
                s.setCharAt(i, to.charAt(at));
            }
        }
        return s.toString();
    }

    static String ordinal(int n) {
        int last = n % 10;
        boolean teen = n / 10 % 10 == 1;
        return n
                + (teen
                        ? "th"
                        : switch (last) {
                            case 1 -> "st";
                            case 2 -> "nd";
                            case 3 -> "rd";
                            default -> "th";
                        });
    }
}
