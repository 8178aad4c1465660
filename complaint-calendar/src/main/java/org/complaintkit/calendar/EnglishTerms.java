package org.complaintkit.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** English terms, already in lower case with single blanks. */
final class EnglishTerms {
    private static final List<String> WORDS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final String COUNT = "([0-9]+|" + String.join("|", WORDS) + ")";
    private static final Pattern AMOUNT = Pattern.compile(COUNT + " ?([a-z]+(?: [a-z]+)?)");
    private static final Pattern RANGE = Pattern.compile(COUNT + " ?(?:to|-|–) ?" + COUNT + " ?([a-z]+(?: [a-z]+)?)");
    private static final Pattern MOMENT = Pattern.compile(
            "on (?:the )?(?:(working |calendar )?day ([0-9]+)|([0-9]+)(?:st|nd|rd|th) (working |calendar )?day)");
    private static final Pattern DATE = Pattern.compile("(?:(by|before|on or before) )?(?:the )?(.+)");
    private static final Pattern MONTHLY = Pattern.compile(
            "(?:([0-9]{1,2})(?:st|nd|rd|th)|last day|end)( of (?:the|this|next|each|every) month| of month \\+([0-9]{1,2})|)");
    private static final Pattern DAY_MONTH = Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)");
    private static final Pattern MONTH_DAY = Pattern.compile("([a-z]+) ([0-9]{1,2})(?:st|nd|rd|th)?");
    private static final Pattern ORDINAL = Pattern.compile("([0-9]+)(?:st|nd|rd|th)\\b");
    private static final Pattern CYCLES = Pattern.compile(COUNT
            + " (?:complete )?billing cycles? clos(?:ing|es) on (?:the )?(?:([0-9]{1,2})(?:st|nd|rd|th)|last day)");
    private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private EnglishTerms() {}

    static @Nullable Term parse(String given) {
        if (!ordinalsAgree(given)) {
            return null;
        }
        String text = given.startsWith("within ") ? given.substring("within ".length()) : given;
        for (SoftTime word : SoftTime.values()) {
            if (word.english().equals(text)
                    || word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return new Term.Soft(word);
            }
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            TermUnit unit = unit(range.group(3));
            return unit == null ? null : new Term.Range(count(range.group(1)), count(range.group(2)), unit);
        }
        Matcher moment = MOMENT.matcher(text);
        if (moment.matches()) {
            String number = moment.group(2) == null ? moment.group(3) : moment.group(2);
            boolean working = "working ".equals(moment.group(1)) || "working ".equals(moment.group(4));
            return new Term.Moment(TermParser.number(number), working ? TermUnit.WORKING_DAYS : TermUnit.DAYS);
        }
        Matcher amount = AMOUNT.matcher(text);
        if (amount.matches()) {
            TermUnit unit = unit(amount.group(2));
            if (unit != null) {
                return new Term.Amount(count(amount.group(1)), unit);
            }
        }
        return fixedDate(text);
    }

    /** Whether 1 has st, 12 has th and 23 has rd: 23th may be a mistyped 24th. */
    private static boolean ordinalsAgree(String text) {
        return ORDINAL.matcher(text).results().allMatch(found -> {
            String digits = found.group(1);
            int last = Integer.parseInt(digits.substring(Math.max(0, digits.length() - 2)));
            return found.group().endsWith(TermText.ordinal(last).replaceAll("[0-9]", ""));
        });
    }

    private static int count(String text) {
        int word = WORDS.indexOf(text);
        return word >= 0 ? word : TermParser.number(text);
    }

    private static @Nullable TermUnit unit(String text) {
        String one = text.length() > 2 && text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
        return switch (one) {
            case "working day", "business day", "wd" -> TermUnit.WORKING_DAYS;
            case "calendar day", "natural day", "day", "d" -> TermUnit.DAYS;
            case "week", "calendar week" -> TermUnit.WEEKS;
            case "month", "calendar month" -> TermUnit.MONTHS;
            case "year", "calendar year" -> TermUnit.YEARS;
            case "hour", "clock hour", "h" -> TermUnit.HOURS;
            case "minute", "clock minute", "min" -> TermUnit.MINUTES;
            case "working hour", "business hour", "service hour", "wh" -> TermUnit.WORKING_HOURS;
            case "working minute", "business minute", "service minute" -> TermUnit.WORKING_MINUTES;
            default -> null;
        };
    }

    private static @Nullable Term fixedDate(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return null;
        }
        DateRule rule = rule(date.group(2));
        return rule == null ? null : new Term.FixedDate(rule, "before".equals(date.group(1)));
    }

    private static @Nullable DateRule rule(String text) {
        if (ISO_DATE.matcher(text).matches()) {
            try {
                return new DateRule.Given(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                return null;
            }
        }
        Matcher monthly = MONTHLY.matcher(text);
        if (monthly.matches()) {
            int day = monthly.group(1) == null ? 31 : Integer.parseInt(monthly.group(1));
            String which = monthly.group(2);
            int ahead = DateRule.DayOfMonth.COMING;
            if (monthly.group(3) != null) {
                ahead = Integer.parseInt(monthly.group(3));
            } else if (which.contains("this")) {
                ahead = 0;
            } else if (which.contains("next")) {
                ahead = 1;
            }
            return new DateRule.DayOfMonth(day, ahead);
        }
        Matcher cycles = CYCLES.matcher(text);
        if (cycles.matches()) {
            int day = cycles.group(2) == null ? 31 : Integer.parseInt(cycles.group(2));
            return new DateRule.CycleEnd(count(cycles.group(1)), day);
        }
        Matcher dayMonth = DAY_MONTH.matcher(text);
        if (dayMonth.matches()) {
            return yearly(dayMonth.group(2), dayMonth.group(1));
        }
        Matcher monthDay = MONTH_DAY.matcher(text);
        return monthDay.matches() ? yearly(monthDay.group(1), monthDay.group(2)) : null;
    }

    private static @Nullable DateRule yearly(String name, String day) {
        for (Month month : Month.values()) {
            String full = month.name().toLowerCase(Locale.ROOT);
            if (full.equals(name) || full.substring(0, 3).equals(name)) {
                return new DateRule.DayOfYear(month, Integer.parseInt(day));
            }
        }
        return null;
    }
}
