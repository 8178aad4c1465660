package org.complaintkit.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the words at a place of one text are meant: said, denied, granted, reported or stressed by the words around them. A
 * word that says so reaches a number of characters (Latin words), within its clause or, where it stands at the edge of
 * that and does not deny, into the next; a word of kind {@link SignalRule.Kind#TURN} between ends its reach. Not
 * thread-safe.
 */
final class SignalScope {
    /** No more of them are looked at for one place, so that a hostile text stays cheap. */
    private static final int MOST = 64;

    /** How far apart two words may stand that deny each other, in characters (Latin words). */
    private static final int NEXT = 0;

    private final FoldedText text;
    private final int[] clause;
    private final int[] turns;
    private final Map<Integer, List<Colour>> byClause = new HashMap<>();

    /** A word that says how others are meant. */
    private record Colour(SignalRule rule, int from, int to) {}

    SignalScope(FoldedText text, int[] clause) {
        this.text = text;
        this.clause = clause;
        this.turns = new int[text.length() + 1];
    }

    /** A word that ends the reach of others begins here. */
    void turn(int from) {
        turns[from + 1]++;
    }

    /** All turns are known. */
    void ready() {
        for (int i = 1; i < turns.length; i++) {
            turns[i] += turns[i - 1];
        }
    }

    void add(SignalRule rule, int from, int to) {
        Colour colour = new Colour(rule, from, to);
        byClause.computeIfAbsent(clause[from], place -> new ArrayList<>()).add(colour);
        boolean denies = rule.kind().percent() == 0;
        if (!denies && rule.kind().forward() && (to >= text.length() || FoldedText.breaks(text.at(to)))) {
            byClause.computeIfAbsent(clause[to] + 1, place -> new ArrayList<>()).add(colour);
        }
        if (!denies && !rule.kind().forward() && (from == 0 || FoldedText.breaks(text.at(from - 1)))) {
            byClause.computeIfAbsent(clause[from] - 1, place -> new ArrayList<>())
                    .add(colour);
        }
    }

    /** What one of the parts of a signal still weighs, of a hundred; the words of the signal itself do not change it. */
    int percent(int[] part, List<int[]> parts) {
        int from = part[0];
        int to = part[1];
        boolean denied = false;
        int denies = -1;
        int least = 100;
        int most = 100;
        List<Colour> around = byClause.getOrDefault(clause[from], List.of());
        int first = first(around, from);
        for (Colour each : around.subList(first, Math.min(around.size(), first + MOST))) {
            if (!reaches(each, from, to)
                    || parts.stream().anyMatch(own -> own[0] <= each.from() && each.to() <= own[1])) {
                continue;
            }
            int percent = each.rule().kind().percent();
            if (percent == 0) {
                boolean twice = denied
                        && denies >= 0
                        && each.from() >= denies
                        && within(denies, each.from(), NEXT, each.from());
                denied = !twice;
                denies = each.rule().kind().forward() ? each.to() : -1;
            } else {
                least = Math.min(least, percent);
                most = Math.max(most, percent);
            }
        }
        return denied ? 0 : least * most / 100;
    }

    /** The words that stand nearest, where there are more than anybody writes; they come in the order of the text. */
    private static int first(List<Colour> around, int from) {
        if (around.size() <= MOST) {
            return 0;
        }
        int low = 0;
        int high = around.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (around.get(middle).from() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.max(0, Math.min(low - MOST / 2, around.size() - MOST));
    }

    private boolean reaches(Colour colour, int from, int to) {
        boolean forward = colour.rule().kind().forward();
        int begin = forward ? colour.to() : to;
        int end = forward ? from : colour.from();
        return begin <= end
                && turns[begin] == turns[end]
                && within(begin, end, colour.rule().weight(), from);
    }

    private boolean within(int begin, int end, int reach, int from) {
        if (!FoldedText.latin(text.at(from))) {
            return end - begin <= reach;
        }
        int blanks = 0;
        for (int i = begin; i < end && blanks <= reach + 1; i++) {
            blanks += text.at(i) == ' ' ? 1 : 0;
        }
        return blanks <= reach + 1;
    }
}
