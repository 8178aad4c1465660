package org.complaintkit.rules.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.complaintkit.policy.Form;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.rules.pack.PackReading;
import org.complaintkit.rules.syntax.Action;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.syntax.RulePrinter;

/** All that a pack says, as rows of texts. Used once. */
final class PackRows {
    private final List<Row> rows = new ArrayList<>();

    private PackRows() {}

    /** The rows of each part, in the order of the pack. */
    static Map<Part, List<Row>> of(Policy policy, List<Rule> rules) {
        PackRows rows = new PackRows();
        rows.manifest(policy);
        rows.words(policy.vocabulary());
        rules.forEach(rows::rule);
        rows.tables(policy);
        return rows.rows.stream().collect(Collectors.groupingBy(Row::part));
    }

    private void manifest(Policy policy) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("id", policy.id());
        cells.put("version", policy.pack().version());
        policy.titles().forEach((language, title) -> cells.put("title " + language, title));
        cells.put("effectiveFrom", RecordText.text(policy.effectiveFrom()));
        cells.put("effectiveTo", RecordText.text(policy.effectiveTo()));
        cells.put("calendar", policy.calendar());
        cells.put("conventions", policy.conventions());
        cells.put("zone", policy.zone().getId());
        cells.put("cumulative", String.valueOf(policy.cumulative()));
        policy.documentControl()
                .forEach((key, value) ->
                        cells.put(key.equals(PackReading.BASIS_DOCUMENTS) ? key : "documentControl " + key, value));
        add(Part.PACK, "", cells);
        policy.parameters().declared().values().forEach(parameter -> parameter(policy, parameter));
        records(
                Part.CONSISTENCY,
                policy.parameters().consistency(),
                row -> row.text(),
                "text",
                "left",
                "sign",
                "right");
        records(Part.TIGHTENING, policy.tightenings(), row -> row.parameter(), "parameter");
        policy.fallbackRoles().forEach((role, fallback) -> add(Part.ROLE, role, Map.of("fallback", fallback)));
    }

    private void parameter(Policy policy, Parameter parameter) {
        Map<String, String> cells = new LinkedHashMap<>(RecordText.cells(parameter, Set.of("id")));
        if (policy.parameters().set().containsKey(parameter.id())) {
            cells.put("set", policy.parameters().text(parameter.id()));
        }
        add(Part.PARAMETER, parameter.id(), cells);
    }

    private void words(Vocabulary vocabulary) {
        for (Vocabulary.Word word : vocabulary.words()) {
            Map<String, String> cells = new LinkedHashMap<>();
            Vocabulary.LANGUAGES.forEach(
                    language -> cells.put("label " + language, word.labels().getOrDefault(language, "")));
            add(Part.WORD, word.kind() + " " + word.code(), cells);
        }
        for (Mark mark : Mark.values()) {
            vocabulary.marked(mark).forEach(code -> add(Part.MARK, mark + " " + code, Map.of()));
        }
    }

    private void rule(Rule rule) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("when", rule.conditions().stream().map(RulePrinter::print).collect(Collectors.joining(", ")));
        cells.put("then", rule.actions().stream().map(PackRows::action).collect(Collectors.joining("; ")));
        cells.put("clause", rule.clause());
        cells.put("basis", rule.basis().name());
        rows.add(new Row(Part.RULE, rule.file(), rule.name(), cells));
    }

    private static String action(Action action) {
        return action.verb()
                + action.arguments().stream().map(Operand::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private void tables(Policy policy) {
        records(Part.CLAUSE, policy.clauses().values(), row -> row.id(), "id");
        records(
                Part.PRECEDENCE,
                policy.precedence(),
                row -> row.answer() + " " + (row.isDefault() ? "default" : row.code()),
                "answer");
        records(
                Part.SIGNAL,
                policy.signals().rules(),
                row -> row.kind() + " " + row.code() + " " + row.signal(),
                "kind",
                "code",
                "signal");
        records(Part.DEADLINE, policy.deadlines().values(), row -> row.id(), "id");
        records(Part.EXTENSION, policy.extensions(), row -> row.extended(), "extended");
        records(Part.ESCALATION, policy.escalations().values(), row -> row.id(), "id");
        records(Part.DUTY, policy.duties().values(), row -> row.code(), "code");
        policy.forms().values().forEach(this::form);
        records(
                Part.TRANSITION,
                policy.transitions(),
                row -> RecordText.text(row.from()) + ": " + row.event(),
                "from",
                "event");
        records(Part.AUTHORITY, policy.safeguards().authorities(), row -> row.role() + ": " + row.act(), "role", "act");
        records(Part.STANDSTILL, policy.safeguards().standstills(), row -> row.id(), "id");
        records(Part.RETENTION, policy.safeguards().retentions(), row -> row.id(), "id");
        records(Part.REPORT, policy.reports(), row -> row.id(), "id");
        records(
                Part.INDICATOR,
                policy.accounts().indicators(),
                row -> row.report() + " " + row.indicator(),
                "report",
                "indicator");
        records(Part.AMOUNT, policy.accounts().amounts().values(), row -> row.id(), "id");
        records(Part.NUMBER, policy.accounts().numbers(), row -> row.number() + ": " + row.event(), "number", "event");
        records(
                Part.MEASURE,
                policy.accounts().measures(),
                row -> row.cause() + " " + row.measure(),
                "cause",
                "measure");
    }

    private void form(Form form) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("deliveredBy", form.deliveredBy().toString());
        form.fields()
                .forEach(field -> cells.put(
                        "field " + field.code(),
                        (field.required() ? "required" : "optional") + " (" + field.clause() + ", " + field.basis()
                                + ")"));
        add(Part.FORM, form.id(), cells);
    }

    private <T extends Record> void records(Part part, Collection<T> table, Function<T, String> id, String... naming) {
        table.forEach(row -> add(part, id.apply(row), RecordText.cells(row, Set.of(naming))));
    }

    private void add(Part part, String id, Map<String, String> cells) {
        rows.add(new Row(part, part.file(), id, cells));
    }
}
