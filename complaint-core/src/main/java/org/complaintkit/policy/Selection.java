package org.complaintkit.policy;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;

/**
 * Which cases an indicator looks at: {@code BY_OUTCOME=OURS|BOTH} takes those with one of these values.
 *
 * @param by by what they are told apart
 * @param values one of which a case must have
 */
public record Selection(Grouping by, Set<String> values) {
    private static final Pattern SHAPE = Pattern.compile("[^=|]+=[^=|]+(\\|[^=|]+)*");
    private static final Pattern OR = Pattern.compile("\\s*\\|\\s*");

    public Selection {
        values = Collections.unmodifiableSet(new TreeSet<>(values));
    }

    /**
     * Reads one.
     *
     * @throws InvalidInputException if the text is none
     */
    public static Selection parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw InvalidInputException.of("DIMENSION", "dimension")
                    .value(text)
                    .rule("DIMENSION=VALUE or DIMENSION=VALUE|VALUE")
                    .wayOut("write the values that are looked at behind the equals sign")
                    .build();
        }
        int equals = text.indexOf('=');
        String values = text.substring(equals + 1).strip();
        return new Selection(Grouping.parse(text.substring(0, equals)), new TreeSet<>(Arrays.asList(OR.split(values))));
    }

    @Override
    public String toString() {
        return by.name() + "=" + String.join("|", values);
    }
}
