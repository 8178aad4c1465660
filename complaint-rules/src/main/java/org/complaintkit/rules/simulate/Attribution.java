package org.complaintkit.rules.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.rules.diff.Change;
import org.complaintkit.rules.diff.Detail;
import org.complaintkit.rules.diff.PackDiff;
import org.complaintkit.rules.diff.Part;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.syntax.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Finds the changed row or rule behind a difference: one on which the answer rested, before or after; else what changed an
 * earlier answer of the same case; else the calendar, the words of complaints or the way of counting. Immutable.
 */
final class Attribution {
    private static final Set<String> COUNTING = Set.of("calendar", "conventions", "zone", "cumulative");

    private final Map<Evidence.Ref, Set<Cause>> byRef = new HashMap<>();
    private final List<Cause> transitions = new ArrayList<>();
    private final List<Cause> all = new ArrayList<>();
    private final List<Cause> general = new ArrayList<>();
    private final List<Cause> words = new ArrayList<>();
    private final Map<String, Rule> rules = new HashMap<>();

    /**
     * An attribution for cases under these packs.
     *
     * @param calendars ids of calendars whose days changed
     */
    Attribution(List<DroolsRuleBook> before, List<DroolsRuleBook> after, List<String> calendars) {
        calendars.forEach(id -> general.add(new Cause(Cause.Kind.CALENDAR, id, null)));
        for (int i = 0; i < before.size(); i++) {
            Stream.of(before.get(i), after.get(i))
                    .flatMap(book -> book.rules().stream())
                    .forEach(rule -> rules.put(rule.name(), rule));
            String pack = after.get(i).policy().id();
            if (before.get(i) != after.get(i)) {
                PackDiff.of(before.get(i), after.get(i)).changes().forEach(change -> index(pack, change));
            }
        }
    }

    private void index(String pack, Change change) {
        Cause cause = Cause.change(pack, change);
        all.add(cause);
        at(change.part(), change.id(), cause);
        change.details().stream()
                .filter(detail -> detail.field().equals("name"))
                .forEach(detail -> at(change.part(), detail.before(), cause));
        switch (change.part()) {
            case TRANSITION -> transitions.add(cause);
            case SIGNAL -> words.add(cause);
            case PACK -> {
                if (change.details().stream().map(Detail::field).anyMatch(COUNTING::contains)) {
                    general.add(cause);
                }
            }
            default -> {}
        }
    }

    private void at(Part part, String id, Cause cause) {
        byRef.computeIfAbsent(Evidence.Ref.of(part, id), each -> new LinkedHashSet<>())
                .add(cause);
    }

    /** The causes of a case's differences, each with the differences that go back to it. */
    Map<Cause, List<Difference>> of(List<Difference> differences, Case before, Case after) {
        Map<Cause, List<Difference>> causes = new LinkedHashMap<>();
        List<Difference> left = new ArrayList<>();
        for (Difference difference : differences) {
            Set<Cause> direct = direct(difference, before, after);
            direct.forEach(cause ->
                    causes.computeIfAbsent(cause, each -> new ArrayList<>()).add(difference));
            if (direct.isEmpty()) {
                left.add(difference);
            }
        }
        for (Difference difference : left) {
            indirect(difference, causes, after)
                    .forEach(cause -> causes.computeIfAbsent(cause, each -> new ArrayList<>())
                            .add(difference));
        }
        return causes;
    }

    /** The cause why a case is taken in under one version and refused under the other. */
    Cause refused(@Nullable String value) {
        return all.stream()
                .filter(cause -> cause.change() != null && named(cause.change(), value))
                .findFirst()
                .orElseGet(this::together);
    }

    private static boolean named(Change change, @Nullable String value) {
        return value != null
                && (change.id().equals(value)
                        || (change.part() == Part.WORD && change.id().endsWith(" " + value)));
    }

    private Set<Cause> direct(Difference difference, Case before, Case after) {
        Set<Evidence.Ref> refs = new LinkedHashSet<>(Evidence.of(difference, before, rules));
        refs.addAll(Evidence.of(difference, after, rules));
        Set<Cause> causes = new LinkedHashSet<>();
        for (Evidence.Ref ref : refs) {
            causes.addAll(byRef.getOrDefault(ref, Set.of()));
            if (ref.part() == Part.TRANSITION) {
                transitions.stream()
                        .filter(cause ->
                                cause.change() != null && cause.change().id().contains(ref.id()))
                        .forEach(causes::add);
            }
        }
        return causes;
    }

    private Set<Cause> indirect(Difference difference, Map<Cause, List<Difference>> known, Case after) {
        Set<Cause> earlier = new LinkedHashSet<>();
        known.forEach((cause, differences) -> {
            if (differences.stream().anyMatch(each -> each.aspect().compareTo(difference.aspect()) <= 0)) {
                earlier.add(cause);
            }
        });
        if (!earlier.isEmpty()) {
            return earlier;
        }
        if (!known.isEmpty()) {
            return known.keySet().stream().limit(1).collect(Collectors.toSet());
        }
        Set<Cause> spoken = words.stream()
                .filter(cause -> cause.change() != null && speaks(cause.change(), difference))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!spoken.isEmpty() && !after.complaint().text().isEmpty()) {
            return spoken;
        }
        return general.isEmpty() ? Set.of(together()) : new LinkedHashSet<>(general);
    }

    /** Whether a row of words speaks for an answer. */
    private static boolean speaks(Change change, Difference difference) {
        return Stream.of(difference.before(), difference.after(), difference.subject())
                .anyMatch(code -> !code.isEmpty() && change.id().contains(" " + code + " "));
    }

    private Cause together() {
        return all.size() == 1 ? all.get(0) : new Cause(Cause.Kind.TOGETHER, "", null);
    }
}
