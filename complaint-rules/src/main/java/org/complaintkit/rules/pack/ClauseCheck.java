package org.complaintkit.rules.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.complaintkit.decision.Answer;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Policy;

/**
 * Holds both ends of a citation against each other: what {@code clauses.csv} says executes a clause must itself name the
 * clause, in its column {@code clause} or, where one row carries out several clauses, in {@code serves}; or a rule of the
 * clause must ask for it. What differs is a remark: the pack works, but its list of clauses claims too much.
 */
final class ClauseCheck {
    /** Findings that the library makes of a row of this table, whatever its rules say. */
    private static final Map<String, Set<String>> OF_ROWS = Map.of(
            "extensions.csv",
            Set.of(
                    "EXT_LATE",
                    "EXT_NO_GROUND",
                    "EXT_TOO_LONG",
                    "EXT_NOT_LATER",
                    "EXT_NOT_ADDRESSED",
                    "EXT_NOT_APPROVED",
                    "EXT_NO_NOTICE",
                    "EXT_NOTICE_NOT_IN_WRITING"),
            "numbers.csv",
            Set.of("NUMBER_OVERFLOW"),
            "deadlines.csv",
            Set.of("NO_WORKING_DAY_IN_WINDOW"));

    /** Kinds of things that cite no clause: nothing, the library, a channel of the model, the calendar of the pack. */
    private static final Set<String> WITHOUT_CITATION = Set.of("metadata", "library", "channel", "calendar");

    private static final Pattern EVENT_DATA = Pattern.compile("\\s*[\\[.]");

    private final Policy policy;
    private final List<RuleUse> rules;
    private final Faults faults;
    /** By kind and name of an artefact, the clauses that it names. */
    private final Map<String, Set<String>> cited = new HashMap<>();

    ClauseCheck(Policy policy, List<RuleUse> rules, Faults faults) {
        this.policy = policy;
        this.rules = rules;
        this.faults = faults;
    }

    void check(PackTables tables) {
        rows(tables);
        rules();
        policy.parameters().declared().values().forEach(this::parameter);
        tables.clauses().rows().forEach(this::clause);
    }

    private void rows(PackTables tables) {
        cite("deadline", "id", tables.deadlines());
        cite("report", "id", tables.reports());
        cite("role", "role", tables.roles());
        cite("retention", "id", tables.retention());
        cite("pause", "id", tables.pauses());
        for (Row row : tables.authority().rows()) {
            cite("authority", EVENT_DATA.split(row.text("act"), 2)[0], clauses(row));
            cite("finding", row.text("finding"), clauses(row));
        }
        tables.retention().rows().forEach(row -> cite("duty", row.text("duty"), clauses(row)));
        cite("extension", "extends", tables.extensions());
        cite("duty", "code", tables.duties());
        cite("form", "form", tables.forms());
        cite("escalation", "id", tables.escalations());
        cite("amount", "name", tables.amounts());
        cite("number", "number", tables.numbers());
        cite("measure", "measure", tables.measures());
        cite("indicator", "indicator", tables.indicators());
        Stream.of(tables.deadlines(), tables.reports())
                .flatMap(table -> table.rows().stream())
                .forEach(row -> row.list("on_breach").forEach(code -> {
                    cite("finding", code, clauses(row));
                    cite("escalation", code, clauses(row));
                }));
        tables.deadlines()
                .rows()
                .forEach(row -> row.list("on_warning").forEach(code -> cite("escalation", code, clauses(row))));
    }

    private void cite(String kind, String column, Table table) {
        for (Row row : table.rows()) {
            Set<String> clauses = clauses(row);
            cite(kind, row.text(column), clauses);
            cite(kind, DeadlineRule.code(row.text(column)), clauses);
            OF_ROWS.getOrDefault(table.file(), Set.of()).forEach(code -> cite("finding", code, clauses));
        }
    }

    private void rules() {
        for (RuleUse rule : rules) {
            Set<String> clauses = new TreeSet<>(rule.clauses());
            cite("rule", rule.name(), clauses);
            for (Answer answer : Answer.values()) {
                String prefix = answer.verb() + " ";
                rule.proposes().stream()
                        .filter(proposed -> proposed.startsWith(prefix))
                        .map(proposed -> proposed.substring(prefix.length()))
                        .forEach(code -> {
                            cite(kind(answer), code, clauses);
                            cite(kind(answer), DeadlineRule.code(code), clauses);
                        });
            }
            rule.parameters().forEach(id -> cite("parameter", id, clauses));
        }
    }

    /** What {@code executed_by} calls a thing that a verb asks for. */
    private static String kind(Answer answer) {
        return switch (answer) {
            case NO_EFFECT -> "finding";
            case ESCALATE -> "escalation";
            case SETTLED_ON -> "form";
            default -> answer.verb();
        };
    }

    private void parameter(Parameter parameter) {
        cite("parameter", parameter.id(), new TreeSet<>(References.clauseIds(parameter.clause())));
    }

    private void cite(String kind, String name, Set<String> clauses) {
        cited.computeIfAbsent(key(kind, name), key -> new TreeSet<>()).addAll(clauses);
    }

    private static Set<String> clauses(Row row) {
        Set<String> clauses = new TreeSet<>(References.clauseIds(row.text("clause")));
        clauses.addAll(References.clauseIds(row.text(PackTables.SERVES)));
        return clauses;
    }

    private static String key(String kind, String name) {
        return (kind.equals("report") ? "deadline" : kind) + " " + name;
    }

    private void clause(Row row) {
        for (String artefact : row.list("executed_by")) {
            int colon = artefact.indexOf(':');
            String kind = colon < 0 ? artefact : artefact.substring(0, colon);
            if (WITHOUT_CITATION.contains(kind)) {
                continue;
            }
            String name = artefact.substring(colon + 1).strip();
            Set<String> clauses = cited.get(key(kind, name));
            if (clauses != null && !clauses.isEmpty() && !clauses.contains(row.text("id"))) {
                faults.add(
                        FaultKind.CITES_ANOTHER_CLAUSE.told(String.join(", ", clauses), row.text("id")),
                        row.file(),
                        row.at("executed_by"),
                        artefact);
            }
        }
    }
}
