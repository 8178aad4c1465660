package org.complaintkit.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The words of kind {@link SignalRule.Kind#HINT} that one text has: none of them says what is complained of, many of them
 * together do, if they lead those of every other category, and those of texts that complain of nothing (code empty), by
 * far. A word counts once, however often it is said. Not thread-safe.
 */
final class SignalHints {
    /** By so much the weight of a category's words leads that of the next. */
    static final int LEAD = 10;

    /** And by so many hundredths of itself, so that a long text decides no easier than a short one. */
    private static final int SHARE = 30;

    /** So many of the words are shown. */
    private static final int SHOWN = 3;

    private final Map<String, Map<String, Hint>> byCode = new TreeMap<>();

    /** A word, and where it is said first. */
    private record Hint(SignalRule rule, String words, int from) {}

    void add(SignalRule rule, String words, int from) {
        byCode.computeIfAbsent(rule.code(), code -> new TreeMap<>()).putIfAbsent(words, new Hint(rule, words, from));
    }

    /** The category of which the words speak together, with the weight at which a text speaks for a category. */
    Optional<SignalTable.Hit> leader(FoldedText text) {
        int best = 0;
        int next = 0;
        String leader = "";
        for (Map.Entry<String, Map<String, Hint>> each : byCode.entrySet()) {
            int sum = each.getValue().values().stream()
                    .mapToInt(hint -> hint.rule().weight())
                    .sum();
            if (sum > best) {
                next = best;
                best = sum;
                leader = each.getKey();
            } else {
                next = Math.max(next, sum);
            }
        }
        int lead = best - next;
        if (leader.isEmpty() || lead < LEAD || lead * 100 < best * SHARE) {
            return Optional.empty();
        }
        List<Hint> heaviest = new ArrayList<>(byCode.get(leader).values());
        heaviest.sort(Comparator.comparing((Hint hint) -> -hint.rule().weight())
                .thenComparing(hint -> -hint.words().length())
                .thenComparing(Hint::from));
        List<Hint> shown = heaviest.subList(0, Math.min(SHOWN, heaviest.size()));
        return Optional.of(new SignalTable.Hit(
                shown.get(0).rule(),
                String.join(" + ", shown.stream().map(Hint::words).toList()),
                text.origin(shown.stream().mapToInt(Hint::from).min().orElseThrow()),
                SignalRule.THRESHOLD));
    }
}
