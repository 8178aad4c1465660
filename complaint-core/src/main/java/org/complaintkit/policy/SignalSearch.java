package org.complaintkit.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One reading of one text: puts the words found together to signals. The longest word wins: what stands inside a longer
 * word that counts says neither how others are meant nor anything else. Not thread-safe.
 */
final class SignalSearch implements WordAutomaton.Sink {
    /** How far apart parts that follow each other may stand, in characters. */
    private static final int GAP = 10;

    private static final int LATIN_GAP = 36;

    private final SignalTable table;
    private final FoldedText text;
    private final int[] clause;
    private final List<Place> places = new ArrayList<>();
    private final Map<Long, Span[]> chains = new HashMap<>();
    private final SignalGroups groups;
    private final List<Found> found = new ArrayList<>();
    private final Map<Integer, List<Span>> unless = new HashMap<>();
    private final List<Found> colours = new ArrayList<>();
    private final Set<String> denied = new TreeSet<>();
    private final SignalHints hints = new SignalHints();

    /** A word of the table in the text. */
    private record Place(int word, int from, int to) {}

    /** A group of parts so far: each part with where it begins and ends. */
    record Span(List<int[]> parts, String words) {
        int from() {
            return parts.get(0)[0];
        }

        int to() {
            return parts.get(parts.size() - 1)[1];
        }

        /** Whether one of its words is among these places. */
        boolean within(BitSet places) {
            return parts.stream().anyMatch(part -> {
                int next = places.nextSetBit(part[0]);
                return next >= 0 && next < part[1];
            });
        }

        Span and(Span other, String between) {
            List<int[]> both = new ArrayList<>(parts);
            both.addAll(other.parts);
            return new Span(both, words + between + other.words);
        }
    }

    /** A signal in the folded text, and what it weighs there, of a hundred. */
    record Found(int rule, Span span, boolean single, int percent) {
        int from() {
            return span.parts().stream().mapToInt(part -> part[0]).min().orElseThrow();
        }

        String words() {
            return span.words();
        }
    }

    SignalSearch(SignalTable table, FoldedText text) {
        this.table = table;
        this.text = text;
        this.groups = new SignalGroups(table, text);
        clause = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            clause[i + 1] = clause[i] + (FoldedText.breaks(text.at(i)) ? 1 : 0);
        }
    }

    @Override
    public void found(int word, int from, int to) {
        if (text.boundary(from)
                && (text.boundary(to) || table.uses(word).stream().anyMatch(SignalTable.Use::openEnd))) {
            places.add(new Place(word, from, to));
        }
    }

    /** What stands, after all has been read. */
    List<Found> found() {
        Cover longer = new Cover(text.length(), false);
        Cover plain = new Cover(text.length(), true);
        for (Place place : places) {
            if (table.uses(place.word()).stream().anyMatch(use -> kind(use) != SignalRule.Kind.HINT)) {
                longer.add(place.from(), place.to());
            }
            for (SignalTable.Use use : table.uses(place.word())) {
                if (kind(use) == SignalRule.Kind.PLAIN) {
                    plain.add(place.from(), place.to());
                }
            }
        }
        SignalScope scope = new SignalScope(text, clause);
        for (Place place : places) {
            for (SignalTable.Use use : table.uses(place.word())) {
                if (use.openEnd() || text.boundary(place.to())) {
                    take(use, place, longer, plain, scope);
                }
            }
        }
        groups.join().forEach((rule, spans) -> spans.forEach(span -> found.add(new Found(rule, span, false, 100))));
        scope.ready();
        colour(scope);
        Set<Long> lifted = lifted();
        List<Found> standing = new ArrayList<>();
        // the words of a topic do not hide the pattern that they hold
        List<Found> whole = new ArrayList<>(
                whole(found.stream().filter(each -> !topic(each)).toList()));
        whole(found).stream().filter(this::topic).forEach(whole::add);
        for (Found each : whole) {
            int percent = each.span().parts().stream()
                    .mapToInt(part -> scope.percent(part, each.span().parts()))
                    .reduce(100, (a, b) -> a < 100 || b < 100 ? Math.min(a, b) : Math.max(a, b));
            if (percent == 0) {
                denied.add(table.rules().get(each.rule()).code());
            }
            if (percent > 0 && !lifted.contains(key(each.rule(), clause[each.from()])) && !calmed(each.rule())) {
                standing.add(new Found(each.rule(), each.span(), each.single(), percent));
            }
        }
        return standing;
    }

    /** The codes of which the text says that it does not speak; known after {@link #found()}. */
    Set<String> denied() {
        return denied;
    }

    /** The words that hint at a category; known after {@link #found()}. */
    SignalHints hints() {
        return hints;
    }

    /** Whether the text has words that take away the meaning of a row about the whole of it, wherever they stand. */
    private boolean calmed(int rule) {
        return table.rules().get(rule).kind().frames() && unless.containsKey(rule);
    }

    private SignalRule.Kind kind(SignalTable.Use use) {
        return table.rules().get(use.rule()).kind();
    }

    private void take(SignalTable.Use use, Place place, Cover longer, Cover plain, SignalScope scope) {
        Span span = new Span(List.of(new int[] {place.from(), place.to()}), use.shown());
        if (use.part() == SignalTable.Use.UNLESS) {
            unless.computeIfAbsent(use.rule(), rule -> new ArrayList<>()).add(span);
            return;
        }
        SignalRule.Kind kind = kind(use);
        if (kind == SignalRule.Kind.HINT) {
            hints.add(table.rules().get(use.rule()), use.shown(), place.from());
            return;
        }
        boolean covered = plain.covers(place.from(), place.to())
                || (kind.colours() && plain.runsOn(place.to()))
                || (kind == SignalRule.Kind.TURN && longer.covers(place.from(), place.to()));
        if (covered) {
            return;
        }
        if (kind == SignalRule.Kind.TURN) {
            scope.turn(place.from());
        } else if (kind != SignalRule.Kind.PLAIN) {
            chain(use, span);
        }
    }

    private void chain(SignalTable.Use use, Span span) {
        long group = key(use.rule(), use.group());
        List<List<String>> parts = table.pattern(use.rule()).groups().get(use.group());
        Span whole = span;
        if (use.part() > 0) {
            Span[] sofar = chains.get(group);
            Span before = sofar == null ? null : sofar[use.part() - 1];
            if (before == null || !follows(before, span.from())) {
                return;
            }
            whole = before.and(span, " .. ");
        }
        if (!use.last()) {
            chains.computeIfAbsent(group, key -> new Span[parts.size()])[use.part()] = whole;
        } else if (table.pattern(use.rule()).groups().size() > 1) {
            groups.add(use.rule(), use.group(), whole);
        } else {
            boolean single = table.pattern(use.rule()).single();
            (kind(use).colours() ? colours : found).add(new Found(use.rule(), whole, single, 100));
        }
    }

    private boolean follows(Span before, int from) {
        int gap = from - before.to();
        int most = from < text.length() && FoldedText.latin(text.at(from)) ? LATIN_GAP : GAP;
        return gap >= 0 && gap <= most && clause[from] == clause[before.to()];
    }

    /** Tells the scope which words say how others are meant: those that are no part of a longer word that counts. */
    private void colour(SignalScope scope) {
        Cover said = new Cover(text.length(), false);
        found.forEach(each -> each.span().parts().forEach(part -> said.add(part[0], part[1])));
        colours.forEach(each -> said.add(each.from(), each.span().to()));
        unless.values().forEach(spans -> spans.forEach(span -> said.add(span.from(), span.to())));
        Set<Long> lifted = lifted();
        for (Found each : colours) {
            if (!said.covers(each.from(), each.span().to())
                    && !lifted.contains(key(each.rule(), clause[each.from()]))) {
                scope.add(
                        table.rules().get(each.rule()), each.from(), each.span().to());
            }
        }
    }

    private Set<Long> lifted() {
        Set<Long> lifted = new HashSet<>();
        unless.forEach((rule, spans) -> spans.forEach(span -> lifted.add(key(rule, clause[span.from()]))));
        return lifted;
    }

    private static long key(int rule, int clause) {
        return ((long) rule << 32) | clause;
    }

    private boolean topic(Found each) {
        return table.rules().get(each.rule()).kind() == SignalRule.Kind.TOPIC;
    }

    /** Without the words that are only part of a longer one; what the text is as a whole is heard in any word. */
    private List<Found> whole(List<Found> all) {
        List<Found> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(Found::from)
                .thenComparing(each -> each.span().to(), Comparator.reverseOrder()));
        // the words of a topic do not hide the pattern that they hold
        List<Found> whole = new ArrayList<>();
        int from = -1;
        int reached = -1;
        for (Found each : sorted) {
            int to = each.span().to();
            boolean inside = each.single() && to <= reached && !(each.from() == from && to == reached);
            boolean frame = table.rules().get(each.rule()).kind().frames();
            if (!inside || frame) {
                whole.add(each);
            }
            if (each.single() && to > reached && !frame) {
                from = each.from();
                reached = to;
            }
        }
        return whole;
    }

    /** What the words of a text cover. */
    private static final class Cover {
        private final int[] reach;
        private final boolean itself;
        private boolean ready;

        Cover(int length, boolean itself) {
            this.reach = new int[length + 1];
            this.itself = itself;
        }

        void add(int from, int to) {
            reach[from] = Math.max(reach[from], to);
        }

        private void ready() {
            for (int i = 1; i < reach.length && !ready; i++) {
                reach[i] = Math.max(reach[i], reach[i - 1]);
            }
            ready = true;
        }

        /** Whether a word begins before and ends after. */
        boolean runsOn(int at) {
            ready();
            return at > 0 && reach[at - 1] > at;
        }

        /** Whether a longer word covers these, or, where a word covers itself, one as long. */
        boolean covers(int from, int to) {
            ready();
            return itself ? reach[from] >= to : reach[from] > to || (from > 0 && reach[from - 1] >= to);
        }
    }
}
