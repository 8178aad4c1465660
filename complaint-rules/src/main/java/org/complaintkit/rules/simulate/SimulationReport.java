package org.complaintkit.rules.simulate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a second scenario would have changed. Immutable; the same cases give the same bytes. It names ids of cases as the
 * host gave them, codes and days, and no person.
 *
 * @param read cases and lines read, bad ones included
 * @param bad how many could not be told under either scenario
 * @param badLines the first of them
 * @param untouched cases under packs and calendars that both scenarios share, which were not told
 * @param outside of the cases told, those received on days on which a pack of the second scenario is not in force by its own
 *     dates: they are told under it all the same, since a new version is tried on past cases
 * @param changed cases in which anything comes out otherwise
 * @param aspects cases by what comes out otherwise in them; a case may count under several
 * @param breachesBefore breached deadlines in all cases told, under the first scenario
 * @param breachesAfter the same under the second
 * @param newBreaches breaches that only the second has
 * @param spared breaches that only the first has
 * @param shifts cases by the calendar days by which their effective limit moved
 * @param effects by cause, the one with most cases first; a case may count under several
 */
public record SimulationReport(
        long read,
        long bad,
        List<BadLine> badLines,
        long untouched,
        long outside,
        long changed,
        Map<Aspect, Long> aspects,
        long breachesBefore,
        long breachesAfter,
        long newBreaches,
        long spared,
        Map<Integer, Long> shifts,
        List<Effect> effects) {

    public SimulationReport {
        badLines = List.copyOf(badLines);
        aspects = counts(aspects);
        shifts = Collections.unmodifiableMap(new TreeMap<>(shifts));
        effects = List.copyOf(effects);
    }

    private static Map<Aspect, Long> counts(Map<Aspect, Long> aspects) {
        Map<Aspect, Long> copy = new EnumMap<>(Aspect.class);
        copy.putAll(aspects);
        return Collections.unmodifiableMap(copy);
    }

    /**
     * A line or case that could not be told.
     *
     * @param line number of the line, from 1; 0 for a case of a repository
     * @param code why
     * @param at place in the line; may be empty
     */
    public record BadLine(long line, String code, String at) {}

    /**
     * What one cause changed.
     *
     * @param newBreaches breaches that only the second scenario has, in these cases
     * @param spared breaches that only the first has, in these cases
     * @param examples the first of these cases
     */
    public record Effect(
            Cause cause, long cases, Map<Aspect, Long> aspects, long newBreaches, long spared, List<Example> examples) {
        public Effect {
            aspects = counts(aspects);
            examples = List.copyOf(examples);
        }
    }

    /**
     * A case as an example.
     *
     * @param caseId the host's id of the case
     * @param differences those that go back to the cause
     */
    public record Example(String caseId, List<Difference> differences) {
        public Example {
            differences = List.copyOf(differences);
        }
    }

    /** Cases told under both scenarios. */
    public long told() {
        return read - bad - untouched;
    }

    /** For people, on a terminal: figures, then causes with their examples. */
    public String text(Locale locale) {
        return new ReportText(locale).of(this);
    }

    /** For programs: one JSON object, on one line, in no language. */
    public String json() {
        return ReportJson.of(this);
    }

    /** For people, in a browser and on paper: a page that needs nothing but itself. */
    public String html(Locale locale) {
        return new ReportPage(locale).of(this);
    }
}
