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
    private static final Set<String> ENTRIES = Set.of("deadlines", "previousDeadlines");
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
        Set<String> known = known();
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
        for (Map.Entry<String, JsonNode> each : expect.properties()) {
            String kind = KINDS.get(Expectation.key(each.getKey()));
            if (kind != null
                    && (Expectation.excludes(each.getKey()) || each.getKey().equals(Expectation.ABSENT))) {
                requireKnown(kind, each.getValue(), codes, CasePlaces.inner("/expect", each.getKey()));
            }
        }
        JsonNode reports = expect.path("reports");
        for (int i = 0; i < reports.size(); i++) {
            String pointer = "/expect/reports/" + i;
            JsonNode absent = reports.get(i).path(Expectation.ABSENT);
            requireKnown(CaseCodes.DEADLINE, absent, codes, pointer + "/" + Expectation.ABSENT);
            String period = reports.get(i).path("period").asText();
            if (!absent.isEmpty() && !periods(line).contains(period)) {
                throw unknown(asked(period, periods(line)), period, pointer + "/period");
            }
        }
    }

    private static void requireKnown(String kind, JsonNode unwanted, CaseCodes codes, String pointer) {
        for (int i = 0; i < unwanted.size(); i++) {
            String code = unwanted.get(i).asText();
            if (!codes.of(kind).contains(code)) {
                throw unknown(codes.told(kind, code), Nearest.shown(code, codes.of(kind)), pointer + "/" + i);
            }
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
    private Set<String> known() {
        Set<String> known = new TreeSet<>(report ? ReportDutyJson.KEYS : CaseJson.KEYS);
        known.add(Expectation.ABSENT);
        new TreeSet<>(known).stream().filter(KINDS::containsKey).forEach(key -> {
            known.add(key + Expectation.INCLUDE);
            known.add(key + Expectation.EXCLUDE);
        });
        return known;
    }

    private void value(String key, JsonNode value, String pointer) {
        String kind = KINDS.get(Expectation.key(key));
        if (kind != null) {
            notes.codes(kind, value, pointer);
        } else if (ENTRIES.contains(key)) {
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
        for (int i = 0; i < reports.size(); i++) {
            String inner = CasePlaces.inner(pointer, i);
            notes.only(reports.get(i), inner, FaultKind.CASE_KEY, List.of("period", "deadlines", Expectation.ABSENT));
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
        if (!entries.isArray() && !entries.isMissingNode()) {
            notes.form(pointer, "a list");
        }
        for (int i = 0; i < entries.size(); i++) {
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
