package org.complaintkit.calendar;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The named convention sets: {@code PLAIN}, {@code LEDGER}, and those of the Chinese Civil Code, EU regulation 1182/71, UK
 * DISP, PSD2, US Regulation E and ASIC RG 271, each with its articles.
 */
public final class Conventions {
    /** Name of a set that a caller made from a single convention. */
    public static final String CUSTOM = "CUSTOM";

    /** Start day not counted, rest days as they are, end of the day, no separate target. */
    public static final ConventionSet PLAIN = new OneConvention("PLAIN", Convention.PLAIN, "");

    /** The set of the twenty ledger systems, conventions CONV-1 to CONV-21. */
    public static final ConventionSet LEDGER = new LedgerConventions();

    private static final Map<String, ConventionSet> SETS = sets();

    private Conventions() {}

    /**
     * A set by its name, {@linkplain BentConventions bent} or not.
     *
     * @throws InvalidInputException UNKNOWN_CONVENTION, naming the known ones
     */
    public static ConventionSet named(String name) {
        int bends = name.indexOf(BentConventions.SEPARATOR);
        ConventionSet base = SETS.get(bends < 0 ? name : name.substring(0, bends));
        ConventionSet set = base == null || bends < 0
                ? base
                : BentConventions.read(base, name.substring(bends + BentConventions.SEPARATOR.length()));
        if (set == null) {
            throw InvalidInputException.of("UNKNOWN_CONVENTION", "convention")
                    .value(name)
                    .rule("known conventions are " + String.join(", ", SETS.keySet()))
                    .wayOut("name one of them or give the fields")
                    .build();
        }
        return set;
    }

    /** The known names, in order. */
    public static Set<String> names() {
        return SETS.keySet();
    }

    private static Map<String, ConventionSet> sets() {
        Map<String, ConventionSet> sets = new TreeMap<>();
        for (ConventionSet set : new ConventionSet[] {PLAIN, LEDGER}) {
            sets.put(set.name(), set);
        }
        LegalConventions.all().forEach(set -> sets.put(set.name(), set));
        return Collections.unmodifiableMap(sets);
    }
}
