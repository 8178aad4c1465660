package org.complaintkit.policy;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the word that somebody probably meant. Stateless and thread-safe. */
public final class Nearest {
    private static final int LONGEST = 100;
    /** A shorter word is near to too much. */
    private static final int SHORTEST = 4;

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    private Nearest() {}

    /** The known word that needs the fewest single-letter changes, if it needs few; the first of equals. */
    public static Optional<String> to(String word, Collection<String> known) {
        String wanted = word.toUpperCase(Locale.ROOT);
        String best = null;
        int least = (word.length() < SHORTEST ? 1 : Math.max(2, word.length() / 3)) + 1;
        for (String candidate : known) {
            int distance = wanted.length() > LONGEST
                    ? Integer.MAX_VALUE
                    : distance(wanted, candidate.toUpperCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@code did you mean X?} if a word is near, else what to do instead. */
    public static String hint(String word, Collection<String> known, String otherwise) {
        return to(word, known).map(near -> "did you mean " + near + "?").orElse(otherwise);
    }

    /**
     * The word, if an error may tell it: one near a known word is a slip of the pen, any other may be the name or the
     * number of a person that came into the wrong field.
     */
    public static String shown(String word, Collection<String> known) {
        boolean slip = word.length() >= SHORTEST
                && CODE.matcher(word).matches()
                && to(word, known).isPresent();
        return slip ? word : "(not told: near no known code)";
    }

    /** How many single letters have to be changed, added or taken out to make one text of the other. */
    public static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
