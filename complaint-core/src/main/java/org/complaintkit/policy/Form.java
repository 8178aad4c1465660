package org.complaintkit.policy;

import java.util.List;
import java.util.Set;

/**
 * A form of the policy, from {@code forms.csv}.
 *
 * @param id such as {@code F-RCC-2}
 * @param deliveredBy the event that delivers it, whose data say which fields are filled in
 * @param fields its fields in order
 */
public record Form(String id, EventExpression deliveredBy, List<Field> fields) {
    public Form {
        fields = List.copyOf(fields);
    }

    /**
     * A field.
     *
     * @param code code of kind FIELD
     * @param required whether the form is incomplete without it when it is delivered
     */
    public record Field(String code, boolean required, String clause, Basis basis) {}

    /** The required fields that are not among those filled in, in the form's order. */
    public List<String> missing(Set<String> filledIn) {
        return fields.stream()
                .filter(field -> field.required() && !filledIn.contains(field.code()))
                .map(Field::code)
                .toList();
    }
}
