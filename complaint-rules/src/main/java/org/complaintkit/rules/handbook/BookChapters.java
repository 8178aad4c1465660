package org.complaintkit.rules.handbook;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.policy.AuthorityRule;
import org.complaintkit.policy.Form;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Precedence;
import org.complaintkit.policy.SignalRule;
import org.complaintkit.rules.page.Page;

/** Forms, authority, what is kept and reckoned, and which answer stands. */
final class BookChapters {
    private final Scribe scribe;
    private final Policy policy;

    BookChapters(Scribe scribe) {
        this.scribe = scribe;
        this.policy = scribe.policy();
    }

    void write(Page.Builder page) {
        scribe.table(
                page,
                "forms",
                List.of("form", "name", "delivered", "required", "optional", "clause"),
                policy.forms().values().stream().map(this::form).toList());
        scribe.table(
                page,
                "authority",
                List.of("act", "role", "upTo", "sum", "when", "effect", "finding", "clause", "basis"),
                policy.safeguards().authorities().stream().map(this::authority).toList());
        scribe.table(
                page,
                "retention",
                List.of("id", "start", "keep", "when", "duty", "clause", "basis"),
                policy.safeguards().retentions().stream()
                        .map(row -> List.of(
                                row.id(),
                                scribe.sentences().tables().when(row.start()),
                                scribe.sentences().tables().limit(row.keep()),
                                scribe.label("LABEL", row.when()),
                                scribe.label("DUTY", row.duty()),
                                row.clause(),
                                scribe.basis(row.basis())))
                        .toList());
        books(page);
        scribe.table(
                page,
                "precedence",
                List.of("question", "code", "rank", "clause", "basis"),
                policy.precedence().stream().map(this::precedence).toList());
        scribe.table(
                page,
                "roles",
                List.of("role", "fallback"),
                new TreeMap<>(policy.fallbackRoles())
                        .entrySet().stream()
                                .map(each -> List.of(
                                        scribe.label("ROLE", each.getKey()), scribe.label("ROLE", each.getValue())))
                                .toList());
        signals(page);
    }

    private void books(Page.Builder page) {
        scribe.table(
                page,
                "amounts",
                List.of("amount", "formula", "role", "clause", "basis"),
                policy.accounts().amounts().values().stream()
                        .map(row -> List.of(
                                row.id(),
                                row.formula().toString(),
                                scribe.label("ROLE", row.role()),
                                row.clause(),
                                scribe.basis(row.basis())))
                        .toList());
        scribe.table(
                page,
                "numbers",
                List.of("name", "event", "format", "restart", "clause", "basis"),
                policy.accounts().numbers().stream()
                        .map(row -> List.of(
                                row.number(),
                                scribe.sentences().tables().event(row.event()),
                                row.format(),
                                scribe.text("restart." + row.restart()),
                                row.clause(),
                                scribe.basis(row.basis())))
                        .toList());
        scribe.table(
                page,
                "measures",
                List.of("cause", "measure", "clause", "basis"),
                policy.accounts().measures().stream()
                        .map(row -> List.of(
                                scribe.label("CAUSE", row.cause()),
                                row.labels().getOrDefault(scribe.language(), row.measure()),
                                row.clause(),
                                scribe.basis(row.basis())))
                        .toList());
        scribe.table(
                page,
                "indicators",
                List.of("indicator", "report", "by", "target", "clause", "basis"),
                policy.accounts().indicators().stream()
                        .map(row -> List.of(
                                scribe.label("INDICATOR", row.indicator()),
                                row.report().isEmpty() ? scribe.text("every") : scribe.label("DEADLINE", row.report()),
                                row.by()
                                        .map(by -> scribe.sentences().labels().ifKnown("DIMENSION", by.name()))
                                        .orElse(""),
                                row.target().map(Object::toString).orElse(""),
                                row.clause(),
                                scribe.basis(row.basis())))
                        .toList());
    }

    private List<String> form(Form form) {
        return List.of(
                form.id(),
                scribe.label("FORM", form.id()),
                scribe.sentences().tables().when(form.deliveredBy()),
                fields(form, true),
                fields(form, false),
                String.join(
                        ", ",
                        form.fields().stream()
                                .map(Form.Field::clause)
                                .distinct()
                                .toList()));
    }

    private String fields(Form form, boolean required) {
        return scribe.labels(
                "FIELD",
                form.fields().stream()
                        .filter(field -> field.required() == required)
                        .map(Form.Field::code)
                        .toList());
    }

    private List<String> authority(AuthorityRule row) {
        return List.of(
                scribe.sentences().tables().event(row.act()),
                row.role().equals(AuthorityRule.ANYBODY) ? scribe.text("any") : scribe.label("ROLE", row.role()),
                row.upTo() == null
                        ? scribe.text("unlimited")
                        : row.upTo()
                                + row.most(policy.parameters())
                                        .map(most -> " = " + most.toPlainString())
                                        .orElse(""),
                scribe.text("sum." + row.sum()),
                scribe.label("LABEL", row.when()),
                scribe.yes(row.takesEffect()),
                scribe.label("FINDING", row.finding()),
                row.clause(),
                scribe.basis(row.basis()));
    }

    private List<String> precedence(Precedence row) {
        String kind = RuleChapters.kind(row.answer());
        return List.of(
                scribe.sentences().words().text("question." + row.answer()),
                scribe.label(kind, row.code()),
                row.isDefault() ? scribe.text("rank.default") : scribe.text("rank.of", String.valueOf(row.rank())),
                row.clause(),
                scribe.basis(row.basis()));
    }

    /** How many rows of words speak for what; the words themselves are a table for machines. */
    private void signals(Page.Builder page) {
        Map<String, Integer> rows = new TreeMap<>();
        policy.signals().rules().stream()
                .filter(rule -> rule.kind().speaks())
                .forEach(rule -> rows.merge(shown(rule), 1, Integer::sum));
        scribe.table(
                page,
                "signals",
                List.of("code", "rows"),
                rows.entrySet().stream()
                        .map(each -> List.of(each.getKey(), String.valueOf(each.getValue())))
                        .toList());
    }

    private String shown(SignalRule rule) {
        String kind = policy.vocabulary().knows("CATEGORY", rule.code()) ? "CATEGORY" : "LABEL";
        return scribe.label(kind, rule.code());
    }
}
