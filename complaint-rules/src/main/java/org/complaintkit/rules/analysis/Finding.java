package org.complaintkit.rules.analysis;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.rules.pack.PackFault;

/**
 * What the analysis found: rules that are well-formed and cannot all be meant. Immutable.
 *
 * @param fault what is found and where, told as the faults of a check are
 * @param rules names of the rules concerned, the one at fault first; empty where a table is meant
 * @param assumes the numbers of parameters for which it holds, by id; empty where none plays a part
 * @param once values of parameters, by id, away from those in force and allowed by the pack, with which it appears; empty if
 *     it holds as things are
 * @param witness a line in the format of {@code decide} and {@code replay} that shows it when it is decided; empty where no
 *     complaint was found that leads there
 */
public record Finding(
        PackFault fault, List<String> rules, Map<String, String> assumes, Map<String, String> once, String witness)
        implements Comparable<Finding> {
    /** What some complaint shows by its nature. */
    private static final Set<String> SHOWN = Set.of(
            "SAME_CONDITION",
            "RULE_REDUNDANT",
            "RULE_SUBSUMED",
            "RULE_SHADOWED",
            "RULES_CONFLICT",
            "GAP_IN_CODES",
            "GAP_IN_NUMBERS",
            "GAP_IN_ANSWERS");

    public Finding {
        rules = List.copyOf(rules);
        assumes = Collections.unmodifiableMap(new TreeMap<>(assumes));
        once = Collections.unmodifiableMap(new TreeMap<>(once));
    }

    /** Stable code in upper snake case, such as {@code RULES_CONFLICT}. */
    public String code() {
        return fault.code();
    }

    /**
     * Whether a complaint should show it and none was found: of the facts that the rules together speak of some may never
     * come about, so that somebody should look before he changes a rule.
     */
    public boolean unshown() {
        return witness.isEmpty() && SHOWN.contains(code());
    }

    @Override
    public int compareTo(Finding other) {
        return fault.compareTo(other.fault);
    }

    /** One line in English, with the witness. */
    @Override
    public String toString() {
        return fault + (once.isEmpty() ? "" : " once " + once) + (witness.isEmpty() ? "" : " " + witness);
    }
}
