package org.complaintkit.rules.pack;

import java.util.List;
import java.util.Locale;

/** The words by which a pack names a parameter. Stateless. */
public final class ParameterWords {
    private static final String SOFT = "soft.";

    private ParameterWords() {}

    /** The id; of a soft word's parameter ({@code soft.immediate}) the word ({@code IMMEDIATE}) too. */
    public static List<String> naming(String parameter) {
        return parameter.startsWith(SOFT)
                ? List.of(parameter, parameter.substring(SOFT.length()).toUpperCase(Locale.ROOT))
                : List.of(parameter);
    }
}
