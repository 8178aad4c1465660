package org.complaintkit.rules.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.policy.EventPattern;

/**
 * Which patterns of one type of event can be met together: an event that meets one may not help meeting others. Each set
 * of patterns that a single event can meet is found by trying all that it may say.
 */
final class EventPatterns {
    /** Of more different sayings not all combinations are tried; then more counts as possible than is. */
    private static final int MOST_SAYINGS = 12;

    private static final String BY = "by";

    private final List<EventPattern> patterns;
    private final List<EventPattern.Condition> sayings;

    EventPatterns(List<EventPattern> patterns) {
        this.patterns = List.copyOf(patterns);
        Set<String> seen = new TreeSet<>();
        List<EventPattern.Condition> found = new ArrayList<>();
        patterns.stream().flatMap(pattern -> pattern.conditions().stream()).forEach(condition -> {
            if (seen.add(condition.key() + "=" + condition.value())) {
                found.add(new EventPattern.Condition(condition.key(), true, condition.value()));
            }
        });
        this.sayings = List.copyOf(found);
    }

    /** The sets of patterns, by their places in the list, that one event can meet; only those that hold no smaller one. */
    List<BitSet> metBy() {
        List<BitSet> sets = new ArrayList<>();
        if (sayings.size() > MOST_SAYINGS) {
            patterns.forEach(pattern -> sets.add(new BitSet()));
            for (int i = 0; i < patterns.size(); i++) {
                sets.get(i).set(i);
            }
            return sets;
        }
        for (int said = 0; said < 1 << sayings.size(); said++) {
            BitSet event = BitSet.valueOf(new long[] {said});
            if (possible(event)) {
                BitSet met = new BitSet();
                for (int i = 0; i < patterns.size(); i++) {
                    met.set(i, meets(event, patterns.get(i)));
                }
                if (!sets.contains(met)) {
                    sets.add(met);
                }
            }
        }
        return sets;
    }

    /**
     * What an event says that meets one pattern and no more than some others; empty if none does.
     *
     * @param place of the pattern to be met
     * @param may places of all that may be met
     */
    Optional<List<EventPattern.Condition>> event(int place, BitSet may) {
        for (int said = 0; sayings.size() <= MOST_SAYINGS && said < 1 << sayings.size(); said++) {
            BitSet event = BitSet.valueOf(new long[] {said});
            if (possible(event) && meets(event, patterns.get(place))) {
                boolean fits = true;
                for (int i = 0; i < patterns.size(); i++) {
                    fits &= may.get(i) || !meets(event, patterns.get(i));
                }
                if (fits) {
                    return Optional.of(event.stream().mapToObj(sayings::get).toList());
                }
            }
        }
        return Optional.empty();
    }

    /** Who says a value says something; one event is by one. */
    private boolean possible(BitSet event) {
        Set<String> by = new TreeSet<>();
        for (int i = 0; i < sayings.size(); i++) {
            EventPattern.Condition saying = sayings.get(i);
            if (event.get(i)) {
                int anything = place(saying.key(), EventPattern.ANYTHING);
                if (anything >= 0 && !event.get(anything)) {
                    return false;
                }
                if (saying.key().equals(BY) && !saying.value().equals(EventPattern.ANYTHING)) {
                    by.add(saying.value());
                }
            }
        }
        return by.size() <= 1;
    }

    private boolean meets(BitSet event, EventPattern pattern) {
        return pattern.conditions().stream()
                .allMatch(each -> event.get(place(each.key(), each.value())) == each.equal());
    }

    private int place(String key, String value) {
        for (int i = 0; i < sayings.size(); i++) {
            if (sayings.get(i).key().equals(key) && sayings.get(i).value().equals(value)) {
                return i;
            }
        }
        return -1;
    }
}
