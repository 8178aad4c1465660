package org.complaintkit.desk;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.policy.Nearest;
import org.complaintkit.report.ReportBook;
import org.complaintkit.report.ReportKey;
import org.complaintkit.report.ReportPeriod;
import org.complaintkit.report.ReportSchedule;

/**
 * What an event says was filed.
 *
 * @param event the event
 * @param schedule the report
 * @param period the span reported on
 */
record Filed(CaseEvent event, ReportSchedule schedule, ReportPeriod period) {

    /**
     * Finds the one report that an event is about.
     *
     * @throws InvalidInputException if there is none, or more than one
     */
    static Filed of(CaseEvent event, List<ReportSchedule> schedules) {
        if (!event.type().equals(ReportBook.FILED)) {
            throw refused("EVENT_TYPE", "event.type", event.type(), ReportBook.FILED, "tell other events of a case");
        }
        String id = event.value("report");
        List<String> ids =
                schedules.stream().map(each -> each.rule().id()).distinct().toList();
        List<ReportSchedule> named = schedules.stream()
                .filter(each -> each.rule().id().equals(id))
                .filter(each -> fits(event, "pack", each.policy().id()))
                .filter(each -> fits(event, "receiver", each.rule().receiver()))
                .toList();
        if (named.isEmpty()) {
            throw refused(
                    "UNKNOWN_REPORT",
                    "event.data.report",
                    Nearest.shown(id, ids),
                    "a report that the packs demand: " + (ids.isEmpty() ? "none" : String.join(", ", ids)),
                    Nearest.hint(
                            id, ids, "name one of these; leave pack and receiver out, or name those of the report"));
        }
        ReportPeriod period = ReportPeriod.parse(event.value("period"));
        List<ReportSchedule> owed =
                named.stream().filter(each -> each.owes(period)).toList();
        if (owed.size() != 1) {
            Stream<String> kinds =
                    named.stream().map(each -> each.rule().period().name());
            throw refused(
                    owed.isEmpty() ? "NO_SUCH_PERIOD" : "REPORT_AMBIGUOUS",
                    "event.data.period",
                    period.name(),
                    owed.isEmpty()
                            ? "a period for which the report is owed: "
                                    + String.join(", ", kinds.distinct().toList())
                            : "one report; several fit",
                    owed.isEmpty() ? "name such a period" : "name the pack or the receiver as well");
        }
        return new Filed(event, owed.get(0), period);
    }

    ReportKey key(String institution) {
        return ReportKey.of(institution, schedule.policy().id(), schedule.rule(), period);
    }

    /** Nothing can be reported on a period that has not begun. */
    void afterBeginning(Instant begins) {
        if (event.occurredAt().isBefore(begins)) {
            throw refused(
                    "PERIOD_NOT_BEGUN",
                    "event.occurredAt",
                    event.occurredAt().toString(),
                    "a filing after the period began, " + begins,
                    "correct the time, or the period");
        }
    }

    private static boolean fits(CaseEvent event, String key, String value) {
        return event.value(key).isBlank() || event.value(key).equals(value);
    }

    private static InvalidInputException refused(
            String code, String subject, String value, String rule, String wayOut) {
        return InvalidInputException.of(code, subject)
                .value(value)
                .rule(rule)
                .wayOut(wayOut)
                .build();
    }
}
