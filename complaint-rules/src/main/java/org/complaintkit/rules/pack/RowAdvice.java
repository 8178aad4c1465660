package org.complaintkit.rules.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.complaintkit.decision.Answer;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.Formula;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Policy;

/** Warnings about rows: those that nothing reaches, and numbers of our own under a basis that names the text. */
final class RowAdvice {
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z0-9_.]+)}");
    private static final Set<String> BEGINNINGS = Set.of("", "RECEIVED", "REGISTERED");

    private final Policy policy;
    private final Set<String> proposed = new TreeSet<>();

    RowAdvice(Policy policy, List<RuleUse> rules) {
        this.policy = policy;
        rules.forEach(rule -> proposed.addAll(rule.proposes()));
    }

    /** Whether a rule proposes the code, or may, as a parameter says. */
    private boolean proposes(String verb, String code) {
        return proposed.contains(verb + " " + code) || proposed.contains(verb + " *");
    }

    /** Whether it holds a number or a time that the text does not give; dates of a project are its own to give. */
    private static boolean ours(Parameter parameter) {
        return parameter.basis() == Basis.DEFAULT
                && (parameter.kind() == Parameter.Kind.NUMBER || parameter.kind() == Parameter.Kind.TERM);
    }

    void check(PackTables tables) {
        deadlines(tables);
        escalations(tables);
        duties(tables);
        amounts(tables);
        states(tables);
        precedence(tables);
        Map.of(
                        tables.deadlines(), "target,limit,warnings",
                        tables.extensions(), "cap",
                        tables.escalations(), "within",
                        tables.reports(), "limit,warnings",
                        tables.amounts(), "amount",
                        tables.authority(), "up_to")
                .forEach((table, columns) -> table.rows().forEach(row -> basis(row, columns.split(",", -1))));
    }

    private void deadlines(PackTables tables) {
        Set<String> into = new TreeSet<>();
        policy.extensions().stream().map(ExtensionRule::into).forEach(into::add);
        for (Row row : tables.deadlines().rows()) {
            String id = row.text("id");
            if (!proposes(Answer.DEADLINE.verb(), id) && !into.contains(id)) {
                row.fault("id", FaultKind.DEADLINE_UNUSED.told(id));
            }
        }
    }

    private void escalations(PackTables tables) {
        Set<String> fired = new TreeSet<>();
        tables.deadlines().rows().forEach(row -> {
            fired.addAll(row.list("on_breach"));
            fired.addAll(row.list("on_warning"));
        });
        tables.reports().rows().forEach(row -> fired.addAll(row.list("on_breach")));
        for (Row row : tables.escalations().rows()) {
            String id = row.text("id");
            if (!proposes(Answer.ESCALATE.verb(), id) && !fired.contains(id)) {
                row.fault("id", FaultKind.ESCALATION_UNUSED.told(id));
            }
        }
    }

    private void duties(PackTables tables) {
        Set<String> kept = new TreeSet<>();
        tables.retention().rows().forEach(row -> kept.add(row.text("duty")));
        for (Row row : tables.duties().rows()) {
            String code = row.text("code");
            if (!proposes(Answer.DUTY.verb(), code) && !kept.contains(code)) {
                row.fault("code", FaultKind.DUTY_UNUSED.told(code));
            }
        }
    }

    private void amounts(PackTables tables) {
        Set<String> read = new TreeSet<>();
        policy.accounts()
                .amounts()
                .values()
                .forEach(amount -> amount.formula()
                        .names()
                        .filter(name -> name.kind() == Formula.Kind.WORD)
                        .forEach(name -> read.add(name.text())));
        policy.accounts().indicators().forEach(indicator -> read.add(indicator.of()));
        for (Row row : tables.amounts().rows()) {
            String name = row.text("name");
            if (!proposes(Answer.AMOUNT.verb(), name) && !read.contains(name.split("/", 2)[0])) {
                row.fault("name", FaultKind.AMOUNT_UNUSED.told(name));
            }
        }
    }

    /** A state that the table leaves and never enters, and in which no case begins. */
    private void states(PackTables tables) {
        Set<String> entered = new TreeSet<>(BEGINNINGS);
        policy.transitions().forEach(transition -> entered.add(transition.to()));
        for (Row row : tables.lifecycle().rows()) {
            Arrays.stream(row.text("from").split("\\|", -1))
                    .map(String::strip)
                    .filter(state -> !entered.contains(state))
                    .forEach(state -> row.fault("from", FaultKind.STATE_UNREACHED.told(state)));
        }
    }

    private void precedence(PackTables tables) {
        for (Row row : tables.precedence().rows()) {
            String verb = row.text("answer");
            boolean known = Arrays.stream(Answer.values())
                    .anyMatch(answer -> answer.verb().equals(verb));
            if (known && !row.text("rank").equals("default") && !proposes(verb, row.text("code"))) {
                row.fault("code", FaultKind.RANK_UNUSED.told(verb, row.text("code")));
            }
        }
    }

    private void basis(Row row, String... columns) {
        if (!row.text("basis").equals(Basis.TEXT.name())) {
            return;
        }
        Map<String, String> ours = new TreeMap<>();
        for (String column : columns) {
            PARAMETER.matcher(row.text(column)).results().forEach(found -> ours.put(found.group(1), column));
        }
        ours.forEach((id, column) -> {
            Parameter parameter = policy.parameters().declared().get(id);
            if (parameter != null && ours(parameter)) {
                row.fault(column, FaultKind.DEFAULT_AS_TEXT.told(id));
            }
        });
    }
}
