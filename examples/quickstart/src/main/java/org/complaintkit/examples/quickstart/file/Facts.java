package org.complaintkit.examples.quickstart.file;

import java.util.List;

/**
 * What a row means, in the codes of the packs.
 *
 * @param rules the rows of the mapping that said so, in their order
 */
public record Facts(List<Mapping.Rule> rules) {
    public Facts {
        rules = List.copyOf(rules);
    }

    public String complainantType() {
        return one("complainantType");
    }

    public String channel() {
        return one("channel");
    }

    /** Categories; empty where only a person can tell. */
    public List<String> categories() {
        return all("category");
    }

    public List<String> labels() {
        return all("label");
    }

    public List<String> causes() {
        return all("cause");
    }

    /** Types of the events that followed the answer. */
    public List<String> events() {
        return all("event");
    }

    private String one(String fact) {
        return all(fact).stream().findFirst().orElse("");
    }

    private List<String> all(String fact) {
        return rules.stream()
                .filter(rule -> rule.fact().equals(fact) && !rule.value().isEmpty())
                .map(Mapping.Rule::value)
                .distinct()
                .toList();
    }
}
