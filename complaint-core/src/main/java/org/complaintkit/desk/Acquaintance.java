package org.complaintkit.desk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Joined;
import org.complaintkit.lifecycle.Persons;
import org.complaintkit.model.Complainant;

/**
 * Whom of a case that is merged the carrier knows already, by whatever case: its complainant may complain by two cases, and
 * by one that was merged before. Who gave neither name nor contact, or was erased, is taken for somebody else.
 */
final class Acquaintance {
    private final Function<String, Optional<Complainant>> complainants;
    /** Whoever was looked up, by case: a merger asks for him once for each person of the other case. */
    private final Map<String, Optional<Complainant>> found = new HashMap<>();

    /** For one merger, with what tells the complainant of a case; empty where the case is not stored. */
    Acquaintance(Function<String, Optional<Complainant>> complainants) {
        this.complainants = complainants;
    }

    /** The persons of a case, each by the name by which the carrier knows him; by his own where it does not. */
    Persons persons(Case merged, Case carrier) {
        Persons brought = Persons.of(merged);
        Map<String, Set<String>> circle = circle(carrier);
        Map<String, Integer> known = new LinkedHashMap<>();
        Set<String> met = new HashSet<>(brought.known().keySet());
        brought.known().forEach((person, count) -> {
            String name = circle.containsKey(person) ? person : met(person, circle, met);
            met.add(name);
            known.merge(name, count, Math::max);
        });
        return new Persons(known, brought.told());
    }

    /** The persons whom the carrier knows, with all cases that are each one's. */
    private static Map<String, Set<String>> circle(Case carrier) {
        Map<String, Set<String>> circle = new LinkedHashMap<>();
        Persons.of(carrier).known().keySet().forEach(person -> circle.put(person, new TreeSet<>(List.of(person))));
        for (CaseEvent joined : Joined.carried(carrier)) {
            circle.computeIfAbsent(Persons.complainant(joined), person -> new TreeSet<>())
                    .add(joined.value(Joined.FROM));
        }
        return circle;
    }

    /** Two persons of the merged case are two to the carrier as well. */
    private String met(String person, Map<String, Set<String>> circle, Set<String> met) {
        return complainant(person)
                .filter(each -> each.samePerson(each))
                .flatMap(each -> circle.entrySet().stream()
                        .filter(other -> !met.contains(other.getKey()) && same(each, other.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .orElse(person);
    }

    private Optional<Complainant> complainant(String caseId) {
        return found.computeIfAbsent(caseId, complainants);
    }

    /** Whether somebody is the one whose cases these are: nothing that he gave in any of them speaks against it. */
    private boolean same(Complainant one, Set<String> cases) {
        List<Complainant> given =
                cases.stream().flatMap(id -> complainant(id).stream()).toList();
        return given.stream().anyMatch(one::samePerson) && given.stream().noneMatch(one::differs);
    }
}
