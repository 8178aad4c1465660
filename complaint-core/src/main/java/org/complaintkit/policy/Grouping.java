package org.complaintkit.policy;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;

/**
 * By what cases are told apart: a {@link Dimension}, or a fact that only some systems know, {@code given.NAME}.
 *
 * @param name as tables write it
 */
public record Grouping(String name) {
    private static final String GIVEN = "given.";
    private static final Pattern SHAPE = Pattern.compile("given\\.[A-Za-z][A-Za-z0-9]{0,59}");

    /**
     * Reads one.
     *
     * @throws InvalidInputException if the text names none
     */
    public static Grouping parse(String text) {
        Grouping grouping = new Grouping(text.strip());
        if (grouping.dimension().isPresent() || SHAPE.matcher(grouping.name).matches()) {
            return grouping;
        }
        throw InvalidInputException.of("DIMENSION", "dimension")
                .value(text)
                .rule("given.NAME or one of " + Arrays.toString(Dimension.values()))
                .wayOut("correct the name; a further fact of the complaint is given.NAME")
                .build();
    }

    /** The dimension; empty for a given fact. */
    public Optional<Dimension> dimension() {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> dimension.name().equals(name))
                .findFirst();
    }

    /** Name of the given fact; empty for a dimension. */
    public String fact() {
        return name.startsWith(GIVEN) ? name.substring(GIVEN.length()) : "";
    }
}
