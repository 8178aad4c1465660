package org.complaintkit.rules.diff;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.pack.ParameterWords;

/** Tells where a pack speaks of a parameter. Stateless. */
public final class Mentions {
    private Mentions() {}

    /**
     * The parts of a pack of which a row names the parameter, besides its own.
     *
     * @param parameter id; a soft word's ({@code soft.immediate}) is named by the word ({@code IMMEDIATE}) too
     */
    public static Set<Part> of(DroolsRuleBook book, String parameter) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        PackRows.of(book.policy(), book.rules()).forEach((part, rows) -> {
            if (rows.stream().anyMatch(row -> named(row, parameter))) {
                parts.add(part);
            }
        });
        return Collections.unmodifiableSet(parts);
    }

    private static boolean named(Row row, String parameter) {
        boolean own = row.part() == Part.PARAMETER && row.id().equals(parameter);
        return !own
                && Stream.concat(Stream.of(row.id()), row.cells().values().stream())
                        .anyMatch(text ->
                                ParameterWords.naming(parameter).stream().anyMatch(word -> says(text, word)));
    }

    private static boolean says(String text, String word) {
        return Pattern.compile("(?<![A-Za-z0-9_.])" + Pattern.quote(word) + "(?![A-Za-z0-9_]|\\.[A-Za-z0-9_])")
                .matcher(text)
                .find();
    }
}
