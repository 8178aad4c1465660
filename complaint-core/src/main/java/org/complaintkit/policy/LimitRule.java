package org.complaintkit.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;

/**
 * How a target or a limit is found.
 *
 * <ul>
 *   <li>a term: {@code 3 working days}, with parameters in braces: <code>{rcc.followUpDays} days</code>
 *   <li>a soft word: {@code IMMEDIATE}, {@code PROMPT}, {@code TIMELY}; the parameter {@code soft.immediate} ... gives
 *       its term
 *   <li>{@code as RCC-D01, RCC-D02}: the moment of the first of these deadlines that the case has
 *   <li>{@code 1 working day before limit}: counted back from the limit
 *   <li>{@code last working day}: the last working day in (start, limit]
 *   <li>empty: as the convention makes it of the limit
 * </ul>
 *
 * @param kind which of these
 * @param text the term, word or list, trimmed
 */
public record LimitRule(Kind kind, String text) {
    /** The empty cell: the target that the convention of the limit's term gives. */
    public static final LimitRule SAME = new LimitRule(Kind.SAME, "");

    private static final Set<String> SOFT = Set.of("IMMEDIATE", "PROMPT", "TIMELY");
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z0-9_.]+)}");

    /** The ways to find a moment. */
    public enum Kind {
        SAME,
        TERM,
        SOFT_WORD,
        AS_DEADLINE,
        BEFORE_LIMIT,
        LAST_WORKING_DAY
    }

    /** Reads a cell of the table; the term itself is checked when parameters are known. */
    public static LimitRule parse(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return SAME;
        }
        if (SOFT.contains(text)) {
            return new LimitRule(Kind.SOFT_WORD, text);
        }
        if (text.startsWith("as ")) {
            return new LimitRule(Kind.AS_DEADLINE, text.substring(3).strip());
        }
        if (text.endsWith(" before limit")) {
            return new LimitRule(
                    Kind.BEFORE_LIMIT,
                    text.substring(0, text.length() - " before limit".length()).strip());
        }
        if (text.equals("last working day")) {
            return new LimitRule(Kind.LAST_WORKING_DAY, text);
        }
        return new LimitRule(Kind.TERM, text);
    }

    /** The soft word, if this is one. */
    public Optional<String> softWord() {
        return kind == Kind.SOFT_WORD ? Optional.of(text) : Optional.empty();
    }

    /** The deadlines whose moment is taken over, in order; empty for the other kinds. */
    public List<String> deadlines() {
        return kind == Kind.AS_DEADLINE ? List.of(text.split("\\s*,\\s*")) : List.of();
    }

    /**
     * The term with its parameters filled in.
     *
     * @throws InvalidInputException if a parameter is not declared
     */
    public String term(Parameters parameters) {
        if (kind == Kind.SOFT_WORD) {
            return parameters.text(softParameter());
        }
        Matcher matcher = PARAMETER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(parameters.text(matcher.group(1))));
        }
        return matcher.appendTail(filled).toString();
    }

    /** The parameters that its term rests on. */
    public List<String> parameters() {
        return kind == Kind.SOFT_WORD
                ? List.of(softParameter())
                : PARAMETER
                        .matcher(text)
                        .results()
                        .map(result -> result.group(1))
                        .toList();
    }

    private String softParameter() {
        return "soft." + text.toLowerCase(Locale.ROOT);
    }
}
