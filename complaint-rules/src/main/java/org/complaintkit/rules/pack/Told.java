package org.complaintkit.rules.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.complaintkit.policy.Nearest;

/**
 * What is said about a fault, in any of the languages. Immutable.
 *
 * @param kind what is wrong
 * @param arguments what the texts of this kind mention
 * @param word that was read where a known one is wanted; empty if none is wanted, or the one that was meant is known
 * @param known the words of which one was probably meant: looked through only if somebody is told, since that is slow
 */
public record Told(FaultKind kind, List<String> arguments, String word, Collection<String> known) {
    /** Letters held against letters: a pack of thousands of long codes and as many slips is not looked through to the end. */
    private static final long MOST_COMPARED = 1_000_000;

    public Told {
        arguments = List.copyOf(arguments);
    }

    /** A fault with what its texts mention. */
    public static Told of(FaultKind kind, Object... arguments) {
        return new Told(kind, Arrays.stream(arguments).map(String::valueOf).toList(), "", List.of());
    }

    /**
     * The same; the way out begins with the known word that is near to the one read, if one is. Ids that differ in their
     * digits only are neighbours of one list: of {@code X-D05} nobody can tell whether {@code X-D01} was meant.
     */
    public Told near(String word, Collection<String> known) {
        return word.isEmpty() ? this : new Told(kind, arguments, word, known);
    }

    /** The same, with the known word that was probably meant, found by other means; empty if none was. */
    public Told meaning(String near) {
        return new Told(kind, arguments, "", near.isEmpty() ? List.of() : List.of(near));
    }

    /** The known word that was probably meant; empty if none is near. */
    public Optional<String> near() {
        if (word.isEmpty()) {
            return known.stream().findFirst();
        }
        int reach = Math.max(2, word.length() / 3);
        long compared = 0;
        List<String> others = new ArrayList<>();
        for (String each : known) {
            if (Math.abs(each.length() - word.length()) <= reach && !sameShape(each, word)) {
                others.add(each);
                compared += (long) each.length() * word.length();
                if (compared > MOST_COMPARED) {
                    break;
                }
            }
        }
        return Nearest.to(word, others);
    }

    /** Whether two ids differ in their digits only. */
    private static boolean sameShape(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        for (int i = 0; i < one.length(); i++) {
            char mine = digit(one.charAt(i));
            if (mine != digit(other.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char digit(char c) {
        return c >= '0' && c <= '9' ? '0' : c;
    }

    /** Stable code in upper snake case; of a refusal without words of ours, the code that came with it. */
    public String code() {
        return kind == FaultKind.REFUSED ? arguments.get(0) : kind.code();
    }

    /** What is wrong. */
    public String reason(Locale locale) {
        return FaultTexts.get().reason(kind, locale, arguments);
    }

    /** What to do. */
    public String wayOut(Locale locale) {
        String wayOut = FaultTexts.get().wayOut(kind, locale, arguments);
        return near().filter(near -> !wayOut.endsWith(near))
                .map(near -> FaultTexts.get().nearest(locale, near, wayOut))
                .orElse(wayOut);
    }
}
