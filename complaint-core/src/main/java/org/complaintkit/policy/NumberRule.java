package org.complaintkit.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;

/**
 * A row of {@code numbers.csv}: how a case gets its number. Running numbers come from a sequence of the desk or from the
 * host, which says them as {@code sequence}: of what a host says no sequence knows, so a host that numbers some cases itself
 * and lets others be numbered has to keep the two apart, or the desk draws a number that the host has given.
 *
 * @param number name of the number, such as {@code complaint} or {@code form}
 * @param event the event whose day and running number make it
 * @param format text with <code>{yyyy} {yy} {MM} {dd}</code> of the event's local day and one running number:
 *     <code>{seq}</code> as it is, <code>{seq:4}</code> or <code>{seq:{parameter}}</code> with that many digits
 * @param restart when running numbers begin with 1 again
 * @param clause the clause that demands it
 * @param basis where it comes from
 */
public record NumberRule(
        String number, EventPattern event, String format, Restart restart, String clause, Basis basis) {
    private static final Pattern PART =
            Pattern.compile("\\{(yyyy|yy|MM|dd|seq)(?::(?:([1-9]|1[0-8])|\\{([A-Za-z0-9_.]{1,80})}))?}");
    private static final Pattern SHAPE = Pattern.compile("(?:[A-Za-z0-9/_. -]|" + PART.pattern() + ")+");
    private static final int LONGEST = 100;
    private static final int MOST_DIGITS = 18;
    private static final BigDecimal MOST = BigDecimal.valueOf(MOST_DIGITS);

    /** When running numbers begin again. */
    public enum Restart {
        DAY(10),
        MONTH(7),
        YEAR(4),
        NEVER(0);

        private final int length;

        Restart(int length) {
            this.length = length;
        }

        /** Name of the period that a day lies in, as 2026-09; empty for {@link #NEVER}. */
        public String period(LocalDate day) {
            return day.toString().substring(0, length);
        }
    }

    /**
     * Reads a row's format.
     *
     * @throws InvalidInputException code {@code NUMBER_FORMAT} if the text is none
     */
    public static String format(String text) {
        long running = PART.matcher(text)
                .results()
                .filter(part -> part.group(1).equals("seq"))
                .count();
        boolean widthOfDate = PART.matcher(text)
                .results()
                .anyMatch(part -> !part.group(1).equals("seq") && part.group().contains(":"));
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches() || running != 1 || widthOfDate) {
            throw InvalidInputException.of("NUMBER_FORMAT", "number format")
                    .value(text)
                    .rule(
                            "letters, digits and - _ . / with {yyyy} {yy} {MM} {dd} and one {seq}, {seq:4} or {seq:{parameter}};"
                                    + " at most " + LONGEST + " characters and " + MOST_DIGITS + " digits")
                    .wayOut("write it like {yy}{MM}{dd}{seq:3}")
                    .build();
        }
        return text;
    }

    /**
     * The number; empty if the running number has more digits than its width.
     *
     * @param day local day of the event
     * @param sequence running number, 0 or more
     */
    public Optional<String> text(LocalDate day, long sequence, Parameters parameters) {
        Matcher matcher = PART.matcher(format);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String part = part(matcher.toMatchResult(), day, sequence, parameters);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            matcher.appendReplacement(text, part);
        }
        return Optional.of(matcher.appendTail(text).toString());
    }

    /** The parameter that gives the width of the running number, if one does. */
    public Optional<String> widthParameter() {
        return PART.matcher(format)
                .results()
                .flatMap(part -> Optional.ofNullable(part.group(3)).stream())
                .findFirst();
    }

    /** Name of the sequence of running numbers that a day belongs to, unique over packs: {@code FUR/complaint/2025}. */
    public String sequence(String pack, LocalDate day) {
        String period = restart.period(day);
        return pack + "/" + number + (period.isEmpty() ? "" : "/" + period);
    }

    private static String part(MatchResult part, LocalDate day, long sequence, Parameters parameters) {
        return switch (part.group(1)) {
            case "yyyy" -> digits(day.getYear(), 4);
            case "yy" -> digits(Math.floorMod(day.getYear(), 100), 2);
            case "MM" -> digits(day.getMonthValue(), 2);
            case "dd" -> digits(day.getDayOfMonth(), 2);
            default -> digits(sequence, width(part, parameters));
        };
    }

    private static int width(MatchResult part, Parameters parameters) {
        if (part.group(2) != null) {
            return Integer.parseInt(part.group(2));
        }
        return part.group(3) == null
                ? 0
                : parameters.number(part.group(3)).min(MOST).max(BigDecimal.ONE).intValue();
    }

    /** Empty where the number has more digits; a width of 0 takes any. */
    private static String digits(long number, int width) {
        String text = width == 0 ? Long.toString(number) : String.format(Locale.ROOT, "%0" + width + "d", number);
        return width > 0 && text.length() > width ? "" : text;
    }
}
