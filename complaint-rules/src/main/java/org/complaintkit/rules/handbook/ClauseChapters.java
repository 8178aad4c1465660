package org.complaintkit.rules.handbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.policy.Clause;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.page.Block;
import org.complaintkit.rules.page.Page;

/** Who the pack is, its clauses and its parameters. */
final class ClauseChapters {
    /** Kinds of labels of what carries a clause out; of the others the name says enough. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("deadline", "DEADLINE"),
            Map.entry("report", "DEADLINE"),
            Map.entry("extension", "DEADLINE"),
            Map.entry("pause", "DEADLINE"),
            Map.entry("duty", "DUTY"),
            Map.entry("prohibition", "PROHIBITION"),
            Map.entry("form", "FORM"),
            Map.entry("indicator", "INDICATOR"),
            Map.entry("escalation", "ESCALATION"),
            Map.entry("finding", "FINDING"),
            Map.entry("role", "ROLE"),
            Map.entry("channel", "CHANNEL"),
            Map.entry("authority", "EVENT"));

    private final Scribe scribe;
    private final Policy policy;

    ClauseChapters(Scribe scribe) {
        this.scribe = scribe;
        this.policy = scribe.policy();
    }

    void write(Page.Builder page) {
        identity(page);
        page.heading(2, scribe.text("clauses"), "clauses").paragraph(scribe.text("clauses.intro"));
        boolean told = policy.clauses().values().stream().anyMatch(clause -> clause.confidence() != null);
        List<String> columns = new ArrayList<>(List.of("id", "source", "kind", "statement", "executed"));
        if (told) {
            columns.add("confidence");
        }
        page.index(
                scribe.header(columns),
                policy.clauses().values().stream()
                        .map(clause -> clause(clause, told))
                        .toList());
        parameters(page);
    }

    private void identity(Page.Builder page) {
        String from = policy.effectiveFrom() == null ? scribe.text("open") : String.valueOf(policy.effectiveFrom());
        String to = policy.effectiveTo() == null ? scribe.text("open") : String.valueOf(policy.effectiveTo());
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(scribe.text("id"), policy.id()));
        facts.add(new Block.Fact(scribe.text("version"), policy.pack().version()));
        facts.add(new Block.Fact(
                scribe.text("effective"),
                policy.effectiveFrom() == null && policy.effectiveTo() == null
                        ? scribe.text("effective.always")
                        : scribe.text("effective.span", from, to)));
        facts.add(new Block.Fact(scribe.text("calendar"), policy.calendar()));
        facts.add(new Block.Fact(scribe.text("conventions"), policy.conventions()));
        facts.add(new Block.Fact(scribe.text("zone"), policy.zone().getId()));
        String side = policy.cumulative() ? "categories.cumulative" : "categories.primary";
        facts.add(new Block.Fact(scribe.text("categories"), scribe.text(side)));
        policy.documentControl().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> facts.add(new Block.Fact(ours("control.", each.getKey()), each.getValue())));
        facts.add(new Block.Fact(scribe.text("digest"), policy.pack().digest()));
        page.facts(facts);
    }

    /** Words of ours for a text of the pack, where we have any. */
    private String ours(String prefix, String text) {
        return scribe.knows(prefix + text) ? scribe.text(prefix + text) : text;
    }

    private List<String> clause(Clause clause, boolean told) {
        List<String> cells = new ArrayList<>(List.of(
                clause.id(),
                clause.source(),
                Stream.of(clause.kind().split("/"))
                        .map(kind -> ours("kind.", kind))
                        .collect(Collectors.joining("/")),
                clause.statement().getOrDefault(scribe.language(), ""),
                clause.executedBy().stream()
                        .map(this::executes)
                        .reduce((a, b) -> a + scribe.text("list.long") + b)
                        .orElse("")));
        if (told) {
            cells.add(
                    clause.confidence() == null
                            ? ""
                            : scribe.label("CONFIDENCE", clause.confidence().name()));
        }
        return cells;
    }

    private String executes(String artefact) {
        String[] parts = artefact.split(":", 2);
        String kind = scribe.knows("executes." + parts[0]) ? scribe.text("executes." + parts[0]) : parts[0];
        if (parts.length < 2) {
            return kind;
        }
        String name = parts[1].strip();
        String label = scribe.label(KINDS.getOrDefault(parts[0], ""), name);
        return scribe.text("executes.named", kind, scribe.sentences().words().text("quote", label));
    }

    private void parameters(Page.Builder page) {
        scribe.table(
                page,
                "parameters",
                List.of("id", "name", "value", "unit", "range", "stricter", "clause", "basis"),
                policy.parameters().declared().values().stream()
                        .map(this::parameter)
                        .toList());
        if (!policy.parameters().consistency().isEmpty()) {
            page.heading(3, scribe.text("consistency"));
            page.points(policy.parameters().consistency().stream()
                    .map(rule -> rule.text() + " (" + rule.clause() + ")")
                    .toList());
        }
        scribe.table(
                page,
                "tightenings",
                List.of("id", "value", "clause"),
                policy.tightenings().stream()
                        .map(each -> List.of(each.parameter(), each.value().toString(), each.clause()))
                        .toList());
    }

    private List<String> parameter(Parameter parameter) {
        String value = policy.parameters().text(parameter.id());
        boolean code = parameter.kind() == Parameter.Kind.CODE;
        String shown = code ? scribe.label(parameter.unit(), value) : value;
        boolean follows = parameter.initial() instanceof Parameter.Same
                && !policy.parameters().set().containsKey(parameter.id());
        return List.of(
                parameter.id(),
                scribe.sentences().labels().of("PARAMETER", parameter.id()),
                follows
                        ? shown + " (" + scribe.text("follows", ((Parameter.Same) parameter.initial()).other()) + ")"
                        : shown,
                code ? "" : ours("unit.", parameter.unit()),
                range(parameter),
                scribe.text("stricter." + parameter.stricter()),
                parameter.clause(),
                scribe.basis(policy.parameters().basis(parameter.id())));
    }

    private String range(Parameter parameter) {
        String least = parameter.min() == null ? "" : parameter.min().toPlainString();
        String most = parameter.max() == null ? "" : parameter.max().toPlainString();
        if (least.isEmpty() || most.isEmpty()) {
            return least.isEmpty() && most.isEmpty()
                    ? ""
                    : most.isEmpty() ? scribe.text("range.least", least) : scribe.text("range.most", most);
        }
        return scribe.text("range.both", least, most);
    }
}
