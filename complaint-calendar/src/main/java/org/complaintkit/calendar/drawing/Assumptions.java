package org.complaintkit.calendar.drawing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The assumptions of the packaged calendars in the reader's language. A proof holds them in English, as its calendar says
 * them; what a host's own calendar assumes stays as it is.
 */
final class Assumptions {
    private static final String DATE = "([0-9]{4}-[0-9]{2}-[0-9]{2})";
    private static final Map<String, Pattern> SENTENCES = sentences();

    private Assumptions() {}

    private static Map<String, Pattern> sentences() {
        Map<String, Pattern> sentences = new LinkedHashMap<>();
        sentences.put(
                "assumed.law",
                Pattern.compile("The schedule is not published. Assumed: the holiday law known on " + DATE
                        + ", festivals of the lunar table, and weekends moved as in earlier years\\."));
        sentences.put(
                "assumed.beyond",
                Pattern.compile("The schedule is not published. Assumed: the holiday law known on " + DATE
                        + ", festivals of the lunar table to ([0-9]{4}), and weekends moved as in earlier years\\. Of later"
                        + " years only New Year, Labour Day and National Day are taken as off; the bounds allow for the"
                        + " lunar festivals on any day\\."));
        sentences.put(
                "assumed.week",
                Pattern.compile("Days after " + DATE
                        + " are not settled\\. Assumed: weekly rest and the days already listed; in a year at most"
                        + " ([0-9]+) more days off and at most ([0-9]+) fewer\\."));
        return sentences;
    }

    static String in(ProofWords words, String assumption) {
        String told = assumption;
        for (Map.Entry<String, Pattern> sentence : SENTENCES.entrySet()) {
            told = sentence.getValue()
                    .matcher(told)
                    .replaceAll(found -> Matcher.quoteReplacement(words.text(sentence.getKey(), groups(found))));
        }
        return told;
    }

    private static Object[] groups(MatchResult found) {
        Object[] groups = new Object[found.groupCount()];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = found.group(i + 1);
        }
        return groups;
    }
}
