package org.complaintkit.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.complaintkit.policy.Grouping;
import org.complaintkit.policy.IndicatorRule;
import org.complaintkit.report.IndicatorValue;
import org.complaintkit.report.Measured;
import org.complaintkit.report.ReportContent;
import org.jspecify.annotations.Nullable;

/**
 * Writes the content of a report in JSON: the same content, the same bytes. Every key is always there; what is unknown or
 * not said is null. Nothing written identifies a person. Stateless and thread-safe.
 */
public final class ReportJson {
    private ReportJson() {}

    /** The report. */
    public static String write(ReportContent content) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("pack", content.pack().label());
        json.put("period", content.period().name());
        json.put("from", content.period().firstDay().toString());
        json.put("to", content.period().lastDay().toString());
        ArrayNode indicators = json.putArray("indicators");
        content.indicators().forEach(value -> indicator(indicators.addObject(), value));
        return json.toString();
    }

    private static void indicator(ObjectNode json, IndicatorValue value) {
        IndicatorRule rule = value.rule();
        json.put("indicator", rule.indicator());
        put(json, "report", rule.report());
        json.put("clause", rule.clause());
        json.put("basis", rule.basis().name());
        json.put("cases", rule.cases().name());
        ArrayNode selected = json.putArray("selected");
        rule.selected().forEach(selection -> selected.add(selection.toString()));
        put(json, "by", rule.by().map(Grouping::name).orElse(""));
        measured(json, value.total(), value.previous());
        put(json, "target", rule.target().map(Object::toString).orElse(""));
        json.put("onTarget", value.onTarget().orElse(null));
        ArrayNode groups = json.putArray("groups");
        for (IndicatorValue.Group group : value.groups()) {
            ObjectNode each = groups.addObject();
            put(each, "code", group.code());
            each.put("cases", group.cases());
            number(each, "share", group.share());
            measured(each, group.measured(), group.previous());
        }
    }

    private static void measured(ObjectNode json, Measured now, Measured previous) {
        json.put("part", now.part());
        json.put("whole", now.whole());
        number(json, "value", now.value());
        number(json, "previous", previous.value());
        number(json, "growth", now.growth(previous));
    }

    private static void number(ObjectNode json, String key, @Nullable BigDecimal value) {
        json.put(key, value);
    }

    private static void put(ObjectNode json, String key, String text) {
        json.put(key, text.isEmpty() ? null : text);
    }
}
