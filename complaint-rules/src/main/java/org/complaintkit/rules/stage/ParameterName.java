package org.complaintkit.rules.stage;

/**
 * A parameter named in a consequence: {@code decide.owner(param("rcc.violation.department"))}.
 *
 * @param id id of the parameter
 */
public record ParameterName(String id) {
    /** The word of the rule language. */
    public static ParameterName param(String id) {
        return new ParameterName(id);
    }
}
