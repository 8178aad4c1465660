package org.complaintkit.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Groups of words that stand near each other in one sentence of a text, in any order. Each place of the first group is
 * joined with the nearest place of every other. Not thread-safe.
 */
final class SignalGroups {
    /** How far apart they may stand, in characters. */
    private static final int GAP = 30;

    private static final int LATIN_GAP = 100;

    private final SignalTable table;
    private final FoldedText text;
    private final int[] sentence;
    private final Map<Integer, List<List<SignalSearch.Span>>> byRule = new TreeMap<>();

    SignalGroups(SignalTable table, FoldedText text) {
        this.table = table;
        this.text = text;
        sentence = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            sentence[i + 1] = sentence[i] + (text.at(i) == FoldedText.STOP ? 1 : 0);
        }
    }

    /** A group found; those of one group come in the order in which they end. */
    void add(int rule, int group, SignalSearch.Span span) {
        List<List<SignalSearch.Span>> groups = byRule.computeIfAbsent(rule, key -> {
            List<List<SignalSearch.Span>> empty = new ArrayList<>();
            table.pattern(key).groups().forEach(each -> empty.add(new ArrayList<>()));
            return empty;
        });
        groups.get(group).add(span);
    }

    /** What belongs together, by rule. */
    Map<Integer, List<SignalSearch.Span>> join() {
        Map<Integer, List<SignalSearch.Span>> joined = new TreeMap<>();
        byRule.forEach((rule, groups) -> {
            List<SignalSearch.Span> spans = groups.get(0);
            for (List<SignalSearch.Span> others : groups.subList(1, groups.size())) {
                spans = join(spans, others);
            }
            joined.put(rule, spans);
        });
        return joined;
    }

    private List<SignalSearch.Span> join(List<SignalSearch.Span> spans, List<SignalSearch.Span> others) {
        List<SignalSearch.Span> joined = new ArrayList<>();
        int next = 0;
        for (SignalSearch.Span span : spans) {
            while (next < others.size() && others.get(next).from() < span.from()) {
                next++;
            }
            int before = next - 1;
            int after = next;
            int toBefore = before < 0 ? Integer.MAX_VALUE : gap(others.get(before), span);
            int toAfter = after >= others.size() ? Integer.MAX_VALUE : gap(span, others.get(after));
            if (toBefore != Integer.MAX_VALUE || toAfter != Integer.MAX_VALUE) {
                joined.add(span.and(others.get(toBefore < toAfter ? before : after), " & "));
            }
        }
        return joined;
    }

    private int gap(SignalSearch.Span first, SignalSearch.Span second) {
        int gap = second.from() - first.to();
        int most = FoldedText.latin(text.at(second.from())) ? LATIN_GAP : GAP;
        boolean near = gap >= 0 && gap <= most && sentence[first.from()] == sentence[second.from()];
        return near ? gap : Integer.MAX_VALUE;
    }
}
