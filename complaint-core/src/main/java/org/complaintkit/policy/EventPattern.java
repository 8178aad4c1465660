package org.complaintkit.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;

/**
 * Names an event in the tables and rules of a pack: its type, and optionally what it must say.
 *
 * <p>{@code CONTACTED}, {@code TRANSFER_SIGNED[by=PRODUCTION_MANAGER]},
 * {@code ESCALATION_REPORTED[escalation=RCC-E04,to!=LEADER_IN_CHARGE]}. Several conditions must all hold; {@code !=}
 * also holds where the event does not say. {@code *} stands for anything: {@code to!=*} holds where the event does not say
 * to whom. Two conditions are judged by the history: {@code COMPLAINT_ACCEPTED[within=CBR-D01]} holds only if the event came
 * before that limit passed, {@code REPORT_FILED[after=CLOSED_EVENT]} only if it came at or after the other event, {@code
 * REPORT_FILED[after=START]} at or after the start of the clock that it is to end.
 *
 * <p>A dot and keys name what the event says instead of the event: {@code PROMISED.date|at} is the date or the instant under
 * the first of these keys that it says. Immutable and thread-safe.
 *
 * @param type event type, a code of kind EVENT
 * @param conditions what it must say, in the order written
 * @param keys keys of a date that it says; empty where the event itself is meant
 */
public record EventPattern(String type, List<Condition> conditions, List<String> keys) {
    /** As a value: whatever the event says. */
    public static final String ANYTHING = "*";

    /** The key of a condition that the event came before the limit of a deadline passed. */
    public static final String WITHIN = "within";

    /** The key of a condition that the event came at or after the first event of a type. */
    public static final String AFTER = "after";

    /** As the value of {@link #AFTER}: the start of the clock in question. */
    public static final String START = "START";

    private static final Pattern SHAPE =
            Pattern.compile("([A-Z][A-Z0-9_]*)(?:\\[([^\\[\\]]*)])?(?:\\.([A-Za-z]+(?:\\|[A-Za-z]+)*))?");
    private static final Pattern CONDITION = Pattern.compile("\\s*([A-Za-z]+)\\s*(!=|=)\\s*([A-Za-z0-9_.-]+|\\*)\\s*");

    public EventPattern {
        conditions = List.copyOf(conditions);
        keys = List.copyOf(keys);
    }

    /** A pattern that means the event itself. */
    public EventPattern(String type, List<Condition> conditions) {
        this(type, conditions, List.of());
    }

    /**
     * One condition on what an event says.
     *
     * @param key {@code by}, or a key of the event's data
     * @param equal whether the value must be said ({@code =}) or must not ({@code !=})
     */
    public record Condition(String key, boolean equal, String value) {}

    /** What a pattern is held against. */
    public interface Subject {
        String type();

        /**
         * Whether the event says {@code value} under {@code key}; of a list, whether it contains the value; of
         * {@link EventPattern#ANYTHING}, whether it says anything.
         */
        boolean says(String key, String value);
    }

    /**
     * Reads a pattern.
     *
     * @throws InvalidInputException if the text is none
     */
    public static EventPattern parse(String text) {
        if (typeAlone(text)) {
            return new EventPattern(text, List.of());
        }
        Matcher shape = SHAPE.matcher(text.strip());
        if (!shape.matches()) {
            throw malformed(text);
        }
        List<Condition> conditions = new ArrayList<>();
        if (shape.group(2) != null) {
            for (String part : shape.group(2).split(",", -1)) {
                Matcher condition = CONDITION.matcher(part);
                if (!condition.matches()) {
                    throw malformed(text);
                }
                conditions.add(
                        new Condition(condition.group(1), condition.group(2).equals("="), condition.group(3)));
            }
        }
        List<String> keys = shape.group(3) == null
                ? List.of()
                : Arrays.asList(shape.group(3).split("\\|"));
        return new EventPattern(shape.group(1), conditions, keys);
    }

    /** Most patterns are; rules hold them against histories again and again. */
    private static boolean typeAlone(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inner = i > 0 && (c == '_' || (c >= '0' && c <= '9'));
            if (!inner && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether the event is of the type and says what it must; {@link #WITHIN} and {@link #AFTER} are not judged here. */
    public boolean matches(Subject event) {
        if (!event.type().equals(type)) {
            return false;
        }
        for (Condition c : conditions) {
            boolean ofHistory = c.key().equals(WITHIN) || c.key().equals(AFTER);
            if (!ofHistory && event.says(c.key(), c.value()) != c.equal()) {
                return false;
            }
        }
        return true;
    }

    private static InvalidInputException malformed(String text) {
        return InvalidInputException.of("EVENT_PATTERN", "event pattern")
                .value(text)
                .rule("TYPE, TYPE[key=value,key!=value] or TYPE.key")
                .wayOut("write the event's code, in brackets what it must say, after a dot the date that it says")
                .build();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(type);
        for (int i = 0; i < conditions.size(); i++) {
            Condition c = conditions.get(i);
            text.append(i == 0 ? '[' : ',')
                    .append(c.key())
                    .append(c.equal() ? "=" : "!=")
                    .append(c.value());
        }
        return text.append(conditions.isEmpty() ? "" : "]")
                .append(keys.isEmpty() ? "" : "." + String.join("|", keys))
                .toString();
    }
}
