package org.complaintkit.rules.simulate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.complaintkit.rules.diff.Change;

/** A report for programs. */
final class ReportJson {
    private ReportJson() {}

    static String of(SimulationReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("read", report.read())
                .put("bad", report.bad())
                .put("untouched", report.untouched())
                .put("told", report.told())
                .put("outside", report.outside())
                .put("changed", report.changed())
                .put("breachesBefore", report.breachesBefore())
                .put("breachesAfter", report.breachesAfter())
                .put("newBreaches", report.newBreaches())
                .put("spared", report.spared());
        aspects(json.putObject("aspects"), report.aspects());
        ArrayNode shifts = json.putArray("limitShifts");
        report.shifts()
                .forEach((days, cases) -> shifts.addObject().put("days", days).put("cases", cases));
        ArrayNode effects = json.putArray("effects");
        report.effects().forEach(effect -> effect(effects.addObject(), effect));
        ArrayNode bad = json.putArray("badLines");
        report.badLines()
                .forEach(line -> bad.addObject()
                        .put("line", line.line())
                        .put("code", line.code())
                        .put("at", line.at()));
        return json.toString();
    }

    private static void effect(ObjectNode json, SimulationReport.Effect effect) {
        cause(json.putObject("cause"), effect.cause());
        json.put("cases", effect.cases())
                .put("newBreaches", effect.newBreaches())
                .put("spared", effect.spared());
        aspects(json.putObject("aspects"), effect.aspects());
        ArrayNode examples = json.putArray("examples");
        for (SimulationReport.Example example : effect.examples()) {
            ArrayNode differences =
                    examples.addObject().put("id", example.caseId()).putArray("differences");
            example.differences()
                    .forEach(each -> differences
                            .addObject()
                            .put("aspect", each.aspect().name())
                            .put("subject", each.subject())
                            .put("before", each.before())
                            .put("after", each.after()));
        }
    }

    private static void cause(ObjectNode json, Cause cause) {
        json.put("kind", cause.kind().name()).put("pack", cause.pack());
        Change change = cause.change();
        if (change != null) {
            json.put("part", change.part().name())
                    .put("file", change.file())
                    .put("id", change.id())
                    .put("clause", change.clause())
                    .put("change", change.kind().name());
            ArrayNode details = json.putArray("details");
            change.details()
                    .forEach(detail -> details.addObject()
                            .put("field", detail.field())
                            .put("before", detail.before())
                            .put("after", detail.after()));
        }
    }

    private static void aspects(ObjectNode json, Map<Aspect, Long> aspects) {
        aspects.forEach((aspect, cases) -> json.put(aspect.name(), cases));
    }
}
