package org.complaintkit.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.complaintkit.policy.EventPattern;

/**
 * What happened to a case. It states a fact and is never refused for being against the policy: a breach is recorded, has
 * no effect where a clause denies it one, and yields a finding.
 *
 * @param id the host's identifier of the event; the same event delivered twice is taken once
 * @param type code of kind EVENT
 * @param by role that acted, or CUSTOMER; empty where unknown: then no ladder of authority is held against it
 * @param person the host's identifier of the member of staff who acted; empty where unknown
 * @param occurredAt when it happened: clocks run on this
 * @param recordedAt when we learned of it: what was known at a moment goes by this. The same as {@code occurredAt} says
 *     nothing of it; a desk then takes its clock
 * @param data what it says besides: texts, numbers, booleans and lists of these, by key
 */
public record CaseEvent(
        String id,
        String type,
        String by,
        String person,
        Instant occurredAt,
        Instant recordedAt,
        Map<String, Object> data)
        implements EventPattern.Subject {

    private static final int MOST_ZEROS = 40;

    /** The type of the event that opens every case. */
    public static final String RECEIVED = "COMPLAINT_RECEIVED";
    /** The event by which a desk tells the running number that it drew; its id ends with the name of the sequence. */
    public static final String NUMBER_DRAWN = "NUMBER_DRAWN";

    /** The event of a case that was moved under other packs; see {@link #KEPT_NUMBER}. */
    public static final String PACKS_CHANGED = "PACKS_CHANGED";
    /** Under it the event says which number, drawn under its former packs, the case keeps. */
    public static final String KEPT_NUMBER = "keptNumber";
    /** Under it the event says in which round the case got that number. */
    public static final String KEPT_ROUND = "keptRound";

    private static final int LONGEST_NUMBER = 100;

    public CaseEvent {
        Map<String, Object> copy = new TreeMap<>();
        data.forEach((key, value) -> copy.put(key, copied(value)));
        data = Collections.unmodifiableMap(copy);
    }

    /** Lists are copied, and numbers take one form, so that the same event is equal however a host or a store holds it. */
    private static Object copied(Object value) {
        if (value instanceof Collection<?> items) {
            return items.stream().map(CaseEvent::copied).toList();
        }
        if (value instanceof Number && !(value instanceof BigDecimal)) {
            return copied(number(value.toString()));
        }
        return value instanceof BigDecimal number ? plain(number) : value;
    }

    private static Object number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** Whole numbers without exponent; one that would be huge written out is left as it is. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.scale() > -MOST_ZEROS ? stripped.setScale(0) : stripped;
    }

    /** An event without further data, which does not say when it was learned of: a desk takes its clock. */
    public static CaseEvent of(String id, String type, String by, Instant at) {
        return new CaseEvent(id, type, by, "", at, at, Map.of());
    }

    @Override
    public boolean says(String key, String value) {
        List<String> values = values(key);
        return value.equals(EventPattern.ANYTHING)
                ? values.stream().anyMatch(each -> !each.isBlank())
                : values.contains(value);
    }

    /** What it says under a key, as texts; the items of a list; {@code by} is the role that acted. */
    public List<String> values(String key) {
        Object said = key.equals("by") ? by : data.get(key);
        if (said instanceof Collection<?> items) {
            return items.stream().map(CaseEvent::text).toList();
        }
        return said == null ? List.of() : List.of(text(said));
    }

    /** The text under a key; empty where it says nothing. */
    public String value(String key) {
        List<String> values = values(key);
        return values.isEmpty() ? "" : values.get(0);
    }

    /**
     * What a value may mean as a label: the word itself, or the word of the event's family, as SIGN of a MEDIA_EVENT means
     * MEDIA_SIGN.
     */
    public Stream<String> labels(String value) {
        int end = type.indexOf('_');
        return end < 0 ? Stream.of(value) : Stream.of(value, type.substring(0, end) + "_" + value);
    }

    /** All it says, as {@code key} and {@code key=value}; blank texts count as not said. */
    public Set<String> details() {
        Set<String> details = new TreeSet<>();
        for (String key : data.keySet()) {
            values(key).stream().filter(value -> !value.isBlank()).forEach(value -> {
                details.add(key);
                details.add(key + "=" + value);
            });
        }
        return details;
    }

    /** A number far out of all use keeps its exponent: written out, 1e999999999 fills the memory. */
    static String text(Object value) {
        return value instanceof BigDecimal number && Math.abs((long) number.scale()) <= LONGEST_NUMBER
                ? number.toPlainString()
                : value.toString();
    }

    /** Type, role and time: data may hold personal words and stay out. */
    @Override
    public String toString() {
        return "CaseEvent[" + id + ", " + type + " by " + by + " at " + occurredAt + "]";
    }
}
