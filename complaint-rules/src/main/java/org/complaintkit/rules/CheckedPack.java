package org.complaintkit.rules;

import java.util.List;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.syntax.Rule;

/**
 * A pack that was read and has no fault. Immutable.
 *
 * @param policy its tables, all parameters at their defaults
 * @param rules its rules, in the order of the stages and files
 */
public record CheckedPack(Policy policy, List<Rule> rules) {
    public CheckedPack {
        rules = List.copyOf(rules);
    }
}
