package org.complaintkit.rules.explain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Clause;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.wording.Words;

/** Words of citations, and the clauses cited so far. Not thread-safe. */
final class Cited {
    private final Map<String, Policy> policies;
    private final Words words;
    private final Map<String, Set<String>> seen = new TreeMap<>();

    Cited(Map<String, Policy> policies, Words words) {
        this.policies = policies;
        this.words = words;
    }

    /** Clauses, basis, and how sure the pack is of them. */
    String text(String pack, String clauses, Basis basis) {
        String id = pack.replaceFirst(" .*", "");
        List<String> ids = Stream.of(clauses.split("[,;]", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        seen.computeIfAbsent(id, each -> new TreeSet<>()).addAll(ids);
        String cited = ids.isEmpty() ? words.text("none") : String.join(", ", ids);
        String where = words.text("basis." + basis);
        return known(id, ids)
                .flatMap(clause -> Stream.ofNullable(clause.confidence()))
                .reduce((a, b) -> a.least(b))
                .map(sure -> words.text(
                        "cited.sure",
                        cited,
                        where,
                        policies.get(id)
                                .vocabulary()
                                .label("CONFIDENCE", sure.name(), Locale.forLanguageTag(words.language()))))
                .orElseGet(() -> words.text("cited", cited, where));
    }

    private Stream<Clause> known(String pack, List<String> ids) {
        Policy policy = policies.get(pack);
        return policy == null
                ? Stream.of()
                : ids.stream()
                        .flatMap(each -> Stream.ofNullable(policy.clauses().get(each)));
    }

    /** A clause and the pack that it is of. */
    record Of(Policy policy, Clause clause) {}

    /** The clauses cited so far, by pack in their order and in the order of the text. */
    List<Of> clauses() {
        return policies.values().stream()
                .flatMap(policy -> policy.clauses().values().stream()
                        .filter(clause ->
                                seen.getOrDefault(policy.id(), Set.of()).contains(clause.id()))
                        .map(clause -> new Of(policy, clause)))
                .toList();
    }
}
