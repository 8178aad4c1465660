package org.complaintkit.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ISO 8601 durations of a single unit, in lower case: {@code p1m}, {@code p15d}, {@code pt4h}. */
final class IsoTerms {
    private static final Pattern PERIOD = Pattern.compile("p(t?)([0-9]+)([ymwdh])");

    private IsoTerms() {}

    static @Nullable Term parse(String text) {
        Matcher period = PERIOD.matcher(text);
        if (!period.matches()) {
            return null;
        }
        TermUnit unit = switch (period.group(1) + period.group(3)) {
            case "y" -> TermUnit.YEARS;
            case "m" -> TermUnit.MONTHS;
            case "w" -> TermUnit.WEEKS;
            case "d" -> TermUnit.DAYS;
            case "th" -> TermUnit.HOURS;
            case "tm" -> TermUnit.MINUTES;
            default -> null;
        };
        return unit == null ? null : new Term.Amount(TermParser.number(period.group(2)), unit);
    }
}
