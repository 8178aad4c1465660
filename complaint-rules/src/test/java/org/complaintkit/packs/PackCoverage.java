package org.complaintkit.packs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.decision.ObservedRuleBook;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.Policy;
import org.complaintkit.report.ReportDuty;
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
        kinds.addAll(ReportCoverage.all());
        kinds.add(new ExtensionCoverage());
        kinds.addAll(ObligationCoverage.all());
        kinds.add(new FormCoverage());
        kinds.addAll(BookCoverage.all());
        kinds.addAll(SafeguardCoverage.all());
        return kinds;
    }

    /** Runs all worked cases of all packs; a case of several packs counts for each of them. */
    static PackCoverage of(Packs packs) throws IOException {
        PackCoverage coverage = new PackCoverage(packs);
        for (String id : packs.ids()) {
            for (WorkedCase worked : PackCasesTest.casesOf(id)) {
                worked.handled(coverage::watched, Map.of()).ifPresent(coverage::ended);
                worked.reported(packs::get).forEach(coverage::reported);
            }
        }
        return coverage;
    }

    private RuleBook watched(String id) {
        DroolsRuleBook pack = packs.get(id);
        return new ObservedRuleBook(
                pack,
                (book, stage, situation, proposals) -> kinds().forEach(kind -> kind.asked(
                        pack,
                        new Coverage.Question(book.policy(), stage, situation),
                        proposals,
                        touched(id, kind)::add)));
    }

    private void ended(Case value) {
        for (String id : value.decisions().keySet()) {
            Policy policy = packs.get(id).policy();
            Policy inForce = policy.with(parameters(policy, value));
            kinds().forEach(kind -> kind.ended(inForce, value, touched(id, kind)::add));
        }
    }

    /** Of the parameters that a case was decided by, those of one policy. */
    static Map<String, Object> parameters(Policy policy, Case value) {
        Map<String, Object> set = new TreeMap<>(value.parameters());
        set.keySet().retainAll(policy.parameters().declared().keySet());
        return set;
    }

    private void reported(ReportDuty duty) {
        String id = duty.key().pack();
        kinds().forEach(kind -> kind.reported(duty, touched(id, kind)::add));
    }

    private Set<String> touched(String pack, Coverage kind) {
        return touched.computeIfAbsent(pack, id -> new TreeMap<>())
                .computeIfAbsent(kind.title(), title -> new TreeSet<>());
    }

    /** What a pack declares and no case touches, though one could. */
    List<String> missing(String pack, Coverage kind) {
        Set<String> exempt = exempt(pack, kind).keySet();
        return kind.declared(packs.get(pack))
                .filter(thing -> !exempt.contains(thing) && !touched(pack, kind).contains(thing))
                .toList();
    }

    /** What no case touches because none can, with the reason. */
    private Map<String, String> exempt(String pack, Coverage kind) {
        Map<String, String> exempt = new TreeMap<>(kind.exempt(packs.get(pack)));
        exempt.keySet().removeAll(touched(pack, kind));
        return exempt;
    }

    /** A table of kinds by packs, {@code touched/touchable}, and below it what is exempt and why. */
    List<String> report() {
        List<String> lines = new ArrayList<>();
        lines.add(line("", packs.ids().stream()));
        for (Coverage kind : kinds()) {
            lines.add(line(kind.title(), packs.ids().stream().map(pack -> count(pack, kind))));
        }
        for (Coverage kind : kinds()) {
            packs.ids()
                    .forEach(pack -> exempt(pack, kind)
                            .forEach((thing, reason) ->
                                    lines.add(kind.title() + ", " + pack + " exempt: " + thing + ": " + reason)));
        }
        return lines;
    }

    /** All packs in one line. */
    String summary() {
        return kinds().stream()
                .map(kind -> kind.title() + " "
                        + packs.ids().stream()
                                .mapToLong(pack -> touchable(pack, kind)
                                        - missing(pack, kind).size())
                                .sum()
                        + "/"
                        + packs.ids().stream()
                                .mapToLong(pack -> touchable(pack, kind))
                                .sum())
                .collect(Collectors.joining(", ", "worked cases touch: ", ""));
    }

    private long touchable(String pack, Coverage kind) {
        return kind.declared(packs.get(pack)).count() - exempt(pack, kind).size();
    }

    private String count(String pack, Coverage kind) {
        long all = touchable(pack, kind);
        return all == 0 ? "-" : all - missing(pack, kind).size() + "/" + all;
    }

    private static String line(String title, Stream<String> cells) {
        return String.format(Locale.ROOT, "%-32s", title)
                + cells.map(cell -> String.format(Locale.ROOT, "%8s", cell)).collect(Collectors.joining());
    }
}
