package org.complaintkit.rules.syntax;

import java.util.List;
import org.complaintkit.rules.pack.Position;

/**
 * One line of a consequence: {@code decide.owner("COMPLAINT_CENTRE");}.
 *
 * @param verb as written
 * @param at where the verb stands, or the words that mean it
 */
public record Action(String verb, List<Operand> arguments, Position at) {
    public Action {
        arguments = List.copyOf(arguments);
    }
}
