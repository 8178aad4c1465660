package org.complaintkit.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.duty.Escalation;
import org.complaintkit.duty.Finding;
import org.complaintkit.report.Filing;
import org.complaintkit.report.ReportDuty;

/** Writes reports as duties of the institution, in the exchange format: the same duties, the same bytes. Stateless. */
public final class ReportDutyJson {
    /** Every key of the answer, in the order in which they are written. */
    public static final List<String> KEYS = List.of("id", "reports", "escalations", "findings");

    /** Every key that the deadline of a report may have. */
    public static final List<String> DEADLINE_KEYS = List.of(
            "id",
            "target",
            "limit",
            "state",
            "status",
            "targetMissed",
            "clause",
            "basis",
            "certainty",
            "owner",
            "receiver",
            "key",
            "warnings",
            "filings");

    private ReportDutyJson() {}

    /**
     * The reports owed for some periods, as they stand at the moment at which they are looked at.
     *
     * @param id the identifier of the question that is answered
     * @param owed the duties, those of one period next to each other
     */
    public static String write(String id, List<ReportDuty> owed) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", id);
        ArrayNode reports = json.putArray("reports");
        ArrayNode deadlines = Json.MAPPER.createArrayNode();
        String period = "";
        for (ReportDuty each : owed) {
            if (!each.key().period().equals(period)) {
                period = each.key().period();
                deadlines = reports.addObject().put("period", period).putArray("deadlines");
            }
            duty(deadlines.addObject(), each);
        }
        codes(
                json.putArray("escalations"),
                owed.stream().flatMap(each -> each.escalations().stream()).map(Escalation::id));
        codes(
                json.putArray("findings"),
                owed.stream().flatMap(each -> each.findings().stream()).map(Finding::code));
        return json.toString();
    }

    private static void duty(ObjectNode json, ReportDuty duty) {
        Deadline deadline = duty.deadline();
        ZoneId zone = duty.zone();
        json.put("id", deadline.id())
                .put("target", deadline.target().toText(zone))
                .put("limit", deadline.limit().toText(zone))
                .put("state", duty.state().name())
                .put("status", duty.status().name())
                .put("targetMissed", deadline.targetMissed(duty.asOf()))
                .put("clause", deadline.rule().clause())
                .put("basis", deadline.basis().name())
                .put("certainty", deadline.certainty().name())
                .put("owner", duty.duty().role())
                .put("receiver", duty.key().receiver())
                .put("key", duty.key().text());
        ArrayNode warnings = json.putArray("warnings");
        duty.warnings()
                .forEach(notice ->
                        warnings.add(DueMoment.ofInstant(notice.at(), zone).toText(zone)));
        ArrayNode filings = json.putArray("filings");
        for (Filing filing : duty.filings()) {
            filings.addObject()
                    .put("at", DueMoment.ofInstant(filing.at(), zone).toText(zone))
                    .put("kind", filing.kind().name())
                    .put("earlierPeriod", filing.earlierPeriod())
                    .put("reference", filing.reference());
        }
    }

    private static void codes(ArrayNode json, Stream<String> codes) {
        codes.collect(Collectors.toCollection(TreeSet::new)).forEach(json::add);
    }
}
