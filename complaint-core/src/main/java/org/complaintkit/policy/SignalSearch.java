package org.complaintkit.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One reading of one text: puts the words found together to signals. Not thread-safe. */
final class SignalSearch implements WordAutomaton.Sink {
    /** How far apart the parts of a signal may stand, in characters. */
    private static final int GAP = 9;

    private static final int LATIN_GAP = 32;

    private final List<SignalRule> rules;
    private final List<List<SignalTable.Use>> uses;
    private final FoldedText text;
    private final int[] clause;
    private final Map<Integer, Chain[]> chains = new HashMap<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Found> denials = new ArrayList<>();
    private final Map<Integer, List<int[]>> unless = new HashMap<>();

    /** A signal so far: from its first part, and where its last part so far began and ended. */
    private record Chain(int from, int lastFrom, int to, String words) {}

    /** A signal in the folded text. */
    record Found(int rule, int from, int lastFrom, int to, String words, boolean single) {}

    SignalSearch(List<SignalRule> rules, List<List<SignalTable.Use>> uses, FoldedText text) {
        this.rules = rules;
        this.uses = uses;
        this.text = text;
        clause = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            clause[i + 1] = clause[i] + (text.at(i) == FoldedText.BREAK ? 1 : 0);
        }
    }

    @Override
    public void found(int word, int from, int to) {
        for (SignalTable.Use use : uses.get(word)) {
            if (text.boundary(from) && (use.openEnd() || text.boundary(to))) {
                take(use, from, to);
            }
        }
    }

    private void take(SignalTable.Use use, int from, int to) {
        if (use.part() == SignalTable.Use.UNLESS) {
            unless.computeIfAbsent(use.rule(), rule -> new ArrayList<>()).add(new int[] {from, to});
            return;
        }
        Chain chain;
        if (use.part() == 0) {
            chain = new Chain(from, from, to, use.shown());
        } else {
            Chain before = chains.getOrDefault(use.rule(), new Chain[0]).length < use.part()
                    ? null
                    : chains.get(use.rule())[use.part() - 1];
            if (before == null || !follows(before, from)) {
                return;
            }
            chain = new Chain(before.from(), from, to, before.words() + " .. " + use.shown());
        }
        if (!use.last()) {
            int parts = rules.get(use.rule()).parts().size();
            chains.computeIfAbsent(use.rule(), rule -> new Chain[parts])[use.part()] = chain;
            return;
        }
        Found whole = new Found(use.rule(), chain.from(), chain.lastFrom(), to, chain.words(), use.part() == 0);
        (rules.get(use.rule()).kind() == SignalRule.Kind.NEGATION ? denials : found).add(whole);
    }

    private boolean follows(Chain before, int from) {
        int gap = from - before.to();
        int most = from < text.length() && FoldedText.latin(text.at(from)) ? LATIN_GAP : GAP;
        return gap >= 0 && gap <= most && clause[from] == clause[before.to()];
    }

    /** What stands, after all has been read. */
    List<Found> found() {
        List<Found> denying = denials.stream()
                .filter(each -> unless.getOrDefault(each.rule(), List.of()).stream()
                        .noneMatch(span -> span[0] <= each.to() && span[1] >= each.from()))
                .toList();
        Map<Integer, List<Found>> denied = new HashMap<>();
        denying.forEach(each -> denied.computeIfAbsent(clause[each.to()], place -> new ArrayList<>())
                .add(each));
        Set<Long> lifted = new HashSet<>();
        unless.forEach((rule, spans) -> spans.forEach(span -> lifted.add(key(rule, clause[span[0]]))));
        return whole(found).stream()
                .filter(each -> !lifted.contains(key(each.rule(), clause[each.from()])))
                .filter(each -> !denied(each.from(), denied) && !denied(each.lastFrom(), denied))
                .toList();
    }

    private static long key(int rule, int clause) {
        return ((long) rule << 32) | clause;
    }

    private boolean denied(int from, Map<Integer, List<Found>> denied) {
        List<Found> before = denied.getOrDefault(clause[from], List.of());
        int earliest = Math.max(0, before.size() - 64);
        return before.subList(earliest, before.size()).stream().anyMatch(each -> reaches(each, from));
    }

    private boolean reaches(Found denial, int from) {
        int reach = rules.get(denial.rule()).weight();
        if (denial.to() > from || from - denial.to() > LATIN_GAP) {
            return false;
        }
        if (!FoldedText.latin(text.at(from))) {
            return from - denial.to() <= reach;
        }
        int blanks = 0;
        for (int i = denial.to(); i < from; i++) {
            blanks += text.at(i) == ' ' ? 1 : 0;
        }
        return blanks <= reach + 1;
    }

    /** Without the words that are only part of a longer one. */
    private static List<Found> whole(List<Found> all) {
        List<Found> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(Found::from).thenComparing(Found::to, Comparator.reverseOrder()));
        List<Found> whole = new ArrayList<>();
        int from = -1;
        int reached = -1;
        for (Found each : sorted) {
            boolean inside = each.single() && each.to() <= reached && !(each.from() == from && each.to() == reached);
            if (!inside) {
                whole.add(each);
            }
            if (each.single() && each.to() > reached) {
                from = each.from();
                reached = each.to();
            }
        }
        return whole;
    }
}
