package org.complaintkit.rules.pack;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.complaintkit.decision.Answer;
import org.complaintkit.policy.AmountRule;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.IndicatorRule;
import org.complaintkit.policy.MeasureRule;
import org.complaintkit.policy.NumberRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.RetentionRule;
import org.complaintkit.policy.Roles;
import org.complaintkit.policy.StandstillRule;
import org.complaintkit.policy.Transition;

/** Looks up every name in the tables of a pack. */
final class TableCheck {
    private static final List<String> EXECUTORS = List.of(
            "deadline",
            "extension",
            "rule",
            "duty",
            "prohibition",
            "form",
            "report",
            "escalation",
            "finding",
            "parameter",
            "amount",
            "number",
            "measure",
            "indicator",
            "authority",
            "retention",
            "pause",
            "role",
            "channel",
            "calendar",
            "library",
            "metadata");

    /** What the library does for every policy, by the class that does it. */
    private static final Set<String> LIBRARY = Set.of("Assignee", "Personal");

    private final Policy policy;
    private final PolicyNames names;
    private final References references;

    TableCheck(PolicyNames names, References references) {
        this.policy = names.policy();
        this.names = names;
        this.references = references;
    }

    void check(PackTables tables) {
        tables.clauses().rows().forEach(this::clause);
        tables.roles().rows().forEach(this::fallback);
        tables.deadlines().rows().forEach(this::deadline);
        for (int i = 0; i < tables.extensions().rows().size(); i++) {
            extension(tables.extensions().rows().get(i), policy.extensions().get(i));
        }
        tables.reports().rows().forEach(this::report);
        tables.escalations().rows().forEach(this::escalation);
        tables.duties().rows().forEach(this::duty);
        tables.forms().rows().forEach(this::form);
        for (int i = 0; i < tables.lifecycle().rows().size(); i++) {
            transition(tables.lifecycle().rows().get(i), policy.transitions().get(i));
        }
        tables.precedence().rows().forEach(this::precedence);
    }

    private void clause(Row row) {
        for (String artefact : row.list("executed_by")) {
            int colon = artefact.indexOf(':');
            String kind = colon < 0 ? artefact : artefact.substring(0, colon);
            String name = colon < 0 ? "" : artefact.substring(colon + 1).strip();
            Position at = row.at("executed_by");
            switch (kind) {
                case "metadata" -> {}
                case "channel" -> references.code("CHANNEL", name, row.file(), at);
                case "calendar" -> known(name, new Known(Set.of(policy.calendar()), "pack.json"), row);
                case "role" -> known(name, new Known(policy.fallbackRoles().keySet(), "roles.csv"), row);
                case "library" -> known(name, new Known(LIBRARY, "the library"), row);
                case "rule" -> references.rule(name, row.file(), at);
                case "deadline", "report" -> dated(name, row);
                case "extension" ->
                    known(name, named(policy.extensions(), ExtensionRule::extended, "extensions.csv"), row);
                case "duty" -> known(name, new Known(policy.duties().keySet(), "duties.csv"), row);
                case "form" -> known(name, new Known(policy.forms().keySet(), "forms.csv"), row);
                case "escalation" -> references.escalation(name, row.file(), at);
                case "parameter" ->
                    known(name, new Known(policy.parameters().declared().keySet(), "pack.json"), row);
                case "amount" ->
                    known(name, named(policy.accounts().amounts().values(), AmountRule::name, "amounts.csv"), row);
                case "number" ->
                    known(name, named(policy.accounts().numbers(), NumberRule::number, "numbers.csv"), row);
                case "measure" ->
                    known(name, named(policy.accounts().measures(), MeasureRule::measure, "measures.csv"), row);
                case "indicator" ->
                    known(name, named(policy.accounts().indicators(), IndicatorRule::indicator, "indicators.csv"), row);
                case "authority" ->
                    known(
                            name,
                            named(
                                    policy.safeguards().authorities(),
                                    rule -> rule.act().type(),
                                    "authority.csv"),
                            row);
                case "retention" ->
                    known(name, named(policy.safeguards().retentions(), RetentionRule::id, "retention.csv"), row);
                case "pause" ->
                    known(name, named(policy.safeguards().standstills(), StandstillRule::id, "pauses.csv"), row);
                case "prohibition" -> references.code("PROHIBITION", name, row.file(), at);
                case "finding" -> references.code("FINDING", name, row.file(), at);
                default ->
                    row.fault(
                            "executed_by",
                            FaultKind.UNKNOWN_EXECUTOR
                                    .told(kind, String.join(", ", EXECUTORS))
                                    .near(kind, EXECUTORS));
            }
        }
    }

    private <T> Known named(Collection<T> rows, Function<T, String> name, String file) {
        return new Known(names.of(file, () -> rows.stream().map(name)), file);
    }

    private void dated(String name, Row row) {
        String files = "deadlines.csv or reports.csv";
        Set<String> ids = names.of(
                files,
                () -> Stream.concat(
                        policy.deadlines().keySet().stream().flatMap(id -> Stream.of(id, DeadlineRule.code(id))),
                        policy.reports().stream().map(report -> report.id())));
        known(name, new Known(ids, files), row);
    }

    private record Known(Set<String> names, String file) {}

    private void known(String name, Known known, Row row) {
        references.oneOf(
                FaultKind.UNKNOWN_ARTEFACT.told(known.file()), name, known.names(), row.file(), row.at("executed_by"));
    }

    private void fallback(Row row) {
        references.clauses(row);
        handler(row.text("role"), row, "role");
        handler(row.text("fallback"), row, "fallback");
    }

    private void handler(String role, Row row, String column) {
        references.code("ROLE", role, row, column);
        if (!Roles.mayHandle(role)) {
            row.fault(column, FaultKind.ROLE_CANNOT_HANDLE.told());
        }
    }

    private void deadline(Row row) {
        references.clauses(row);
        references.label("DEADLINE", row, "id", DeadlineRule.code(row.text("id")));
        Optional.ofNullable(policy.deadlines().get(row.text("id"))).ifPresent(deadline -> {
            references.events(deadline.start(), row, "start");
            references.events(deadline.end(), row, "end");
            references.events(deadline.cancelledBy(), row, "cancelled_by");
            references.events(deadline.notBefore(), row, "not_before");
            deadline.pausedBy().from().ifPresent(event -> references.event(event, row.file(), row.at("paused_by")));
            deadline.pausedBy().to().ifPresent(event -> references.event(event, row.file(), row.at("paused_by")));
            deadline.onWarning().forEach(id -> references.escalation(id, row.file(), row.at("on_warning")));
            references.limit(deadline.target(), row, "target");
            references.limit(deadline.limit(), row, "limit");
        });
        references.warnings(row.list("warnings"), row, "warnings");
        references.onBreach(row.list("on_breach"), row, "on_breach");
    }

    private void extension(Row row, ExtensionRule rule) {
        references.clauses(row);
        references.deadline(row, "extends");
        references.deadline(row, "into");
        row.list("moves").forEach(id -> references.deadline(id, row, "moves"));
        references.within(row, "cap");
        row.list("approved_by").forEach(role -> role(role, row, "approved_by"));
        references.event(rule.grantedBy(), row.file(), row.at("granted_by"));
        references.event(rule.notice(), row.file(), row.at("notice"));
    }

    private void report(Row row) {
        references.clauses(row);
        references.label("DEADLINE", row, "id");
        references.within(row, "limit");
        references.warnings(row.list("warnings"), row, "warnings");
        references.onBreach(row.list("on_breach"), row, "on_breach");
        Stream.of("owner", "receiver")
                .filter(column -> !row.text(column).isEmpty())
                .forEach(column -> references.code("ROLE", row.text(column), row, column));
        references.bound(row, "from");
        references.bound(row, "to");
    }

    private void escalation(Row row) {
        references.clauses(row);
        references.label("ESCALATION", row, "id", DeadlineRule.code(row.text("id")));
        role(row.text("from"), row, "from");
        Optional.ofNullable(policy.escalations().get(row.text("id")))
                .ifPresent(escalation -> escalation.to().forEach(role -> told(role, row)));
        references.within(row, "within");
    }

    private void told(String role, Row row) {
        role(role, row, "to");
        if (role.equals(Roles.PARTY)) {
            row.fault("to", FaultKind.PARTY_TOLD.told());
        }
    }

    private void duty(Row row) {
        references.clauses(row);
        references.code("DUTY", row.text("code"), row, "code");
        role(row.text("role"), row, "role");
        Optional.ofNullable(policy.duties().get(row.text("code")))
                .ifPresent(duty -> references.events(duty.dischargedBy(), row, "discharged_by"));
    }

    private void role(String role, Row row, String column) {
        if (!Roles.decided(role)) {
            references.code("ROLE", role, row, column);
        }
    }

    private void form(Row row) {
        references.clauses(row);
        references.label("FORM", row, "form");
        references.label("FIELD", row, "field");
        references.events(row.events("delivered_by"), row, "delivered_by");
    }

    private void transition(Row row, Transition transition) {
        references.clauses(row);
        transition.from().forEach(state -> references.code("STATE", state, row, "from"));
        if (!transition.to().equals(Transition.BACK)) {
            references.code("STATE", transition.to(), row, "to");
        }
        references.event(transition.event(), row.file(), row.at("event"));
    }

    private void precedence(Row row) {
        references.clauses(row);
        Optional<Answer> answer = Arrays.stream(Answer.values())
                .filter(candidate -> candidate.verb().equals(row.text("answer")))
                .findFirst();
        if (answer.isEmpty()) {
            List<String> verbs =
                    Arrays.stream(Answer.values()).map(Answer::verb).toList();
            references.oneOf(FaultKind.UNKNOWN_ANSWER.told(), row.text("answer"), verbs, row.file(), row.at("answer"));
        } else if (answer.get() == Answer.AMOUNT) {
            row.fault("answer", FaultKind.AMOUNT_ANSWER.told());
        } else if (!answer.get().kind().isEmpty()) {
            references.code(answer.get().kind(), row.text("code"), row, "code");
        }
    }
}
