package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.calendar.CountedDay;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.SkippedDay;

/** The days of a proof as JSON, in their order. */
final class ProofJson {
    private ProofJson() {}

    static void days(ArrayNode into, Proof proof) {
        Map<LocalDate, ObjectNode> days = new TreeMap<>();
        for (CountedDay day : proof.counted()) {
            ObjectNode node = into.objectNode()
                    .put("date", day.date().toString())
                    .put("counts", true)
                    .put("why", day.why())
                    .put("name", day.name())
                    .put("source", day.source())
                    .put("certainty", day.certainty().name());
            if (!day.time().isZero()) {
                node.put("time", day.time().toString());
            }
            days.put(day.date(), node);
        }
        for (SkippedDay day : proof.skipped()) {
            days.put(
                    day.date(),
                    into.objectNode()
                            .put("date", day.date().toString())
                            .put("counts", false)
                            .put("why", day.why())
                            .put("name", day.name())
                            .put("source", day.source())
                            .put("certainty", day.certainty().name()));
        }
        days.values().forEach(into::add);
    }
}
