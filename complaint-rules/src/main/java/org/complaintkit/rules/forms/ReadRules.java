package org.complaintkit.rules.forms;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.complaintkit.rules.syntax.Rule;

/**
 * What a file of rules holds. Immutable.
 *
 * @param rules those that could be read, in the order written
 * @param names names of all that were begun, by the line where each begins
 */
public record ReadRules(List<Rule> rules, NavigableMap<Integer, String> names) {
    public ReadRules {
        rules = List.copyOf(rules);
        names = Collections.unmodifiableNavigableMap(new TreeMap<>(names));
    }
}
