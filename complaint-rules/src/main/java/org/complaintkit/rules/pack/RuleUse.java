package org.complaintkit.rules.pack;

import java.util.List;
import java.util.Set;

/**
 * What the tables of a pack must know of one of its rules. Immutable.
 *
 * @param name unique in the pack
 * @param clauses the clauses that it cites
 * @param proposes verb and code of each thing that it proposes, such as {@code duty REPLY}; a star for the code where a
 *     parameter says it
 * @param asks the texts with which it compares
 * @param parameters ids of the parameters that it reads
 */
public record RuleUse(
        String name, List<String> clauses, Set<String> proposes, Set<String> asks, Set<String> parameters) {
    public RuleUse {
        clauses = List.copyOf(clauses);
        proposes = Set.copyOf(proposes);
        asks = Set.copyOf(asks);
        parameters = Set.copyOf(parameters);
    }
}
