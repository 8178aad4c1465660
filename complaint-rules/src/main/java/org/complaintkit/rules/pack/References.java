package org.complaintkit.rules.pack;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.calendar.Term;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.ReportRule;
import org.complaintkit.policy.StandstillRule;

/** Looks names up in a policy. What is not found is a fault, with the nearest name that exists. */
final class References {
    private static final Pattern SHARE = Pattern.compile("([1-9][0-9]?) ?%");
    private static final Set<String> SOFT = Set.of("IMMEDIATE", "PROMPT", "TIMELY");
    private final Policy policy;
    private final PolicyNames names;
    private final Set<String> rules;
    private final EventNames events;
    private final Faults faults;
    private final Map<String, StandstillRule> standstills = new HashMap<>();

    References(PolicyNames names, Set<String> rules, Set<String> milestones, Faults faults) {
        this.policy = names.policy();
        this.names = names;
        this.rules = rules;
        Set<String> moments = new TreeSet<>(milestones);
        moments.add(EventNames.RECOGNISED);
        moments.addAll(EventNames.MOMENTS);
        moments.add(EventNames.FOLLOW_UP_DUE);
        moments.add(EventNames.FOLLOW_UP_MOVED);
        this.events = new EventNames(names, moments, faults);
        this.faults = faults;
    }

    /** Clause ids, separated by comma or semicolon. */
    static List<String> clauseIds(String text) {
        return Arrays.stream(text.split("[,;]", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    void clauses(Row row) {
        for (String column : List.of("clause", PackTables.SERVES)) {
            if (row.cells().containsKey(column)) {
                clauseIds(row.text(column)).forEach(id -> clause(id, row.file(), row.at(column)));
            }
        }
    }

    void clause(String id, String file, Position at) {
        oneOf(FaultKind.UNKNOWN_CLAUSE.told(), id, policy.clauses().keySet(), file, at);
    }

    /** A code of the vocabulary. */
    void code(String kind, String code, Row row, String column) {
        if (!code.isEmpty()) {
            code(kind, code, row.file(), row.at(column));
        }
    }

    void code(String kind, String code, String file, Position at) {
        Set<String> known = policy.vocabulary().kind(kind).keySet();
        if (!known.contains(code)) {
            faults.add(names.unknown(kind, code, known), file, at, code);
        }
    }

    /** An id that a table declares and that the vocabulary must name for people. */
    void label(String kind, Row row, String column) {
        label(kind, row, column, row.text(column));
    }

    /** The same, for the part of a cell that the outside sees. */
    void label(String kind, Row row, String column, String code) {
        if (!code.isEmpty() && !policy.vocabulary().knows(kind, code)) {
            row.fault(column, FaultKind.LABEL_MISSING.told(kind, code));
        }
    }

    void deadline(Row row, String column) {
        deadline(row.text(column), row, column);
    }

    void deadline(String id, Row row, String column) {
        oneOf(FaultKind.UNKNOWN_DEADLINE.told(), id, policy.deadlines().keySet(), row.file(), row.at(column));
    }

    void events(EventExpression expression, Row row, String column) {
        expression.patterns().forEach(pattern -> event(pattern, row.file(), row.at(column)));
    }

    void event(EventPattern pattern, String file, Position at) {
        events.check(pattern, file, at);
    }

    void escalation(String id, String file, Position at) {
        Set<String> known = policy.escalations().keySet();
        oneOf(FaultKind.UNKNOWN_ESCALATION.told(), id, known, file, at);
    }

    void limit(LimitRule rule, Row row, String column) {
        switch (rule.kind()) {
            case SAME, LAST_WORKING_DAY, LAST_WORKING_DAY_BEFORE, LIMIT, GIVEN -> {}
            case SAID, EARLIEST_SAID -> event(rule.said(), row.file(), row.at(column));
            case FIRST_KNOWN -> rule.alternatives().forEach(each -> limit(each, row, column));
            case AS_DEADLINE -> rule.deadlines().forEach(id -> deadline(id, row, column));
            case TERM, SOFT_WORD, BEFORE_LIMIT -> term(rule, row, column);
        }
    }

    private void term(LimitRule rule, Row row, String column) {
        try {
            Term.parse(rule.term(policy.parameters()));
        } catch (InvalidInputException e) {
            faults.add(e, row.file(), row.at(column));
        }
    }

    void within(Row row, String column) {
        String text = row.text(column);
        if (!text.isEmpty()) {
            limit(LimitRule.parse(text), row, column);
        }
    }

    /** A day from which, or up to which, something is owed: a date, or a parameter that is one. */
    void bound(Row row, String column) {
        try {
            ReportRule.day(row.text(column), policy.parameters(), column);
        } catch (InvalidInputException e) {
            faults.add(e, row.file(), row.at(column));
        }
    }

    /** A time that is left out: two days, the second not before the first. */
    void time(Row row) {
        Stream.ofNullable(standstills().get(row.text("id")))
                .filter(each -> !each.from().isEmpty() && !each.to().isEmpty())
                .forEach(each -> {
                    try {
                        each.time(policy.parameters(), policy.zone());
                    } catch (InvalidInputException e) {
                        faults.add(e, row.file(), row.at("from"));
                    }
                });
    }

    private Map<String, StandstillRule> standstills() {
        if (standstills.isEmpty()) {
            policy.safeguards().standstills().forEach(each -> standstills.putIfAbsent(each.id(), each));
        }
        return standstills;
    }

    void warnings(List<String> warnings, Row row, String column) {
        for (String warning : warnings) {
            if (!warning.equals("target")
                    && !warning.equals("as limit")
                    && !SHARE.matcher(warning).matches()
                    && !SOFT.contains(warning)) {
                limit(LimitRule.parse(warning), row, column);
            }
        }
    }

    void onBreach(List<String> codes, Row row, String column) {
        Set<String> known = names.of(
                "escalations and findings",
                () -> Stream.concat(policy.escalations().keySet().stream(), names.codes("FINDING").stream()));
        codes.forEach(code -> oneOf(FaultKind.UNKNOWN_BREACH.told(), code, known, row.file(), row.at(column)));
    }

    void rule(String name, String file, Position at) {
        oneOf(FaultKind.UNKNOWN_RULE.told(), name, rules, file, at);
    }

    void oneOf(Told told, String name, Collection<String> known, String file, Position at) {
        if (!known.contains(name)) {
            faults.add(told.near(name, known), file, at, name);
        }
    }
}
