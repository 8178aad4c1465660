package org.complaintkit.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.calendar.Due;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Reason;
import org.complaintkit.duty.Duty;
import org.complaintkit.duty.Escalation;
import org.complaintkit.duty.Finding;
import org.complaintkit.duty.Prohibition;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.Basis;
import org.complaintkit.report.ReportDue;

/**
 * Writes cases in the exchange format: the same case, the same bytes. Every key is always there, {@code undecided} apart,
 * which stands only where a category or an owner is; a value that the case does not have is null. Amounts are those of
 * all packs, the first pack's first; every other answer is that of the first pack that has one, and on which form the case
 * is settled the first pack says. {@code confidence} stands beside a basis only where the pack says how sure it is of the
 * clause; {@code mergedDuties} only where several packs demand the same duty. {@code deadlines} tells the last clock of each
 * id, see {@link Case#lastDeadlines}, {@code previousDeadlines} every clock of an earlier round; a clock that this round did
 * not start anew stands under both. While a clock stands still and nobody knows until when, its target and limit are {@code
 * never}; one that was replaced keeps the limit that it had then. Nothing written identifies a person. Stateless and thread-safe.
 */
public final class CaseJson {
    /** Every key that a case may have, in the order in which they are written. */
    public static final List<String> KEYS = List.of(
            "id",
            "category",
            "undecided",
            "categories",
            "class",
            "grade",
            "initialGrade",
            "labels",
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
            "deadlines",
            "previousDeadlines",
            "escalations",
            "duties",
            "mergedDuties",
            "prohibitions",
            "findings",
            "measures",
            "reports",
            "signals",
            "reasons");

    /** Every key that one of its deadlines may have. */
    public static final List<String> DEADLINE_KEYS = List.of(
            "id", "start", "target", "limit", "state", "targetMissed", "clause", "basis", "confidence", "certainty");

    private CaseJson() {}

    /**
     * A case as it stands at the moment up to which its time was let pass.
     *
     * @param id the identifier of the question that is answered
     * @param zone zone in which days are days
     */
    public static String write(String id, Case value, ZoneId zone) {
        Decision classified = value.decision(Answer.CATEGORY);
        Decision handed = value.decision(Answer.OWNER);
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", id);
        put(json, "category", classified.category());
        if (classified.undecided()) {
            json.put("undecided", true);
        }
        texts(json.putArray("categories"), value.categories());
        put(json, "class", value.decision(Answer.COMPLEXITY).complexity());
        put(json, "grade", value.decision(Answer.GRADE).grade());
        put(json, "initialGrade", value.register().initialGrade());
        texts(json.putArray("labels"), value.labels());
        put(json, "owner", handed.owner());
        texts(json.putArray("assists"), handed.assists());
        put(json, "outcome", value.outcome());
        put(json, "state", value.state());
        put(json, "number", value.register().number());
        put(json, "previousNumber", value.register().previousNumber());
        json.put("case", value.account().settledOn().isEmpty());
        put(json, "form", value.account().settledOn());
        put(json, "approver", value.decision(Answer.APPROVER).approver());
        put(
                json,
                "effectiveLimit",
                value.effective().map(d -> d.limit().toText(zone)).orElse(""));
        put(
                json,
                "maximumLimit",
                value.maximumLimit().map(most -> most.toText(zone)).orElse(""));
        amounts(json, value);
        statistics(json, value);
        deadlines(json.putArray("deadlines"), value, value.lastDeadlines(), zone);
        deadlines(json.putArray("previousDeadlines"), value, value.previousDeadlines(), zone);
        texts(json.putArray("escalations"), sorted(value.escalations().stream().map(Escalation::id)));
        texts(json.putArray("duties"), sorted(value.duties().stream().map(Duty::code)));
        merged(json, value);
        texts(
                json.putArray("prohibitions"),
                sorted(value.prohibitions().stream().map(Prohibition::code)));
        texts(json.putArray("findings"), sorted(value.findings().stream().map(Finding::code)));
        texts(json.putArray("measures"), value.measures());
        json.putArray("reports");
        ArrayNode signals = json.putArray("signals");
        value.decisions().values().stream()
                .flatMap(each -> each.signals().found().stream())
                .distinct()
                .forEach(signal -> signals.addObject()
                        .put("text", signal.text())
                        .put("at", signal.at())
                        .put("code", signal.code())
                        .put("weight", signal.weight()));
        ArrayNode reasons = json.putArray("reasons");
        value.decisions().forEach((pack, each) -> {
            each.reasons().forEach(reason -> reason(reasons, value, reason));
            each.conflicts().forEach(conflict -> conflict(reasons, value, conflict, pack));
        });
        value.reasons().forEach(reason -> reason(reasons, value, reason));
        value.register().accounts().forEach((pack, each) -> {
            each.reasons().forEach(reason -> reason(reasons, value, reason));
            each.conflicts().forEach(conflict -> conflict(reasons, value, conflict, pack));
        });
        value.effectiveReason().ifPresent(reason -> reason(reasons, value, reason));
        return json.toString();
    }

    /**
     * The reports owed for some periods, and among the findings whether a date of theirs rests on a schedule that is not
     * published yet.
     *
     * @param id the identifier of the question that is answered
     * @param owed the reports, those of one period next to each other
     */
    public static String writeReports(String id, List<ReportDue> owed, ZoneId zone) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", id);
        ArrayNode reports = json.putArray("reports");
        ArrayNode deadlines = Json.MAPPER.createArrayNode();
        String period = "";
        for (ReportDue each : owed) {
            if (!each.period().name().equals(period)) {
                period = each.period().name();
                deadlines = reports.addObject().put("period", period).putArray("deadlines");
            }
            deadlines
                    .addObject()
                    .put("id", each.rule().id())
                    .put("target", each.due().target().toText(zone))
                    .put("limit", each.due().limit().toText(zone))
                    .put("clause", each.rule().clause())
                    .put("certainty", each.due().certainty().name());
        }
        texts(
                json.putArray("findings"),
                sorted(owed.stream()
                        .flatMap(each -> each.due().notes().stream())
                        .filter(Due.CALENDAR_YEAR_UNKNOWN::equals)));
        return json.toString();
    }

    private static void amounts(ObjectNode json, Case value) {
        ObjectNode amounts = Json.MAPPER.createObjectNode();
        value.register().accounts().values().stream()
                .flatMap(account -> account.amounts().stream())
                .filter(amount -> !amounts.has(amount.name()))
                .forEach(amount -> {
                    amounts.put(amount.name(), amount.value());
                    if (!amount.role().isEmpty()) {
                        amounts.put(amount.name() + "Role", amount.role());
                    }
                });
        if (amounts.isEmpty()) {
            json.putNull("amounts");
        } else {
            json.set("amounts", amounts);
        }
    }

    /** An outcome that is not determined yet is left out. */
    private static void statistics(ObjectNode json, Case value) {
        String count = value.countStatus();
        if (count.isEmpty()) {
            json.putNull("statistics");
            return;
        }
        ObjectNode statistics = json.putObject("statistics").put("countStatus", count);
        if (!value.outcome().isEmpty()) {
            statistics.put("outcome", value.outcome());
        }
    }

    private static void deadlines(ArrayNode json, Case value, List<Deadline> deadlines, ZoneId zone) {
        Instant asOf = value.advancedTo();
        for (Deadline deadline : deadlines) {
            ObjectNode each = json.addObject()
                    .put("id", deadline.id())
                    .put("start", start(deadline, zone))
                    .put("target", deadline.target().toText(zone))
                    .put("limit", deadline.limit().toText(zone))
                    .put("state", deadline.state(asOf).name())
                    .put("targetMissed", deadline.targetMissed(asOf))
                    .put("clause", deadline.rule().clause())
                    .put("basis", deadline.basis().name());
            confidence(each, value, deadline.pack(), deadline.rule().clause());
            each.put("certainty", deadline.certainty().name());
        }
    }

    private static void confidence(ObjectNode json, Case value, String pack, String clauses) {
        value.confidence(pack, clauses).ifPresent(confidence -> json.put("confidence", confidence.name()));
    }

    /** Duties that several packs demand of the same role, with all that demand them. */
    private static void merged(ObjectNode json, Case value) {
        List<Duty> merged =
                value.duties().stream().filter(duty -> !duty.also().isEmpty()).toList();
        if (merged.isEmpty()) {
            return;
        }
        ArrayNode duties = json.putArray("mergedDuties");
        for (Duty duty : merged) {
            ArrayNode sources = duties.addObject()
                    .put("code", duty.code())
                    .put("role", duty.role())
                    .putArray("sources");
            source(sources, duty.pack(), duty.rule(), duty.clause(), duty.basis());
            duty.also().forEach(each -> source(sources, each.pack(), each.rule(), each.clause(), each.basis()));
        }
    }

    private static void source(ArrayNode json, String pack, String rule, String clause, Basis basis) {
        json.addObject()
                .put("pack", pack)
                .put("rule", rule)
                .put("clause", clause)
                .put("basis", basis.name());
    }

    /** A deadline in days starts on a day, one by the clock at an instant. */
    private static String start(Deadline deadline, ZoneId zone) {
        return deadline.limit().wholeDay()
                ? deadline.start().day().toString()
                : deadline.start().toText(zone);
    }

    /** Rules that contradict each other are all told; none of them was followed. */
    private static void conflict(ArrayNode json, Case value, Decision.Conflict conflict, String pack) {
        conflict.proposals().forEach(proposal -> {
            Reason reason = proposal.reason(pack);
            reason(
                    json,
                    value,
                    new Reason(
                            "conflict of " + reason.answer(),
                            reason.code(),
                            reason.rule(),
                            reason.clause(),
                            reason.basis(),
                            pack));
        });
    }

    private static void reason(ArrayNode json, Case value, Reason reason) {
        ObjectNode each = json.addObject()
                .put("answer", reason.answer())
                .put("code", reason.code())
                .put("rule", reason.rule())
                .put("clause", reason.clause())
                .put("basis", reason.basis().name());
        confidence(each, value, reason.pack(), reason.clause());
        each.put("pack", reason.pack());
    }

    private static void put(ObjectNode json, String name, String code) {
        if (code.isEmpty()) {
            json.putNull(name);
        } else {
            json.put(name, code);
        }
    }

    private static Collection<String> sorted(Stream<String> codes) {
        return codes.collect(Collectors.toCollection(TreeSet::new));
    }

    private static void texts(ArrayNode json, Collection<String> texts) {
        texts.forEach(json::add);
    }
}
