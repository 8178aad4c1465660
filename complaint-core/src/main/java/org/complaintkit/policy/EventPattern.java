package org.complaintkit.policy;

import java.util.ArrayList;
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
 * to whom. Immutable and thread-safe.
 *
 * @param type event type, a code of kind EVENT
 * @param conditions what it must say, in the order written
 */
public record EventPattern(String type, List<Condition> conditions) {
    /** As a value: whatever the event says. */
    public static final String ANYTHING = "*";

    private static final Pattern SHAPE = Pattern.compile("([A-Z][A-Z0-9_]*)(?:\\[([^\\[\\]]*)])?");
    private static final Pattern CONDITION = Pattern.compile("\\s*([A-Za-z]+)\\s*(!=|=)\\s*([A-Za-z0-9_.-]+|\\*)\\s*");

    public EventPattern {
        conditions = List.copyOf(conditions);
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
        return new EventPattern(shape.group(1), conditions);
    }

    public boolean matches(Subject event) {
        return event.type().equals(type)
                && conditions.stream().allMatch(c -> event.says(c.key(), c.value()) == c.equal());
    }

    private static InvalidInputException malformed(String text) {
        return InvalidInputException.of("EVENT_PATTERN", "event pattern")
                .value(text)
                .rule("TYPE or TYPE[key=value,key!=value]")
                .wayOut("write the event's code, in brackets what it must say")
                .build();
    }

    @Override
    public String toString() {
        if (conditions.isEmpty()) {
            return type;
        }
        StringBuilder text = new StringBuilder(type).append('[');
        for (Condition c : conditions) {
            text.append(text.charAt(text.length() - 1) == '[' ? "" : ",");
            text.append(c.key()).append(c.equal() ? "=" : "!=").append(c.value());
        }
        return text.append(']').toString();
    }
}
