package org.complaintkit.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the signals found in one text say together: a place speaks for a code only once, however many rows have its words. A
 * topic counts by its words, some of them and not all, and only where somebody complains: where a pattern speaks for some
 * category, or else beside a grievance; what the text denies is not presumed. Praise is no complaint, and of grievances named
 * as equal none leads. Not thread-safe.
 */
final class SignalSum {
    /** So many words of topics count for a category for which a pattern speaks, or where none speaks for any. */
    private static final int MOST = 3;

    /** So many count where patterns speak for others only, so that a matter mentioned does not outweigh what is complained of. */
    private static final int MENTIONED = 2;

    private final SignalTable table;
    private final FoldedText text;
    private final Set<Integer> taken = new HashSet<>();
    private final Map<String, BitSet> heard = new TreeMap<>();
    private final List<SignalTable.Hit> hits = new ArrayList<>();

    SignalSum(SignalTable table, FoldedText text) {
        this.table = table;
        this.text = text;
    }

    /** The signals that count, in the order of the text. */
    List<SignalTable.Hit> of(List<SignalSearch.Found> found, Set<String> denied, SignalHints hints) {
        List<SignalSearch.Found> strongest = new ArrayList<>(found);
        strongest.sort(Comparator.comparing(this::weight, Comparator.reverseOrder())
                .thenComparing(SignalSearch.Found::from)
                .thenComparing(SignalSearch.Found::rule));
        take(strongest, SignalRule.Kind.LABEL);
        if (says(strongest, SignalRule.Kind.PRAISE)) {
            return inOrder();
        }
        take(strongest, SignalRule.Kind.CATEGORY);
        if (says(strongest, SignalRule.Kind.EQUAL) && (level() || refused(strongest))) {
            return inOrder();
        }
        Set<String> spoken = new HashSet<>();
        hits.stream()
                .filter(hit -> hit.rule().kind() == SignalRule.Kind.CATEGORY)
                .forEach(hit -> spoken.add(hit.rule().code()));
        if (spoken.isEmpty() && says(strongest, SignalRule.Kind.OTHERWISE)) {
            take(strongest, SignalRule.Kind.OTHERWISE);
            return inOrder();
        }
        Optional<SignalSearch.Found> grievance = strongest.stream()
                .filter(each -> rule(each).kind() == SignalRule.Kind.GRIEVANCE)
                .findFirst();
        if (!spoken.isEmpty() || grievance.isPresent()) {
            List<SignalSearch.Found> topics = strongest.stream()
                    .filter(each -> rule(each).kind() == SignalRule.Kind.TOPIC)
                    .filter(each -> spoken.contains(rule(each).code())
                            || !denied.contains(rule(each).code()))
                    .toList();
            topics(topics, spoken, spoken.isEmpty() ? grievance : Optional.empty());
        }
        if (!says(strongest, SignalRule.Kind.EQUAL) && !spokenFully()) {
            hints.leader(text).ifPresent(this::follow);
        }
        return inOrder();
    }

    private static boolean label(SignalTable.Hit hit) {
        return hit.rule().kind() == SignalRule.Kind.LABEL;
    }

    /** Whether the rows found speak for some category so that a text with these alone would. */
    private boolean spokenFully() {
        Map<String, Integer> sums = new TreeMap<>();
        hits.stream()
                .filter(hit -> !label(hit))
                .forEach(hit -> sums.merge(hit.rule().code(), hit.weight(), Integer::sum));
        return sums.values().stream().anyMatch(sum -> sum >= SignalRule.THRESHOLD);
    }

    /** The words that hint together say more than the little that was found besides. */
    private void follow(SignalTable.Hit hint) {
        hits.removeIf(hit -> !label(hit));
        hits.add(hint);
    }

    /** Whether the text says so strongly that it has several grievances that none of them may lead; if so none is left. */
    private boolean refused(List<SignalSearch.Found> strongest) {
        boolean strongly = strongest.stream()
                .anyMatch(each ->
                        rule(each).kind() == SignalRule.Kind.EQUAL && rule(each).weight() > 1);
        if (strongly) {
            hits.removeIf(hit -> !label(hit));
        }
        return strongly;
    }

    private List<SignalTable.Hit> inOrder() {
        hits.sort(Comparator.comparingInt(SignalTable.Hit::at));
        return List.copyOf(hits);
    }

    private boolean says(List<SignalSearch.Found> found, SignalRule.Kind kind) {
        return found.stream().anyMatch(each -> rule(each).kind() == kind);
    }

    private void take(List<SignalSearch.Found> strongest, SignalRule.Kind kind) {
        for (SignalSearch.Found each : strongest) {
            if (rule(each).kind() == kind && !taken.contains(each.rule())) {
                take(each, each.words(), 0);
            }
        }
    }

    /**
     * Where patterns speak fully for several categories, keeps the strongest of each, all with the weight of the weakest of
     * these, so that none leads; whether there were several.
     */
    private boolean level() {
        Map<String, SignalTable.Hit> best = new TreeMap<>();
        hits.stream()
                .filter(hit -> hit.rule().kind() == SignalRule.Kind.CATEGORY && hit.weight() >= SignalRule.THRESHOLD)
                .forEach(hit -> best.putIfAbsent(hit.rule().code(), hit));
        if (best.size() < 2) {
            return false;
        }
        int least =
                best.values().stream().mapToInt(SignalTable.Hit::weight).min().orElseThrow();
        hits.removeIf(hit -> hit.rule().kind() == SignalRule.Kind.CATEGORY);
        best.values().forEach(hit -> hits.add(new SignalTable.Hit(hit.rule(), hit.words(), hit.at(), least)));
        return true;
    }

    private void topics(List<SignalSearch.Found> topics, Set<String> spoken, Optional<SignalSearch.Found> grievance) {
        Set<String> said = new HashSet<>();
        Map<String, Integer> counts = new HashMap<>();
        for (SignalSearch.Found each : topics) {
            String code = rule(each).code();
            int most = spoken.isEmpty() || spoken.contains(code) ? MOST : MENTIONED;
            int count = counts.getOrDefault(code, 0);
            if (count == most || !said.add(code + " " + each.words())) {
                continue;
            }
            boolean first = count == 0 && grievance.isPresent();
            String words = first ? each.words() + " & " + grievance.get().words() : each.words();
            if (take(each, words, first ? weight(grievance.get()) : 0)) {
                counts.put(code, count + 1);
            }
        }
    }

    private boolean take(SignalSearch.Found found, String words, int more) {
        BitSet places = heard.computeIfAbsent(rule(found).code(), code -> new BitSet());
        if (found.span().within(places)) {
            return false;
        }
        taken.add(found.rule());
        found.span().parts().forEach(part -> places.set(part[0], part[1]));
        hits.add(new SignalTable.Hit(rule(found), words, text.origin(found.from()), weight(found) + more));
        return true;
    }

    private SignalRule rule(SignalSearch.Found found) {
        return table.rules().get(found.rule());
    }

    private int weight(SignalSearch.Found found) {
        return Math.max(1, rule(found).weight() * found.percent() / 100);
    }
}
