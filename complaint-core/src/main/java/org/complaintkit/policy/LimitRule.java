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
 *   <li>{@code PROMISED.date}: the date or instant that the last such event says which came in time; {@code
 *       given.forwarderDate}: one that is a fact of the complaint
 *   <li>{@code earliest PROMISED.date}: the earliest that any such event says; a later one moves nothing
 *   <li>{@code PROMISED.date else 5 working days}: the first of these that has a value
 *   <li>for targets: {@code limit}, the limit itself; {@code last working day}, the last one on or before the limit;
 *       {@code last working day before limit}, strictly before
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
    private static final Pattern SAID =
            Pattern.compile("[A-Z][A-Z0-9_]*(?:\\[[^\\[\\]]*])?\\.[A-Za-z]+(?:\\|[A-Za-z]+)*");
    private static final Pattern ELSE = Pattern.compile("\\s+else\\s+");
    private static final String GIVEN = "given.";
    private static final String EARLIEST = "earliest ";

    /** The ways to find a moment. */
    public enum Kind {
        SAME,
        TERM,
        SOFT_WORD,
        AS_DEADLINE,
        BEFORE_LIMIT,
        LAST_WORKING_DAY,
        LAST_WORKING_DAY_BEFORE,
        LIMIT,
        SAID,
        EARLIEST_SAID,
        GIVEN,
        FIRST_KNOWN
    }

    /** Reads a cell of the table; the term itself is checked when parameters are known. */
    public static LimitRule parse(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return SAME;
        }
        if (ELSE.matcher(text).find()) {
            return new LimitRule(Kind.FIRST_KNOWN, text);
        }
        if (SOFT.contains(text)) {
            return new LimitRule(Kind.SOFT_WORD, text);
        }
        if (text.startsWith(GIVEN)) {
            return new LimitRule(Kind.GIVEN, text.substring(GIVEN.length()).strip());
        }
        if (SAID.matcher(text).matches()) {
            return new LimitRule(Kind.SAID, text);
        }
        if (text.startsWith(EARLIEST)
                && SAID.matcher(text.substring(EARLIEST.length()).strip()).matches()) {
            return new LimitRule(
                    Kind.EARLIEST_SAID, text.substring(EARLIEST.length()).strip());
        }
        if (text.equals("limit")) {
            return new LimitRule(Kind.LIMIT, text);
        }
        if (text.equals("last working day before limit")) {
            return new LimitRule(Kind.LAST_WORKING_DAY_BEFORE, text);
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

    /** The ways to try, in order: its parts for {@link Kind#FIRST_KNOWN}, else itself. */
    public List<LimitRule> alternatives() {
        return kind == Kind.FIRST_KNOWN
                ? ELSE.splitAsStream(text).map(LimitRule::parse).toList()
                : List.of(this);
    }

    /** The event and the keys of {@link Kind#SAID} and {@link Kind#EARLIEST_SAID}. */
    public EventPattern said() {
        return EventPattern.parse(text);
    }

    /** Whether it rests on what events say, and so may change while the deadline runs. */
    public boolean moves() {
        return alternatives().stream().anyMatch(LimitRule::restsOnWords);
    }

    /** Whether it is what an event says. */
    public boolean restsOnWords() {
        return kind == Kind.SAID || kind == Kind.EARLIEST_SAID;
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

    /** The parameters that its terms rest on. */
    public List<String> parameters() {
        if (kind == Kind.FIRST_KNOWN) {
            return alternatives().stream()
                    .flatMap(each -> each.parameters().stream())
                    .toList();
        }
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
