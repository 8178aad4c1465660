package org.complaintkit.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A row of {@code extensions.csv}: how a limit may be extended, and when an extension counts.
 *
 * @param extended id of the deadline that is extended
 * @param into id of the deadline that then runs, up to the date granted; a further extension starts from it
 * @param clause the clause that allows it
 * @param basis where the conditions come from
 * @param grantedBy the decision; it says the new limit ({@code newLimit}) and why
 * @param notice the notice to the customer; without one up to the running limit the extension has no effect
 * @param cap the longest term, counted from the same start; a term with parameters in braces
 * @param grounds grounds that allow it; empty if any does
 * @param contents what the notice must contain, if it says what it contains; each may go by several names: {@code
 *     limit|newLimit}
 * @param inWriting channels of the notice ({@code via}) that are writing; empty if any will do
 * @param approvedBy roles that may grant it; empty if any may
 * @param moves ids of deadlines whose limits move by the same number of working days
 */
public record ExtensionRule(
        String extended,
        String into,
        String clause,
        Basis basis,
        EventPattern grantedBy,
        EventPattern notice,
        LimitRule cap,
        Set<String> grounds,
        Set<String> contents,
        Set<String> inWriting,
        Set<String> approvedBy,
        Set<String> moves) {

    /** The key under which a decision says the new limit. */
    public static final String NEW_LIMIT = "newLimit";

    private static final Pattern NAMES = Pattern.compile("\\|");
    private static final Pattern SIGNS = Pattern.compile("[\\s_-]+");

    public ExtensionRule {
        grounds = Set.copyOf(grounds);
        contents = Set.copyOf(contents);
        inWriting = Set.copyOf(inWriting);
        approvedBy = Set.copyOf(approvedBy);
        moves = Set.copyOf(moves);
    }

    /** Whether a notice that says these words has all it must; upper and lower case and signs between letters are one. */
    public boolean complete(List<String> said) {
        Set<String> words = said.stream().map(ExtensionRule::plain).collect(Collectors.toSet());
        return contents.stream()
                .allMatch(content ->
                        NAMES.splitAsStream(content).map(ExtensionRule::plain).anyMatch(words::contains));
    }

    private static String plain(String word) {
        return SIGNS.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Whether an event is the decision or the notice that this row waits for. */
    public boolean waitsFor(EventPattern.Subject event) {
        return grantedBy.matches(event) || notice.matches(event);
    }
}
