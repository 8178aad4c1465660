package org.complaintkit.rules.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.decision.Answer;
import org.complaintkit.json.CaseJson;
import org.complaintkit.json.ReportDutyJson;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Nearest;
import org.complaintkit.report.ReportDuty;
import org.complaintkit.report.ReportPeriod;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Told;
import org.complaintkit.rules.syntax.Field;

/**
 * Looks at what the authors of a worked case expect: a key that no answer has, a code that no answer can have. Some of it
 * would make the case fail; what must not occur would not, and the case would hold whatever the pack does.
 */
final class ExpectLook {
    private static final String NEVER = "never";
    private static final Set<String> MOMENTS = Set.of("start", "target", "limit", "effectiveLimit", "maximumLimit");

    /** The kind of the codes that stand under a key of the answer. */
    private static final Map<String, String> KINDS = kinds();

    /** The words that may stand under a key of a deadline. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "state", names(DeadlineState.values()),
            "status", names(ReportDuty.Status.values()),
            "basis", names(Basis.values()),
            "certainty", names(Certainty.values()));

    private final JsonNode expect;
    private final Set<String> periods;
    private final boolean report;
    private final CaseNotes notes;

    ExpectLook(JsonNode line, CaseNotes notes) {
        this.expect = line.path("expect");
        this.periods = periods(line);
        this.report = line.path("kind").asText().equals("REPORT");
        this.notes = notes;
    }

    private static Set<String> periods(JsonNode line) {
        Set<String> periods = new TreeSet<>();
        line.path("periods").forEach(period -> periods.add(period.asText()));
        return periods;
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        for (Field field : Field.values()) {
            if (CaseJson.KEYS.contains(field.word()) && !field.kind().isEmpty()) {
                kinds.put(field.word(), field.kind());
            }
        }
        kinds.put("class", Answer.COMPLEXITY.kind());
        kinds.put("initialGrade", Answer.GRADE.kind());
        kinds.put("duties", Answer.DUTY.kind());
        kinds.put("prohibitions", Answer.PROHIBITION.kind());
        kinds.put("findings", Answer.FINDING.kind());
        kinds.put("escalations", CaseCodes.ESCALATION);
        kinds.put("measures", CaseCodes.MEASURE);
        kinds.put("form", Answer.SETTLED_ON.kind());
        kinds.put(Expectation.ABSENT, CaseCodes.DEADLINE);
        kinds.remove("signals");
        return Map.copyOf(kinds);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    void look() {
        Set<String> known = known(report);
        new ExpectForm(notes::form).look(expect);
        for (Map.Entry<String, JsonNode> each : expect.properties()) {
            String pointer = CasePlaces.inner("/expect", each.getKey());
            if (known.contains(each.getKey())) {
                value(each.getKey(), each.getValue(), pointer);
            } else {
                notes.name(pointer, FaultKind.CASE_KEY, known);
            }
        }
    }

    /** Refuses a slip in what must not occur: no answer would have it, and the case would hold whatever the pack does. */
    static void requireKnown(JsonNode line, CaseCodes codes) {
        JsonNode expect = line.path("expect");
        new ExpectForm((pointer, rule) -> {
                    throw StoryReader.malformed(pointer, rule);
                })
                .look(expect);
        for (Map.Entry<String, JsonNode> each : expect.properties()) {
            String pointer = CasePlaces.inner("/expect", each.getKey());
            requireNames(each.getKey(), pointer);
            if (Expectation.excludes(each.getKey()) || each.getKey().equals(Expectation.ABSENT)) {
                requireKnown(kind(each.getKey()), each.getValue(), codes, pointer);
            }
        }
        JsonNode reports = expect.path("reports");
        for (int i = 0; i < reports.size(); i++) {
            String pointer = "/expect/reports/" + i;
            reports.get(i).fieldNames().forEachRemaining(name -> {
                if (!ExpectForm.REPORT.contains(name)) {
                    throw unknown(key(name, ExpectForm.REPORT), name, CasePlaces.inner(pointer, name));
                }
            });
            JsonNode absent = reports.get(i).path(Expectation.ABSENT);
            requireKnown(CaseCodes.DEADLINE, absent, codes, pointer + "/" + Expectation.ABSENT);
            String period = reports.get(i).path("period").asText();
            boolean none = absent.isTextual() || !absent.isEmpty();
            if (none && !periods(line).contains(period)) {
                throw unknown(asked(period, periods(line)), period, pointer + "/period");
            }
        }
    }

    /** Refuses what names parts of a key that holds none: amounts, say. */
    private static void requireNames(String expected, String pointer) {
        String key = Expectation.key(expected);
        if (!key.equals(expected)
                && CaseJson.KEYS.contains(key)
                && kind(expected).isEmpty()) {
            throw unknown(key(expected, known(false)), expected, pointer);
        }
    }

    private static Told key(String name, Set<String> known) {
        return FaultKind.CASE_KEY.told(name).near(name, new TreeSet<>(known));
    }

    /** The kind of the codes that an expected key names; empty if it names none. */
    private static String kind(String expected) {
        String key = Expectation.key(expected);
        return !key.equals(expected) && ExpectForm.ENTRIES.contains(key)
                ? CaseCodes.DEADLINE
                : KINDS.getOrDefault(key, "");
    }

    private static void requireKnown(String kind, JsonNode unwanted, CaseCodes codes, String pointer) {
        if (kind.isEmpty()) {
            return; // The answer has no such key, which is told when they are compared.
        }
        if (unwanted.isTextual()) {
            requireKnown(kind, unwanted.textValue(), codes, pointer);
        }
        for (int i = 0; i < unwanted.size(); i++) {
            requireKnown(kind, unwanted.get(i).asText(), codes, pointer + "/" + i);
        }
    }

    private static void requireKnown(String kind, String code, CaseCodes codes, String pointer) {
        if (!codes.of(kind).contains(code)) {
            throw unknown(codes.told(kind, code), Nearest.shown(code, codes.of(kind)), pointer);
        }
    }

    /** Of a period that the line does not ask about there is no report, whatever the pack says. */
    private static Told asked(String period, Set<String> asked) {
        return FaultKind.MALFORMED_CHOICE
                .told("period", String.join(", ", asked))
                .near(period, asked);
    }

    private static InvalidInputException unknown(Told told, String code, String pointer) {
        return InvalidInputException.of(told.code(), CaseNotes.field(pointer))
                .value(code)
                .rule(told.reason(Locale.ENGLISH) + ", so that no answer could have it")
                .wayOut(told.wayOut(Locale.ENGLISH))
                .at(pointer)
                .build();
    }

    /** Keys of the answer, and what else {@link Expectation} knows to compare. */
    private static Set<String> known(boolean report) {
        Set<String> known = new TreeSet<>(report ? ReportDutyJson.KEYS : CaseJson.KEYS);
        for (String key : report ? ReportDutyJson.KEYS : CaseJson.KEYS) {
            if (!kind(key + Expectation.EXCLUDE).isEmpty()) {
                known.add(key + Expectation.INCLUDE);
                known.add(key + Expectation.EXCLUDE);
            }
        }
        if (!report) {
            known.add(Expectation.ABSENT);
        }
        return known;
    }

    private void value(String key, JsonNode value, String pointer) {
        String kind = kind(key);
        if (!kind.isEmpty() && !(value.isObject() && ExpectForm.isCodes(key))) {
            notes.codes(kind, value, pointer);
        } else if (ExpectForm.ENTRIES.contains(key)) {
            entries(value, pointer, CaseJson.DEADLINE_KEYS);
        } else if (MOMENTS.contains(key)) {
            moment(value, pointer);
        } else {
            switch (key) {
                case "reports" -> reports(value, pointer);
                case "statistics" -> {
                    notes.only(value, pointer, FaultKind.CASE_KEY, List.of("countStatus", "outcome"));
                    notes.codes(Answer.COUNT.kind(), value.path("countStatus"), pointer + "/countStatus");
                    notes.codes(KINDS.get("outcome"), value.path("outcome"), pointer + "/outcome");
                }
                case "amounts" -> {
                    if (notes.codes().certain(Answer.AMOUNT.kind())) {
                        notes.only(
                                value,
                                pointer,
                                FaultKind.CASE_KEY,
                                notes.codes().of(Answer.AMOUNT.kind()));
                    }
                }
                default -> {}
            }
        }
    }

    private void reports(JsonNode reports, String pointer) {
        for (int i = 0; i < Expectation.list(reports).size(); i++) {
            String inner = CasePlaces.inner(pointer, i);
            notes.only(reports.get(i), inner, FaultKind.CASE_KEY, ExpectForm.REPORT);
            String period = reports.get(i).path("period").asText();
            if (!periods.contains(period)) {
                notes.add(asked(period, periods), inner + "/period", period);
            }
            entries(reports.get(i).path("deadlines"), inner + "/deadlines", ReportDutyJson.DEADLINE_KEYS);
            notes.codes(CaseCodes.DEADLINE, reports.get(i).path(Expectation.ABSENT), inner + "/" + Expectation.ABSENT);
        }
    }

    /** The name of a period. */
    void period(JsonNode period, String pointer) {
        try {
            ReportPeriod.parse(period.asText());
        } catch (InvalidInputException e) {
            notes.add(FaultKind.CASE_PERIOD.told(), pointer, period.asText());
        }
    }

    private void entries(JsonNode entries, String pointer, List<String> keys) {
        for (int i = 0; i < Expectation.list(entries).size(); i++) {
            String inner = CasePlaces.inner(pointer, i);
            notes.only(entries.get(i), inner, FaultKind.CASE_KEY, keys);
            if (entries.get(i).path("id").isMissingNode()) {
                notes.lacks(inner, "id");
            }
            for (Map.Entry<String, JsonNode> each : entries.get(i).properties()) {
                entry(each.getKey(), each.getValue(), CasePlaces.inner(inner, each.getKey()));
            }
        }
    }

    private void entry(String key, JsonNode value, String pointer) {
        List<String> words = WORDS.get(key);
        if (words != null) {
            if (!words.contains(value.asText())) {
                notes.add(
                        FaultKind.MALFORMED_CHOICE
                                .told(key, String.join(", ", words))
                                .near(value.asText(), words),
                        pointer,
                        value.asText());
            }
        } else if (MOMENTS.contains(key)) {
            moment(value, pointer);
        } else {
            switch (key) {
                case "id" -> notes.codes(CaseCodes.DEADLINE, value, pointer);
                case "clause" -> clauses(value, pointer);
                case "confidence" -> notes.codes("CONFIDENCE", value, pointer);
                case "targetMissed" -> {
                    if (!value.isBoolean()) {
                        notes.form(pointer, "true or false");
                    }
                }
                default -> {}
            }
        }
    }

    /** A row may cite several. */
    private void clauses(JsonNode value, String pointer) {
        if (!notes.codes()
                .of(CaseCodes.CLAUSE)
                .containsAll(Arrays.stream(value.asText().split("[,;]", -1))
                        .map(String::strip)
                        .toList())) {
            notes.codes(CaseCodes.CLAUSE, value, pointer);
        }
    }

    private void moment(JsonNode value, String pointer) {
        if (value.isNull() || value.asText().equals(NEVER) || isMoment(value.asText())) {
            return;
        }
        notes.moment(pointer);
    }

    private static boolean isMoment(String text) {
        try {
            return text.contains("T") ? OffsetDateTime.parse(text) != null : LocalDate.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
