package org.complaintkit.rules.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Whether what the authors of a worked case expect is of a form that can be compared: of another one nothing could be met,
 * and what must not occur would hold whatever the pack does. A text counts as a list of one; an entry is always an object
 * in a list.
 */
final class ExpectForm {
    /** The keys whose items are deadlines, told by their ids. */
    static final Set<String> ENTRIES = Set.of("deadlines", "previousDeadlines");

    /** The keys of what is expected of a period. */
    static final Set<String> REPORT = Set.of("period", "deadlines", Expectation.ABSENT);

    private static final String LIST = "a list of objects";

    private final BiConsumer<String, String> wrong;

    /**
     * Looks for other forms.
     *
     * @param wrong takes the pointer to what is wrong, and what belongs there
     */
    ExpectForm(BiConsumer<String, String> wrong) {
        this.wrong = wrong;
    }

    /** Whether nothing but a list of codes can stand under a key. */
    static boolean isCodes(String expected) {
        return Expectation.isNamed(expected) || expected.equals(Expectation.ABSENT);
    }

    void look(JsonNode expect) {
        for (Map.Entry<String, JsonNode> each : expect.properties()) {
            String pointer = CasePlaces.inner("/expect", each.getKey());
            if (isCodes(each.getKey())) {
                codes(each.getValue(), pointer);
            } else if (ENTRIES.contains(each.getKey())) {
                entries(each.getValue(), pointer);
            } else if (each.getKey().equals("reports")) {
                reports(each.getValue(), pointer);
            }
        }
    }

    private void reports(JsonNode reports, String pointer) {
        entries(reports, pointer);
        int i = 0;
        for (JsonNode report : Expectation.list(reports)) {
            String inner = CasePlaces.inner(pointer, i++);
            if (report.has("deadlines")) {
                entries(report.get("deadlines"), inner + "/deadlines");
            }
            if (report.has(Expectation.ABSENT)) {
                codes(report.get(Expectation.ABSENT), inner + "/" + Expectation.ABSENT);
            }
        }
    }

    private void entries(JsonNode entries, String pointer) {
        if (!entries.isArray()) {
            wrong.accept(pointer, LIST);
        }
        int i = 0;
        for (JsonNode entry : Expectation.list(entries)) {
            String inner = CasePlaces.inner(pointer, i++);
            if (!entry.isObject()) {
                wrong.accept(inner, "an object");
            }
        }
    }

    private void codes(JsonNode codes, String pointer) {
        if (!codes.isArray() && !codes.isTextual()) {
            wrong.accept(pointer, "a list of texts");
        }
        int i = 0;
        for (JsonNode code : Expectation.list(codes)) {
            String inner = CasePlaces.inner(pointer, i++);
            if (!code.isTextual()) {
                wrong.accept(inner, "a text");
            }
        }
    }
}
