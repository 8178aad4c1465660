package org.complaintkit.rules.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.pack.RuleForm;

/**
 * Holds two versions of a table against each other. Rows that are equal belong together; of the rest, rows of one name, in
 * their order; what still stands alone was added or removed. Used once.
 */
final class TableDiff {
    private final Part part;
    private final List<Row> before;
    private final List<Row> after;
    private final List<Row> same = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    private TableDiff(Part part, List<Row> before, List<Row> after) {
        this.part = part;
        this.before = new ArrayList<>(before);
        this.after = new ArrayList<>(after);
    }

    static List<Change> of(Part part, List<Row> before, List<Row> after) {
        if (before.equals(after)) {
            return List.of();
        }
        TableDiff diff = new TableDiff(part, before, after);
        diff.equal();
        if (part.ordered()) {
            diff.moved(
                    before.stream().filter(diff.same::contains).toList(),
                    after.stream().filter(diff.same::contains).toList());
        }
        diff.changed();
        diff.renamed();
        diff.after.forEach(row -> diff.changes.add(change(Change.Kind.ADDED, row, alone(row, true))));
        diff.before.forEach(row -> diff.changes.add(change(Change.Kind.REMOVED, row, alone(row, false))));
        return diff.changes;
    }

    private void equal() {
        Map<Row, Integer> count = new LinkedHashMap<>();
        after.forEach(row -> count.merge(row, 1, Integer::sum));
        before.removeIf(row -> {
            boolean there = count.getOrDefault(row, 0) > 0;
            if (there) {
                count.merge(row, -1, Integer::sum);
                same.add(row);
            }
            return there;
        });
        same.forEach(after::remove);
    }

    private void changed() {
        for (Row old : List.copyOf(before)) {
            after.stream().filter(row -> row.id().equals(old.id())).findFirst().ifPresent(now -> pair(old, now, false));
        }
    }

    /** A rule under another name that says the same is no new rule. */
    private void renamed() {
        if (part == Part.RULE) {
            for (Row old : List.copyOf(before)) {
                after.stream()
                        .filter(row ->
                                stage(row).equals(stage(old)) && body(row).equals(body(old)))
                        .findFirst()
                        .ifPresent(now -> pair(old, now, true));
            }
        }
    }

    /** A rule that is written in another form is the same rule, as long as it answers the same question. */
    private static String stage(Row row) {
        return RuleForm.stage(row.file()).map(Stage::file).orElse(row.file());
    }

    private static List<String> body(Row rule) {
        return List.of(rule.cells().getOrDefault("when", ""), rule.cells().getOrDefault("then", ""));
    }

    private void pair(Row old, Row now, boolean named) {
        before.remove(old);
        after.remove(now);
        List<Detail> details = new ArrayList<>();
        if (named) {
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
        if (!details.isEmpty()) {
            changes.add(change(Change.Kind.CHANGED, now, details));
        }
    }

    /** The fewest rows that explain another order: those outside a longest sequence that kept it. */
    private void moved(List<Row> then, List<Row> now) {
        if (then.equals(now) || new HashSet<>(then).size() < then.size()) {
            return;
        }
        Map<Row, Integer> place = new LinkedHashMap<>();
        then.forEach(row -> place.put(row, place.size()));
        int[] order = now.stream().mapToInt(place::get).toArray();
        int[] length = new int[order.length];
        int[] from = new int[order.length];
        int best = 0;
        for (int i = 0; i < order.length; i++) {
            length[i] = 1;
            from[i] = -1;
            for (int j = 0; j < i; j++) {
                if (order[j] < order[i] && length[j] >= length[i]) {
                    length[i] = length[j] + 1;
                    from[i] = j;
                }
            }
            best = length[i] > length[best] ? i : best;
        }
        boolean[] kept = new boolean[order.length];
        for (int i = best; i >= 0; i = from[i]) {
            kept[i] = true;
        }
        for (int i = 0; i < order.length; i++) {
            if (!kept[i]) {
                changes.add(change(Change.Kind.MOVED, now.get(i), List.of()));
            }
        }
    }

    private static List<Detail> alone(Row row, boolean added) {
        return row.cells().entrySet().stream()
                .filter(cell -> !cell.getValue().isEmpty())
                .map(cell -> added
                        ? new Detail(cell.getKey(), "", cell.getValue())
                        : new Detail(cell.getKey(), cell.getValue(), ""))
                .toList();
    }

    private static Change change(Change.Kind kind, Row row, List<Detail> details) {
        return new Change(kind, row.part(), row.file(), row.id(), row.clause(), details);
    }
}
