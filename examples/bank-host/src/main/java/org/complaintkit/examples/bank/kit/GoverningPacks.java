package org.complaintkit.examples.bank.kit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.rules.Packs;

/**
 * The packs in force, with the parameters that the institution sets. Immutable and thread-safe.
 *
 * @param books the institution's own pack first
 */
public record GoverningPacks(List<RuleBook> books) {
    public GoverningPacks {
        books = List.copyOf(books);
    }

    /**
     * Chooses packs and sets each parameter in the packs that declare it.
     *
     * @throws InvalidInputException if no pack is named, one is unknown or named twice, or a parameter is unknown or has a
     *     value that its pack does not allow
     */
    static GoverningPacks of(Packs packs, List<String> ids, Map<String, String> parameters) {
        return of(packs, List.of(), ids, parameters);
    }

    /** The same with some packs from elsewhere. */
    static GoverningPacks of(Packs packs, List<Packs> elsewhere, List<String> ids, Map<String, String> parameters) {
        if (ids.isEmpty() || new HashSet<>(ids).size() < ids.size()) {
            throw InvalidInputException.of("GOVERNING_PACKS", "complaint-kit.packs")
                    .value(ids)
                    .rule("at least one pack, each once; " + packs.ids() + " are on the class path")
                    .wayOut("name the institution's own pack first and that of the highest authority last")
                    .build();
        }
        Set<String> unplaced = new HashSet<>(parameters.keySet());
        List<RuleBook> books = ids.stream()
                .map(id -> elsewhere.stream()
                        .filter(each -> each.ids().contains(id))
                        .findFirst()
                        .orElse(packs)
                        .get(id))
                .<RuleBook>map(book -> {
                    Map<String, String> own = new TreeMap<>(parameters);
                    own.keySet().retainAll(book.policy().parameters().declared().keySet());
                    unplaced.removeAll(own.keySet());
                    return book.with(own);
                })
                .toList();
        unplaced.stream().sorted().findFirst().ifPresent(id -> {
            throw InvalidInputException.of("UNKNOWN_PARAMETER", "complaint-kit.parameters")
                    .value(id)
                    .rule("a parameter that one of " + ids + " declares")
                    .wayOut("correct its name, or leave it out")
                    .build();
        });
        return new GoverningPacks(books);
    }

    /** Their policies. */
    public List<Policy> policies() {
        return books.stream().map(RuleBook::policy).toList();
    }

    /** All codes that they speak in. */
    public Vocabulary vocabulary() {
        return policies().stream()
                .map(Policy::vocabulary)
                .reduce(Vocabulary::plus)
                .orElseThrow();
    }

    /** Id and version of each. */
    public List<String> labels() {
        return policies().stream().map(Policy::pack).map(PackVersion::label).toList();
    }
}
