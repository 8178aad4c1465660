package org.complaintkit.rules.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.syntax.Rule;

/**
 * What differs between two packs, in terms of the policy: clauses, numbers, rules, parameters, labels. Immutable and
 * thread-safe; the same packs give the same bytes.
 */
public final class PackDiff {
    private final PackVersion before;
    private final PackVersion after;
    private final List<Change> changes;
    private final boolean sameOrder;

    private PackDiff(PackVersion before, PackVersion after, List<Change> changes, boolean sameOrder) {
        this.before = before;
        this.after = after;
        this.changes = List.copyOf(changes);
        this.sameOrder = sameOrder;
    }

    /** Compares two packs that were read; nothing of them is run. */
    public static PackDiff of(CheckedPack before, CheckedPack after) {
        return of(before.policy(), before.rules(), after.policy(), after.rules());
    }

    /** Compares two packs that are loaded, with the parameters that are set in each. */
    public static PackDiff of(DroolsRuleBook before, DroolsRuleBook after) {
        return of(before.policy(), before.rules(), after.policy(), after.rules());
    }

    private static PackDiff of(Policy before, List<Rule> rulesBefore, Policy after, List<Rule> rulesAfter) {
        Map<Part, List<Row>> then = PackRows.of(before, rulesBefore);
        Map<Part, List<Row>> now = PackRows.of(after, rulesAfter);
        List<Change> changes = new ArrayList<>();
        for (Part part : Part.values()) {
            changes.addAll(TableDiff.of(part, then.getOrDefault(part, List.of()), now.getOrDefault(part, List.of())));
        }
        boolean sameOrder = Stream.of(Part.values())
                .filter(part -> part != Part.RULE && part != Part.CLAUSE)
                .allMatch(part -> names(then, part).equals(names(now, part)));
        return new PackDiff(before.pack(), after.pack(), changes, sameOrder);
    }

    private static List<String> names(Map<Part, List<Row>> rows, Part part) {
        return rows.getOrDefault(part, List.of()).stream().map(Row::id).toList();
    }

    /** The older pack. */
    public PackVersion before() {
        return before;
    }

    /** The newer pack. */
    public PackVersion after() {
        return after;
    }

    /** All differences, by part, in the order of the packs; empty if both say the same. */
    public List<Change> changes() {
        return changes;
    }

    /**
     * Whether all tables but those of clauses and rules have the same rows in the same order, by what names a row. Another
     * order is a change, and is told, where it is known to count; whoever must not rely on that asks here.
     */
    public boolean sameOrder() {
        return sameOrder;
    }

    /** For people: the changes of each part with the values before and after; in English or Chinese. */
    public String text(Locale locale) {
        return new DiffText(locale).of(this);
    }

    /** For programs: one JSON object, on one line, in no language. */
    public String json() {
        return DiffJson.of(this);
    }
}
