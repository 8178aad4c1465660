package org.complaintkit.rules.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.pack.RuleForm;

/**
 * Holds two versions of a table against each other. Rows that are equal belong together; of the rest, rows of one name, in
 * their order; what still stands alone was added or removed. Where the order counts, the place of a row counts as one of its
 * values. Used once.
 */
final class TableDiff {
    private final Part part;
    private final List<Row> before;
    private final List<Row> after;

    /** Rows of the older table that are still alone, by their place. */
    private final SortedMap<Integer, Row> old = new TreeMap<>();

    private final SortedMap<Integer, Row> now = new TreeMap<>();
    private final List<Pair> pairs = new ArrayList<>();

    /** Places of one row in both tables, from 0. */
    private record Pair(int from, int to) {}

    private TableDiff(Part part, List<Row> before, List<Row> after) {
        this.part = part;
        this.before = before;
        this.after = after;
        for (int i = 0; i < before.size(); i++) {
            old.put(i, before.get(i));
        }
        for (int i = 0; i < after.size(); i++) {
            now.put(i, after.get(i));
        }
    }

    static List<Change> of(Part part, List<Row> before, List<Row> after) {
        if (before.equals(after)) {
            return List.of();
        }
        TableDiff diff = new TableDiff(part, before, after);
        diff.pair(Function.identity());
        diff.pair(Row::id);
        if (part == Part.RULE) {
            diff.pair(TableDiff::content);
        }
        return diff.changes();
    }

    /** By hash, since a large table has no time for each row against each. */
    private void pair(Function<Row, ?> key) {
        Map<Object, Deque<Integer>> places = new HashMap<>();
        now.forEach((place, row) -> places.computeIfAbsent(key.apply(row), each -> new ArrayDeque<>())
                .add(place));
        for (int from : List.copyOf(old.keySet())) {
            Integer to = places.getOrDefault(key.apply(before.get(from)), new ArrayDeque<>())
                    .poll();
            if (to != null) {
                pair(from, to);
            }
        }
    }

    private void pair(int from, int to) {
        old.remove(from);
        now.remove(to);
        pairs.add(new Pair(from, to));
    }

    private List<Change> changes() {
        Set<Pair> moved = part.ordered() ? moved() : Set.of();
        List<Change> changes = new ArrayList<>();
        pairs.stream()
                .filter(moved::contains)
                .filter(pair -> before.get(pair.from()).equals(after.get(pair.to())))
                .sorted(Comparator.comparing(Pair::to))
                .forEach(pair -> changes.add(change(Change.Kind.MOVED, after.get(pair.to()), List.of(place(pair)))));
        for (Pair pair : pairs) {
            List<Detail> details = details(before.get(pair.from()), after.get(pair.to()));
            if (!details.isEmpty()) {
                if (moved.contains(pair)) {
                    details.add(place(pair));
                }
                changes.add(change(Change.Kind.CHANGED, after.get(pair.to()), details));
            }
        }
        now.forEach((place, row) -> {
            List<Detail> details = alone(row, true);
            if (part.ordered() && !before.isEmpty()) {
                details.add(new Detail(Change.PLACE, "", String.valueOf(place + 1)));
            }
            changes.add(change(Change.Kind.ADDED, row, details));
        });
        old.values().forEach(row -> changes.add(change(Change.Kind.REMOVED, row, alone(row, false))));
        return changes;
    }

    private static Detail place(Pair pair) {
        return new Detail(Change.PLACE, String.valueOf(pair.from() + 1), String.valueOf(pair.to() + 1));
    }

    /** A rule under another name that says the same is no new rule. */
    private static List<String> content(Row rule) {
        return List.of(
                stage(rule), rule.cells().getOrDefault("when", ""), rule.cells().getOrDefault("then", ""));
    }

    /** A rule that is written in another form is the same rule, as long as it answers the same question. */
    private static String stage(Row row) {
        return RuleForm.stage(row.file()).map(Stage::file).orElse(row.file());
    }

    private static List<Detail> details(Row old, Row now) {
        List<Detail> details = new ArrayList<>();
        if (!old.id().equals(now.id())) {
            details.add(new Detail("name", old.id(), now.id()));
        }
        if (!stage(old).equals(stage(now))) {
            details.add(new Detail("stage", stage(old), stage(now)));
        }
        Set<String> fields = new LinkedHashSet<>(old.cells().keySet());
        fields.addAll(now.cells().keySet());
        for (String field : fields) {
            String was = old.cells().getOrDefault(field, "");
            String is = now.cells().getOrDefault(field, "");
            if (!was.equals(is)) {
                details.add(new Detail(field, was, is));
            }
        }
        return details;
    }

    /** The fewest rows that explain another order: those outside a longest sequence that kept it. */
    private Set<Pair> moved() {
        List<Pair> order = pairs.stream().sorted(Comparator.comparing(Pair::to)).toList();
        if (IntStream.range(1, order.size())
                .allMatch(i -> order.get(i - 1).from() < order.get(i).from())) {
            return Set.of();
        }
        int[] length = new int[order.size()];
        int[] before = new int[order.size()];
        int best = -1;
        for (int i = 0; i < length.length; i++) {
            length[i] = 1;
            before[i] = -1;
            for (int j = 0; j < i; j++) {
                if (order.get(j).from() < order.get(i).from() && length[j] >= length[i]) {
                    length[i] = length[j] + 1;
                    before[i] = j;
                }
            }
            best = best < 0 || length[i] > length[best] ? i : best;
        }
        Set<Pair> moved = new HashSet<>(order);
        for (int i = best; i >= 0; i = before[i]) {
            moved.remove(order.get(i));
        }
        return moved;
    }

    private static List<Detail> alone(Row row, boolean added) {
        List<Detail> details = new ArrayList<>();
        row.cells().forEach((field, text) -> {
            if (!text.isEmpty()) {
                details.add(added ? new Detail(field, "", text) : new Detail(field, text, ""));
            }
        });
        return details;
    }

    private static Change change(Change.Kind kind, Row row, List<Detail> details) {
        return new Change(kind, row.part(), row.file(), row.id(), row.clause(), details);
    }
}
