package org.complaintkit.rules.pack;

import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.policy.AuthorityRule;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.policy.Formula;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.RetentionRule;

/** Looks up every name in the tables of marks, authority, retention and pauses. */
final class SafeguardCheck {
    private final Policy policy;
    private final PolicyNames names;
    private final References references;

    SafeguardCheck(PolicyNames names, References references) {
        this.policy = names.policy();
        this.names = names;
        this.references = references;
    }

    void check(PackTables tables) {
        tables.marks().rows().forEach(row -> {
            Mark mark = row.constant("mark", Mark.class, Mark.ANSWERED);
            references.code(mark.kind(), row.text("code"), row, "code");
        });
        for (int i = 0; i < policy.safeguards().authorities().size(); i++) {
            authority(
                    policy.safeguards().authorities().get(i),
                    tables.authority().rows().get(i));
        }
        tables.retention().rows().forEach(this::retention);
        tables.pauses().rows().forEach(this::pause);
    }

    private void authority(AuthorityRule rule, Row row) {
        references.clauses(row);
        references.event(rule.act(), row.file(), row.at("act"));
        references.code("LABEL", rule.when(), row, "when");
        references.code("FINDING", rule.finding(), row, "finding");
        if (!rule.role().equals(AuthorityRule.ANYBODY)) {
            references.code("ROLE", rule.role(), row, "role");
        }
        if (rule.upTo() != null) {
            rule.upTo().names().forEach(name -> amount(name, row));
        }
    }

    private void amount(Formula.Name name, Row row) {
        boolean number = name.kind() == Formula.Kind.PARAMETER
                && policy.parameters().declared().containsKey(name.text())
                && policy.parameters().declared().get(name.text()).kind() == Parameter.Kind.NUMBER;
        if (!number) {
            row.fault("up_to", FaultKind.AUTHORITY_BOUND.told(name.text()));
        }
    }

    private void retention(Row row) {
        references.clauses(row);
        references.label("DEADLINE", row, "id");
        references.within(row, "keep");
        references.code("LABEL", row.text("when"), row, "when");
        references.oneOf(
                FaultKind.UNKNOWN_DUTY.told(), row.text("duty"), policy.duties().keySet(), row.file(), row.at("duty"));
        EventExpression start = row.events("start");
        if (start.equals(EventExpression.NEVER)) {
            row.fault("start", FaultKind.START_MISSING.told());
        }
        references.events(start, row, "start");
    }

    private void pause(Row row) {
        references.clauses(row);
        references.label("DEADLINE", row, "id");
        Set<String> clocks = names.of(
                "clocks",
                () -> Stream.concat(
                        policy.deadlines().keySet().stream().flatMap(id -> Stream.of(id, DeadlineRule.code(id))),
                        policy.safeguards().retentions().stream().map(RetentionRule::id)));
        if (row.list("stops").isEmpty()) {
            row.required("stops");
        }
        row.list("stops")
                .forEach(id ->
                        references.oneOf(FaultKind.UNKNOWN_DEADLINE.told(), id, clocks, row.file(), row.at("stops")));
        references.bound(row, "received_from");
        references.bound(row, "received_to");
        if (!policy.vocabulary().knows("CATEGORY", row.text("when"))) {
            references.code("LABEL", row.text("when"), row, "when");
        }
        references.time(row);
    }
}
