package org.complaintkit.rules.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.complaintkit.policy.Clause;
import org.complaintkit.policy.Confidence;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.DeadlineRule.Gives;
import org.complaintkit.policy.DeadlineRule.Repeats;
import org.complaintkit.policy.DutyRule;
import org.complaintkit.policy.EscalationRule;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.Form;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.PauseRule;
import org.complaintkit.policy.Precedence;
import org.complaintkit.policy.ReportRule;
import org.complaintkit.policy.Transition;
import org.complaintkit.policy.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Makes the tables of a pack into the values of a policy. Names are not looked up here: {@link References} does. */
final class PolicyReader {
    private static final Map<String, Gives> GIVES =
            Map.of("", Gives.TO_ANOTHER_END, "not asked", Gives.WHEN_NOT_ASKED, "never", Gives.NEVER);
    private static final Map<String, Repeats> REPEATS =
            Map.of("", Repeats.NO, "each start", Repeats.EACH_START, "after end", Repeats.AFTER_END);
    private static final Map<String, Transition.Round> ROUNDS = Map.of(
            "",
            Transition.Round.NONE,
            "no",
            Transition.Round.NONE,
            "yes",
            Transition.Round.AFRESH,
            "rework",
            Transition.Round.REWORK);
    private static final Map<String, Confidence> CONFIDENCE =
            Map.of("H", Confidence.HIGH, "M", Confidence.MEDIUM, "L", Confidence.LOW);
    private static final int MAX_CODE = 100;
    private static final Pattern OR = Pattern.compile("\\s*\\|\\s*");
    private static final Pattern THEN = Pattern.compile("\\s*>\\s*");

    private PolicyReader() {}

    static Vocabulary vocabulary(Table table) {
        List<Vocabulary.Word> terms = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Row row : table.rows()) {
            String kind = row.required("kind");
            String code = row.required("code");
            if (!isCode(code) || !isCode(kind)) {
                row.fault("code", FaultKind.MALFORMED_CODE.told());
            }
            if (!seen.add(kind + " " + code)) {
                row.fault("code", FaultKind.CODE_TWICE.told());
            }
            terms.add(new Vocabulary.Word(kind, code, row.labels()));
        }
        return Vocabulary.of(terms);
    }

    private static boolean isCode(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && (c < '0' || c > '9') && "_.-".indexOf(c) < 0) {
                return false;
            }
        }
        return word.length() <= MAX_CODE;
    }

    static Map<String, Clause> clauses(Table table) {
        return Row.byId(table, "id", row -> {
            if (row.list("executed_by").isEmpty()) {
                row.fault("executed_by", FaultKind.EXECUTOR_MISSING.told());
            }
            return new Clause(
                    row.text("id"),
                    row.text("source"),
                    row.required("kind"),
                    row.list("executed_by"),
                    confidence(row),
                    row.labels());
        });
    }

    private static @Nullable Confidence confidence(Row row) {
        return row.text("confidence").isEmpty() ? null : row.choice("confidence", CONFIDENCE, Confidence.LOW);
    }

    /** The role that acts where nobody holds another. */
    static Map<String, String> fallbackRoles(Table table) {
        return Row.byId(table, "role", row -> row.required("fallback"));
    }

    static Map<String, DeadlineRule> deadlines(Table table) {
        return Row.byId(
                table,
                "id",
                row -> new DeadlineRule(
                        row.text("id"),
                        row.required("clause"),
                        row.basis("basis"),
                        row.events("start"),
                        row.events("end"),
                        LimitRule.parse(row.text("target")),
                        LimitRule.parse(row.required("limit")),
                        row.list("warnings"),
                        row.list("on_breach"),
                        row.flag("ends_handling"),
                        row.flag("follow_up"),
                        row.events("cancelled_by"),
                        row.events("not_before"),
                        row.choice("superseded_when", GIVES, Gives.TO_ANOTHER_END),
                        row.choice("repeats", REPEATS, Repeats.NO),
                        row.flag("lapses"),
                        row.list("on_warning"),
                        row.parse("paused_by", PauseRule::parse, PauseRule.NONE)));
    }

    static List<ExtensionRule> extensions(Table table) {
        return table.rows().stream()
                .map(row -> new ExtensionRule(
                        row.required("extends"),
                        row.required("into"),
                        row.required("clause"),
                        row.basis("basis"),
                        row.event("granted_by"),
                        row.event("notice"),
                        LimitRule.parse(row.required("cap")),
                        new TreeSet<>(row.list("grounds")),
                        new TreeSet<>(row.list("contents")),
                        new TreeSet<>(row.list("in_writing")),
                        new TreeSet<>(row.list("approved_by")),
                        new TreeSet<>(row.list("moves"))))
                .toList();
    }

    static List<ReportRule> reports(Table table) {
        List<ReportRule> reports = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Row row : table.rows()) {
            if (!seen.add(row.required("id") + " " + row.text("period") + " " + row.text("receiver"))) {
                row.fault("id", FaultKind.REPORT_TWICE.told());
            }
            reports.add(new ReportRule(
                    row.text("id"),
                    row.required("clause"),
                    row.basis("basis"),
                    row.constant("period", ReportRule.Period.class, ReportRule.Period.MONTH),
                    row.required("limit"),
                    row.list("warnings"),
                    row.list("on_breach"),
                    row.text("owner"),
                    row.text("receiver"),
                    row.text("from"),
                    row.text("to")));
        }
        return List.copyOf(reports);
    }

    static Map<String, EscalationRule> escalations(Table table) {
        return Row.byId(
                table,
                "id",
                row -> new EscalationRule(
                        row.text("id"),
                        row.required("clause"),
                        row.basis("basis"),
                        row.required("from"),
                        List.of(THEN.split(row.required("to"))),
                        row.text("within")));
    }

    static Map<String, DutyRule> duties(Table table) {
        return Row.byId(
                table,
                "code",
                row -> new DutyRule(
                        row.text("code"),
                        row.required("clause"),
                        row.basis("basis"),
                        row.required("role"),
                        row.events("discharged_by"),
                        row.flag("blocks_closing")));
    }

    static Map<String, Form> forms(Table table) {
        Map<String, List<Row>> byForm = new LinkedHashMap<>();
        table.rows()
                .forEach(row -> byForm.computeIfAbsent(row.required("form"), form -> new ArrayList<>())
                        .add(row));
        Map<String, Form> forms = new LinkedHashMap<>();
        byForm.forEach((id, rows) -> {
            Set<String> fields = new TreeSet<>();
            for (Row row : rows) {
                if (!fields.add(row.required("field"))) {
                    row.fault("field", FaultKind.FORM_FIELD_TWICE.told());
                }
            }
            forms.put(
                    id,
                    new Form(
                            id,
                            rows.get(0).events("delivered_by"),
                            rows.stream()
                                    .map(row -> new Form.Field(
                                            row.text("field"),
                                            row.flag("required"),
                                            row.required("clause"),
                                            row.basis("basis")))
                                    .toList()));
        });
        return forms;
    }

    static List<Transition> transitions(Table table) {
        return table.rows().stream()
                .map(row -> new Transition(
                        new TreeSet<>(Arrays.asList(OR.split(row.required("from")))),
                        row.event("event"),
                        row.required("to"),
                        row.text("guard").isEmpty()
                                ? Transition.Guard.NONE
                                : row.constant("guard", Transition.Guard.class, Transition.Guard.NONE),
                        row.flag("implied"),
                        row.choice("new_round", ROUNDS, Transition.Round.NONE),
                        row.text("clause")))
                .toList();
    }

    static List<Precedence> precedence(Table table) {
        return table.rows().stream()
                .map(row -> new Precedence(
                        row.required("answer"),
                        row.required("code"),
                        rank(row),
                        row.text("clause"),
                        row.basis("basis")))
                .toList();
    }

    private static int rank(Row row) {
        if (row.text("rank").equals("default")) {
            return 0;
        }
        if (!row.text("rank").matches("[1-9][0-9]{0,5}")) {
            row.fault("rank", FaultKind.MALFORMED_RANK.told());
            return 1;
        }
        return Integer.parseInt(row.text("rank"));
    }
}
