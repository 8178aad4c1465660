package org.complaintkit.packs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a worked case expects of its answer, compared as the format of worked cases says. */
record Expectation(JsonNode expect, JsonNode answer) {

    List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : expect.properties()) {
            String key = each.getKey();
            JsonNode wanted = each.getValue();
            switch (key) {
                case "deadlines", "previousDeadlines" -> wanted.forEach(d -> deadline(key, d, differences));
                case "absentDeadlines" ->
                    wanted.forEach(id -> {
                        if (ids(answer.get("deadlines")).contains(id.asText())) {
                            differences.add("deadline " + id.asText() + " should not exist");
                        }
                    });
                case "labels" -> included("labels", wanted, differences);
                case "dutiesInclude", "prohibitionsInclude", "findingsInclude" ->
                    included(key.replace("Include", ""), wanted, differences);
                case "dutiesExclude", "findingsExclude" -> excluded(key.replace("Exclude", ""), wanted, differences);
                case "reports" -> reports(wanted, differences);
                default -> equal(key, wanted, differences);
            }
        }
        return differences;
    }

    private void equal(String key, JsonNode wanted, List<String> differences) {
        JsonNode found = answer.path(key);
        boolean same = wanted.isArray() ? texts(wanted).equals(texts(found)) : wanted.equals(found);
        if (!same) {
            differences.add(key + ": wanted " + wanted + ", found " + found);
        }
    }

    private void included(String key, JsonNode wanted, List<String> differences) {
        Set<String> missing = texts(wanted);
        missing.removeAll(texts(answer.get(key)));
        if (!missing.isEmpty()) {
            differences.add(key + ": missing " + missing + " in " + answer.get(key));
        }
    }

    private void excluded(String key, JsonNode unwanted, List<String> differences) {
        Set<String> found = texts(unwanted);
        found.retainAll(texts(answer.get(key)));
        if (!found.isEmpty()) {
            differences.add(key + ": unwanted " + found);
        }
    }

    private void deadline(String key, JsonNode wanted, List<String> differences) {
        for (JsonNode found : answer.get(key)) {
            if (found.get("id").equals(wanted.get("id"))) {
                wanted.properties().forEach(field -> {
                    if (!field.getValue().equals(found.get(field.getKey()))) {
                        differences.add(wanted.get("id").asText() + "." + field.getKey() + ": wanted "
                                + field.getValue() + ", found " + found.get(field.getKey()));
                    }
                });
                return;
            }
        }
        differences.add(key + ": " + wanted.get("id").asText() + " is missing");
    }

    private void reports(JsonNode wanted, List<String> differences) {
        for (int i = 0; i < wanted.size(); i++) {
            JsonNode found = answer.get("reports").path(i);
            if (!wanted.get(i).get("period").equals(found.get("period"))) {
                differences.add("reports: wanted " + wanted.get(i).get("period") + ", found " + found.get("period"));
                continue;
            }
            Expectation period = new Expectation(wanted.get(i), found);
            wanted.get(i).get("deadlines").forEach(each -> period.deadline("deadlines", each, differences));
        }
    }

    private static Set<String> ids(JsonNode deadlines) {
        Set<String> ids = new TreeSet<>();
        deadlines.forEach(deadline -> ids.add(deadline.get("id").asText()));
        return ids;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
