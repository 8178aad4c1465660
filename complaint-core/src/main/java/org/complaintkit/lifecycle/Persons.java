package org.complaintkit.lifecycle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The persons who complain of the matter of a case, each named by the id of the case by which he is known, which is nobody's
 * name: so they can be told apart once what identifies them is erased. With each are counted those whom nobody knows but by
 * the number that was told at the receipt.
 *
 * <p>Who complains again by another case, and a case that comes by two ways, is counted once. A number that an event tells
 * is how many there are at least, and adds nobody. Immutable.
 *
 * @param known how many each stands for, by case id; the case's own complainant first
 * @param told the most that an event told; 0 where none did
 */
public record Persons(Map<String, Integer> known, int told) {
    private static final char STANDS_FOR = '=';

    public Persons {
        known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    }

    /** Those of a case, with those of the mergers in force. */
    public static Persons of(Case value) {
        return of(value.id(), value.complaint().complainantCount(), Joined.effective(value));
    }

    static Persons of(Draft draft) {
        return of(
                draft.complaint.id(),
                draft.complaint.complainantCount(),
                draft.events.stream()
                        .filter(event -> !draft.withoutEffect.contains(event.id()))
                        .toList());
    }

    private static Persons of(String id, int received, List<CaseEvent> effective) {
        List<CaseEvent> inForce = Joined.of(effective).inForce();
        Map<String, Integer> known = new LinkedHashMap<>();
        known.put(id, received);
        int told = 0;
        for (CaseEvent event : effective) {
            boolean joined = event.type().equals(Joined.JOINED);
            if (!joined || inForce.contains(event)) {
                told = Math.max(told, Facts.persons(event));
            }
            if (joined && inForce.contains(event)) {
                of(event).forEach((person, count) -> known.merge(person, count, Math::max));
            }
        }
        return new Persons(known, told);
    }

    /**
     * Those whom a merger brought, as it says them. One that an earlier version of this library told has a number alone, of
     * persons who were all taken for others than the carrier's, and none where the complainant was the same.
     */
    private static Map<String, Integer> of(CaseEvent joined) {
        Map<String, Integer> brought = new LinkedHashMap<>();
        for (String person : joined.values(Joined.PERSONS)) {
            int sign = person.lastIndexOf(STANDS_FOR);
            brought.put(person.substring(0, Math.max(sign, 0)), number(person.substring(sign + 1)));
        }
        if (brought.isEmpty() && Facts.persons(joined) > 0) {
            brought.put(joined.value(Joined.FROM), Facts.persons(joined));
        }
        return brought;
    }

    /** The person by whom a merger calls the complainant of the merged case; that case's id where it says none. */
    public static String complainant(CaseEvent joined) {
        return of(joined).keySet().stream().findFirst().orElse(joined.value(Joined.FROM));
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 1;
    }

    /** How many they are. */
    public int count() {
        long persons = 0;
        for (int each : known.values()) {
            persons += each;
        }
        return (int) Math.min(Math.max(persons, told), Integer.MAX_VALUE);
    }

    /** As {@link Joined#PERSONS} says them. */
    public List<String> text() {
        return known.entrySet().stream()
                .map(each -> each.getKey() + STANDS_FOR + each.getValue())
                .toList();
    }
}
