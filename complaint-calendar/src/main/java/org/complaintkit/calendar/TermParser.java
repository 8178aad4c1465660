package org.complaintkit.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads terms: combines, then tries English, ISO 8601 and Chinese. */
final class TermParser {
    /** Every term that can be made prints shorter than this. */
    private static final int LONGEST = 1_000;

    private static final Pattern COMBINED = Pattern.compile("(?:the )?(later|earlier) of (.+)");

    private TermParser() {}

    static Term parse(String text) {
        if (text.length() > LONGEST) {
            throw malformed(text);
        }
        String trimmed = text.strip();
        String plain = trimmed.toLowerCase(Locale.ROOT).replaceAll("[\\s\u3000]+", " ");
        Matcher combined = COMBINED.matcher(plain);
        if (combined.matches()) {
            return combined("later".equals(combined.group(1)), combined.group(2).split(" and ", -1), text);
        }
        String chinese = TermText.simplified(plain.replace(" ", ""));
        for (String end : new String[] {"中较晚者", "中较早者"}) {
            if (chinese.endsWith(end)) {
                return combined(
                        end.contains("晚"),
                        chinese.substring(0, chinese.length() - end.length()).split("与", -1),
                        text);
            }
        }
        return simple(plain, text);
    }

    private static Term combined(boolean later, String[] parts, String text) {
        List<Term> terms = new ArrayList<>();
        for (String part : parts) {
            terms.add(simple(part, text));
        }
        if (terms.size() < 2) {
            throw malformed(text);
        }
        return new Term.Combined(later, terms);
    }

    private static Term simple(String plain, String text) {
        Term term = EnglishTerms.parse(plain);
        if (term == null) {
            term = IsoTerms.parse(plain);
        }
        if (term == null) {
            term = ChineseTerms.parse(TermText.simplified(plain.replace(" ", "")));
        }
        return known(term, text);
    }

    private static Term known(@Nullable Term term, String text) {
        if (term == null) {
            throw malformed(text);
        }
        return term;
    }

    static int checkAmount(long amount) {
        if (amount < 0 || amount > Term.MOST) {
            throw InvalidInputException.of("TERM_OUT_OF_RANGE", "amount of a term")
                    .value(amount)
                    .rule("an amount is 0 to " + Term.MOST)
                    .wayOut("choose a larger unit")
                    .build();
        }
        return (int) amount;
    }

    static int number(String digits) {
        return digits.length() > 9 ? checkAmount(Long.MAX_VALUE) : checkAmount(Long.parseLong(digits));
    }

    static InvalidInputException malformed(String text) {
        return InvalidInputException.of("TERM_MALFORMED", "term")
                .value(text)
                .rule("an amount and a unit, a range, a date or a word for time")
                .wayOut("write it like '15 working days', '7 to 10 working days', '10th of next month',"
                        + " 'before 30 January', 'on day 15', 'immediately'")
                .build();
    }
}
