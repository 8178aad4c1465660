package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a worked example expects of an answer, each key compared in its own way. */
final class Expectation {
    private static final Set<String> EQUAL = Set.of(
            "category",
            "categories",
            "class",
            "grade",
            "initialGrade",
            "owner",
            "assists",
            "outcome",
            "state",
            "number",
            "previousNumber",
            "case",
            "form",
            "approver",
            "effectiveLimit",
            "maximumLimit",
            "amounts",
            "statistics",
            "escalations");
    private static final Set<String> DEADLINE = Set.of("id", "start", "target", "limit", "state", "targetMissed");

    private final JsonNode answer;
    private final List<String> faults = new ArrayList<>();

    private Expectation(JsonNode answer) {
        this.answer = answer;
    }

    /** What of the expectation the answer does not fulfil; empty if it fulfils all. */
    static List<String> faults(JsonNode expect, JsonNode answer) {
        Expectation expectation = new Expectation(answer);
        expect.properties().forEach(key -> expectation.compare(key.getKey(), key.getValue()));
        return expectation.faults;
    }

    private void compare(String key, JsonNode expected) {
        if (EQUAL.contains(key)) {
            equal(key, expected, answer.path(key));
        } else if (key.equals("labels")) {
            include("labels", expected);
        } else if (key.endsWith("Include")) {
            include(key.substring(0, key.length() - "Include".length()), expected);
        } else if (key.endsWith("Exclude")) {
            exclude(key.substring(0, key.length() - "Exclude".length()), expected);
        } else if (key.equals("deadlines") || key.equals("previousDeadlines")) {
            entries(key, expected, answer.path(key), DEADLINE);
        } else if (key.equals("absentDeadlines")) {
            absent(expected);
        } else if (key.equals("reports")) {
            reports(expected);
        } else {
            faults.add("no way to compare " + key);
        }
    }

    /** Lists as sets; of an object the listed fields. */
    private void equal(String key, JsonNode expected, JsonNode actual) {
        boolean same;
        if (expected.isArray()) {
            same = actual.isArray() && set(expected).equals(set(actual));
        } else if (expected instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> equal(key + "." + field.getKey(), field.getValue(), actual.path(field.getKey())));
            return;
        } else if (expected.isNumber()) {
            same = actual.isNumber() && expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        } else {
            same = expected.equals(actual);
        }
        if (!same) {
            faults.add(key + " is " + actual + ", not " + expected);
        }
    }

    private void include(String key, JsonNode expected) {
        Set<JsonNode> missing = set(expected);
        missing.removeAll(set(answer.path(key)));
        if (!missing.isEmpty()) {
            faults.add(key + " lacks " + missing + " in " + answer.path(key));
        }
    }

    private void exclude(String key, JsonNode expected) {
        Set<JsonNode> wrong = set(expected);
        wrong.retainAll(set(answer.path(key)));
        if (!wrong.isEmpty() || !answer.path(key).isArray()) {
            faults.add(key + " has " + wrong + " in " + answer.path(key));
        }
    }

    private void entries(String key, JsonNode expected, JsonNode actual, Set<String> known) {
        for (JsonNode entry : expected) {
            entry.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    faults.add("no way to compare " + key + "." + name);
                }
            });
            List<JsonNode> same = new ArrayList<>();
            actual.forEach(candidate -> {
                if (candidate.path("id").equals(entry.path("id"))) {
                    same.add(candidate);
                }
            });
            if (same.stream().noneMatch(candidate -> fits(entry, candidate))) {
                faults.add(key + " has " + same + ", not " + entry);
            }
        }
    }

    private static boolean fits(JsonNode entry, JsonNode candidate) {
        boolean[] fits = {true};
        entry.properties().forEach(field -> fits[0] &= field.getValue().equals(candidate.path(field.getKey())));
        return fits[0];
    }

    private void absent(JsonNode expected) {
        for (JsonNode id : expected) {
            for (JsonNode deadline : answer.path("deadlines")) {
                if (deadline.path("id").equals(id)) {
                    faults.add("deadline " + id + " exists: " + deadline);
                }
            }
        }
    }

    private void reports(JsonNode expected) {
        for (JsonNode report : expected) {
            List<JsonNode> same = new ArrayList<>();
            answer.path("reports").forEach(candidate -> {
                if (candidate.path("period").equals(report.path("period"))) {
                    same.add(candidate);
                }
            });
            if (same.size() == 1) {
                JsonNode actual = same.get(0).path("deadlines");
                entries(
                        "reports " + report.path("period"),
                        report.path("deadlines"),
                        actual,
                        Set.of("id", "target", "limit"));
            } else {
                faults.add(same.size() + " reports for " + report.path("period"));
            }
        }
    }

    private static Set<JsonNode> set(JsonNode list) {
        Set<JsonNode> set = new HashSet<>();
        list.forEach(set::add);
        return set;
    }
}
