package org.complaintkit.rules.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.ObservedRuleBook;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.Clause;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.rules.drools.DroolsRuleBook;

/**
 * Which rules and clauses of a pack its cases reach. A rule is reached when it fires; a clause when one of the rules or
 * rows that execute it shows in an answer; a row of a table of time in each {@link TableState}. Clauses that only a person, the library or a parameter carries out are not
 * counted. Not thread-safe.
 */
public final class CaseCoverage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> COUNTED =
            Set.of("rule", "deadline", "report", "extension", "escalation", "duty", "prohibition", "finding", "amount");

    private final DroolsRuleBook book;
    private final Set<String> reached = new TreeSet<>();
    private final Set<TableState> shown = new HashSet<>();

    private CaseCoverage(DroolsRuleBook book) {
        this.book = book;
    }

    /** Of a pack that no case has reached yet. */
    public static CaseCoverage of(DroolsRuleBook book) {
        return new CaseCoverage(book);
    }

    /** The pack, telling which of its rules fire: cases are run with it instead. */
    public RuleBook watched() {
        return new ObservedRuleBook(
                book,
                (answering, stage, situation, proposals) ->
                        proposals.forEach(proposal -> reached.add("rule:" + proposal.rule())));
    }

    /**
     * Takes in what a case came to.
     *
     * @param answer in the exchange format
     * @throws InvalidInputException if it is none
     */
    public void answered(String answer) {
        try {
            JsonNode json = JSON.readTree(answer);
            entries("deadline", json.path("deadlines"));
            entries("deadline", json.path("previousDeadlines"));
            json.path("reports").forEach(period -> entries("deadline", period.path("deadlines")));
            json.path("amounts").fieldNames().forEachRemaining(name -> reached.add("amount:" + name));
            Map.of("escalations", "escalation", "duties", "duty", "prohibitions", "prohibition", "findings", "finding")
                    .forEach((key, kind) -> json.path(key).forEach(code -> reached.add(kind + ":" + code.asText())));
        } catch (JsonProcessingException e) {
            throw CaseFiles.malformed("answer");
        }
    }

    /** Takes in how a case stands. */
    public void stands(Case value) {
        shown.addAll(TableState.shown(book.policy(), value));
    }

    /** How many states the rows of the tables of deadlines, extensions, pauses and escalations can show. */
    public int states() {
        return TableState.of(book.policy(), book.rules()).size();
    }

    /** The states of rows that no case shows. */
    public List<TableState> statesMissed() {
        return TableState.of(book.policy(), book.rules()).stream()
                .filter(each -> !shown.contains(each))
                .toList();
    }

    private void entries(String kind, JsonNode list) {
        list.forEach(entry -> reached.add(kind + ":" + entry.path("id").asText()));
    }

    /** How many rules the pack has. */
    public int rules() {
        return book.rules().size();
    }

    /** Names of the rules that no case has made fire, with their places. */
    public List<String> rulesMissed() {
        return book.rules().stream()
                .filter(rule -> !reached.contains("rule:" + rule.name()))
                .map(rule -> rule.name() + "  (" + rule.file() + ":" + rule.at() + ")")
                .toList();
    }

    /** How many clauses can be reached. */
    public long clauses() {
        return book.policy().clauses().values().stream()
                .filter(CaseCoverage::counted)
                .count();
    }

    /** Ids of the clauses that can be reached and that no case has. */
    public List<String> clausesMissed() {
        return book.policy().clauses().values().stream()
                .filter(CaseCoverage::counted)
                .filter(clause -> clause.executedBy().stream().noneMatch(this::shows))
                .map(Clause::id)
                .toList();
    }

    private static boolean counted(Clause clause) {
        return clause.executedBy().stream().anyMatch(each -> COUNTED.contains(each.split(":", 2)[0]));
    }

    private boolean shows(String artefact) {
        String[] parts = artefact.split(":", 2);
        String name = parts.length < 2 ? "" : parts[1].strip();
        if (parts[0].equals("extension")) {
            return book.policy().extensions().stream()
                    .filter(extension -> extension.extended().equals(name))
                    .map(ExtensionRule::into)
                    .anyMatch(into -> reached.contains("deadline:" + into));
        }
        String kind = parts[0].equals("report") ? "deadline" : parts[0];
        return reached.contains(kind + ":" + name) || reached.contains(kind + ":" + name.split("/", 2)[0]);
    }
}
