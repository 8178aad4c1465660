package org.complaintkit.rules.diff;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.complaintkit.rules.drools.DroolsRuleBook;

/** Tells where a pack speaks of a parameter. Stateless. */
public final class Mentions {
    private static final String SOFT = "soft.";

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
                        .anyMatch(text -> words(parameter).stream().anyMatch(word -> says(text, word)));
    }

    private static List<String> words(String parameter) {
        return parameter.startsWith(SOFT)
                ? List.of(parameter, parameter.substring(SOFT.length()).toUpperCase(Locale.ROOT))
                : List.of(parameter);
    }

    private static boolean says(String text, String word) {
        return Pattern.compile("(?<![A-Za-z0-9_.])" + Pattern.quote(word) + "(?![A-Za-z0-9_]|\\.[A-Za-z0-9_])")
                .matcher(text)
                .find();
    }
}
