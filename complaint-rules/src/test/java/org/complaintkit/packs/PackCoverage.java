package org.complaintkit.packs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.drools.DroolsRuleBook;

/** What the worked cases of the packs touch of what the packs declare, kind by kind. */
final class PackCoverage {
    private final Packs packs;
    /** What was touched, by pack and kind. */
    private final Map<String, Map<String, Set<String>>> touched = new TreeMap<>();

    private PackCoverage(Packs packs) {
        this.packs = packs;
    }

    /** All kinds; what a kind is, its class says. */
    static List<Coverage> kinds() {
        List<Coverage> kinds = new ArrayList<>(RuleCoverage.all());
        kinds.addAll(DeadlineCoverage.all());
        kinds.add(new ExtensionCoverage());
        kinds.addAll(ObligationCoverage.all());
        kinds.add(new FormCoverage());
        kinds.addAll(BookCoverage.all());
        return kinds;
    }

    /** Runs all worked cases of all packs; a case of several packs counts for each of them. */
    static PackCoverage of(Packs packs) throws IOException {
        PackCoverage coverage = new PackCoverage(packs);
        for (String id : packs.ids()) {
            for (WorkedCase worked : PackCasesTest.casesOf(id)) {
                worked.handled(coverage::watched, Map.of()).ifPresent(coverage::ended);
            }
        }
        return coverage;
    }

    private WatchedRuleBook watched(String id) {
        DroolsRuleBook pack = packs.get(id);
        return new WatchedRuleBook(
                pack,
                (question, proposals) ->
                        kinds().forEach(kind -> kind.asked(pack, question, proposals, touched(id, kind)::add)));
    }

    private void ended(Case value) {
        value.decisions()
                .keySet()
                .forEach(id ->
                        kinds().forEach(kind -> kind.ended(packs.get(id).policy(), value, touched(id, kind)::add)));
    }

    private Set<String> touched(String pack, Coverage kind) {
        return touched.computeIfAbsent(pack, id -> new TreeMap<>())
                .computeIfAbsent(kind.title(), title -> new TreeSet<>());
    }

    /** What a pack declares and no case touches, though one could. */
    List<String> missing(String pack, Coverage kind) {
        Set<String> exempt = kind.exempt(packs.get(pack)).keySet();
        return kind.declared(packs.get(pack))
                .filter(thing -> !exempt.contains(thing))
                .filter(thing -> !touched(pack, kind).contains(thing))
                .toList();
    }

    /** How much of a kind a pack has, of all packs where none is named: touched, touchable, and exempt. */
    int[] count(String pack, Coverage kind) {
        Stream<String> of = pack.isEmpty() ? packs.ids().stream() : Stream.of(pack);
        int[] count = new int[3];
        of.forEach(id -> {
            DroolsRuleBook book = packs.get(id);
            int all = (int) kind.declared(book).count();
            int exempt = kind.exempt(book).size();
            count[1] += all - exempt;
            count[0] += all - exempt - missing(id, kind).size();
            count[2] += exempt;
        });
        return count;
    }

    Set<String> packs() {
        return Collections.unmodifiableSet(packs.ids());
    }

    Map<String, String> exempt(String pack, Coverage kind) {
        return kind.exempt(packs.get(pack));
    }
}
