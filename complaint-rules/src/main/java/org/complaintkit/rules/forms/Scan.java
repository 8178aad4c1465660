package org.complaintkit.rules.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.complaintkit.policy.Nearest;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.Told;
import org.jspecify.annotations.Nullable;

/**
 * A sentence in which phrases are looked for, and the memory of how far it was understood: where nothing fits any more,
 * the phrases tried at the farthest place are what was expected there. Not thread-safe.
 */
final class Scan {
    private static final int MOST_TOLD = 6;
    private static final int LONGEST = 40;
    /** In a shorter word one letter is all that may be wrong. */
    private static final int SHORT = 5;

    /** What is found nowhere. */
    static final int NOT_HERE = -1;

    private final String text;
    private final int limit;
    private int farthest;
    private boolean silent;
    private final List<Supplier<Collection<String>>> expected = new ArrayList<>();
    private final int[] lines;

    /**
     * A part of a text.
     *
     * @param lines where the lines of the text begin
     */
    Scan(String text, int[] lines, int from, int limit) {
        this.text = text;
        this.lines = lines;
        this.limit = limit;
        this.farthest = from;
    }

    String text() {
        return text;
    }

    /** The line and the column of a place. */
    Position place(int offset) {
        return SentenceFile.place(lines, offset);
    }

    /** The same, with how far what stands from here to there reaches within its line. */
    Position place(int from, int to) {
        int end = from;
        while (end < to && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return place(from).spanning(end - from);
    }

    int limit() {
        return limit;
    }

    int farthest() {
        return farthest;
    }

    /** Looks for what is understood but not expected: another stage's words. What fails is not remembered. */
    <T> @Nullable T quietly(Supplier<@Nullable T> look) {
        boolean before = silent;
        silent = true;
        T found = look.get();
        silent = before;
        return found;
    }

    int skipBlanks(int from) {
        int at = from;
        while (at < limit && Fold.fold(text.charAt(at)) <= ' ') {
            at++;
        }
        return at;
    }

    /** Behind the phrase if it stands here. */
    int match(int from, String phrase) {
        int end = end(from, phrase);
        if (end == NOT_HERE) {
            expect(from, () -> List.of(phrase));
        }
        return end;
    }

    /** Remembers what could have stood here. */
    void expect(int from, Supplier<Collection<String>> phrases) {
        int at = skipBlanks(from);
        if (silent || at < farthest) {
            return;
        }
        if (at > farthest) {
            farthest = at;
            expected.clear();
        }
        expected.add(phrases);
    }

    private Set<String> expected() {
        Set<String> all = new LinkedHashSet<>();
        expected.forEach(phrases -> phrases.get().forEach(phrase -> all.add(phrase.strip())));
        all.remove("");
        return all;
    }

    /** The same; what fails is not remembered. */
    int end(int from, String phrase) {
        int at = skipBlanks(from);
        String wanted = phrase.strip();
        if (wanted.isEmpty()) {
            return from;
        }
        boolean glued = at == from && from > 0 && Fold.word(text.charAt(from - 1)) && Fold.word(wanted.charAt(0));
        if (glued) {
            return NOT_HERE;
        }
        for (int i = 0; i < wanted.length(); i++) {
            char c = wanted.charAt(i);
            if (c == ' ') {
                int next = skipBlanks(at);
                if (next == at && apart(wanted.charAt(i - 1), wanted.charAt(i + 1))) {
                    return NOT_HERE;
                }
                at = next;
            } else {
                int next = i == 0 || apart(wanted.charAt(i - 1), c) ? at : skipBlanks(at);
                if (next >= limit || Fold.fold(text.charAt(next)) != Fold.fold(c)) {
                    return NOT_HERE;
                }
                at = next + 1;
            }
        }
        return ends(at) ? at : NOT_HERE;
    }

    private static boolean apart(char before, char behind) {
        return Fold.word(before) && Fold.word(behind);
    }

    /** Whether no word goes on here. */
    boolean ends(int at) {
        if (at >= limit || at == 0 || !Fold.word(text.charAt(at - 1))) {
            return true;
        }
        char next = text.charAt(at);
        boolean joint = "-./".indexOf(next) >= 0 && at + 1 < limit && Fold.word(text.charAt(at + 1));
        return !Fold.word(next) && !joint;
    }

    /** Whether a quote opens or closes here. */
    boolean quote(int at) {
        return at < limit && Fold.fold(text.charAt(at)) == '"';
    }

    /** What is told where the sentence cannot be understood. */
    Told told() {
        Set<String> phrases = expected();
        String all = String.join(" / ", phrases.stream().limit(MOST_TOLD).toList());
        return FaultKind.SENTENCE_WORDS
                .told(all + (phrases.size() > MOST_TOLD ? " …" : ""))
                .meaning(near());
    }

    /** What stands at a place, up to the next sign. */
    String offending(int from) {
        int end = from;
        while (end < limit && end - from < LONGEST && ",;()\"".indexOf(Fold.fold(text.charAt(end))) < 0) {
            end++;
        }
        return text.substring(from, Math.max(end, Math.min(from + 1, limit))).strip();
    }

    private record Near(String phrase, int distance) {}

    /** The first half of a phrase or more, as who writes 电话 for 电话投诉. */
    private Optional<Near> begun(String phrase) {
        int same = 0;
        while (same < phrase.length()
                && farthest + same < limit
                && Fold.fold(text.charAt(farthest + same)) == Fold.fold(phrase.charAt(same))) {
            same++;
        }
        boolean half = same > 1 && same * 2 >= phrase.length();
        return half ? Optional.of(new Near(phrase, phrase.length() - same)) : Optional.empty();
    }

    private String near() {
        List<Near> near = new ArrayList<>();
        int farther = Math.min(limit, farthest + 2 * LONGEST);
        String here = Fold.each(text.substring(farthest, farther));
        for (String phrase : expected()) {
            begun(phrase).ifPresent(near::add);
            int most = Math.max(phrase.length() < SHORT ? 1 : 2, phrase.length() / 4);
            String wanted = Fold.each(phrase);
            int first = Math.max(1, phrase.length() - most);
            for (int length = first; length <= Math.min(here.length(), phrase.length() + most); length++) {
                int distance = Nearest.distance(here.substring(0, length), wanted);
                boolean whole = length == here.length() || !apart(here.charAt(length - 1), here.charAt(length));
                if (whole && distance <= most && distance < phrase.length()) {
                    near.add(new Near(phrase, distance));
                }
            }
        }
        return near.stream()
                .min(Comparator.comparingInt(Near::distance)
                        .thenComparing(each -> -each.phrase().length()))
                .map(Near::phrase)
                .orElse("");
    }
}
