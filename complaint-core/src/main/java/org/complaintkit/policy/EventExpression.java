package org.complaintkit.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says which event starts, ends or cancels something.
 *
 * <p>{@code A and B}: when both have happened, the later of the two. {@code A or B}: the earlier of those that happened.
 * {@code A else B}: A if it ever happens, B as long as it has not. {@code and} binds more strongly than {@code or},
 * {@code or} more strongly than {@code else}. Besides event patterns two names are understood: {@code RECOGNISED}, the
 * moment at which the rules first asked for the thing, and a milestone such as {@code REPLY}, whose events the rules name
 * (verb {@code ends}). Immutable and thread-safe.
 */
public final class EventExpression {
    /** Never happens: the empty cell of a table. */
    public static final EventExpression NEVER = new EventExpression("", List.of());

    private static final Pattern ELSE = Pattern.compile("\\s+else\\s+");
    private static final Pattern OR = Pattern.compile("\\s+or\\s+");
    private static final Pattern AND = Pattern.compile("\\s+and\\s+");

    private final String text;
    private final List<List<List<EventPattern>>> alternatives;

    private EventExpression(String text, List<List<List<EventPattern>>> alternatives) {
        this.text = text;
        this.alternatives = alternatives;
    }

    /** What has happened, as the expression asks for it. */
    public interface History {
        /** When an event of the pattern, the milestone or {@code RECOGNISED} first happened. */
        Optional<Instant> first(EventPattern pattern);
    }

    /**
     * Reads an expression; the empty text is {@link #NEVER}.
     *
     * @throws org.complaintkit.calendar.InvalidInputException if the text is none
     */
    public static EventExpression parse(String text) {
        if (text.isBlank()) {
            return NEVER;
        }
        List<List<List<EventPattern>>> alternatives = ELSE.splitAsStream(text.strip())
                .map(alternative -> OR.splitAsStream(alternative)
                        .map(conjunction -> AND.splitAsStream(conjunction)
                                .map(EventPattern::parse)
                                .toList())
                        .toList())
                .toList();
        return new EventExpression(text.strip(), alternatives);
    }

    /** When it happened, if it has. */
    public Optional<Instant> time(History history) {
        for (List<List<EventPattern>> alternative : alternatives) {
            Optional<Instant> earliest = Optional.empty();
            for (List<EventPattern> conjunction : alternative) {
                Optional<Instant> latest = latest(conjunction, history);
                if (latest.isPresent() && (earliest.isEmpty() || latest.get().isBefore(earliest.get()))) {
                    earliest = latest;
                }
            }
            if (earliest.isPresent()) {
                return earliest;
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> latest(List<EventPattern> conjunction, History history) {
        Optional<Instant> latest = Optional.empty();
        for (EventPattern pattern : conjunction) {
            Optional<Instant> first = history.first(pattern);
            if (first.isEmpty()) {
                return first;
            }
            if (latest.isEmpty() || first.get().isAfter(latest.get())) {
                latest = first;
            }
        }
        return latest;
    }

    /** All patterns named, for checks. */
    public Stream<EventPattern> patterns() {
        return alternatives.stream().flatMap(List::stream).flatMap(List::stream);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventExpression expression && expression.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As written. */
    @Override
    public String toString() {
        return text;
    }
}
