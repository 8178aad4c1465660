package org.complaintkit.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.duty.Duty;
import org.complaintkit.duty.Escalation;
import org.complaintkit.duty.Finding;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Assignee;

/**
 * A report as a duty of the institution, as it stands at a moment. Immutable.
 *
 * @param key what names it
 * @param entry its entry in the book, see {@link ReportBook}
 * @param zone the zone of its days
 * @param asOf the moment at which one looks
 */
public record ReportDuty(ReportKey key, Case entry, ZoneId zone, Instant asOf) {
    /** How a report stands. */
    public enum Status {
        /** Its period still runs and its limit has not passed. */
        NOT_YET_DUE,
        /** Its period is over, its limit has not passed. */
        OPEN,
        /** Filed at or before the limit. */
        FILED,
        /** Filed after the limit. */
        FILED_LATE,
        /** Its limit has passed and it is not filed. */
        OVERDUE
    }

    /** The span reported on. */
    public ReportPeriod period() {
        return ReportPeriod.parse(key.period());
    }

    /** Its one deadline: target, limit, warnings and proof. */
    public Deadline deadline() {
        return entry.deadlines().get(0);
    }

    /** The duty: who owes it, and when it was fulfilled. */
    public Duty duty() {
        return entry.duties().get(0);
    }

    /** The person who owes it, as far as the organisation knows one. */
    public Assignee owner() {
        return duty().assignee();
    }

    /** What its deadline says: open, met or breached. */
    public DeadlineState state() {
        return deadline().state(asOf);
    }

    /** How it stands. */
    public Status status() {
        boolean filed = duty().fulfilled();
        if (deadline().late(asOf)) {
            return filed ? Status.FILED_LATE : Status.OVERDUE;
        }
        if (filed) {
            return Status.FILED;
        }
        LocalDate today = asOf.atZone(zone).toLocalDate();
        return today.isAfter(period().lastDay()) ? Status.OPEN : Status.NOT_YET_DUE;
    }

    /** What was filed, in the order in which it happened. */
    public List<Filing> filings() {
        List<Filing> filings = new ArrayList<>();
        for (CaseEvent event : entry.events()) {
            filings.add(new Filing(event, kind(event, filings.isEmpty()), earlier(event)));
        }
        return List.copyOf(filings);
    }

    /** Breaches that were found, and that its dates rest on a schedule not published yet, as long as they do (CONV-21). */
    public List<Finding> findings() {
        return entry.findings();
    }

    /** Whom its breach was reported to. */
    public List<Escalation> escalations() {
        return entry.escalations();
    }

    /** The warnings given. */
    public List<Notice> warnings() {
        return entry.warnings().stream()
                .filter(notice -> notice.kind() == Notice.Kind.WARNING)
                .toList();
    }

    private Filing.Kind kind(CaseEvent event, boolean first) {
        if (first) {
            return deadline().limit().passedBy(event.occurredAt()) ? Filing.Kind.LATE : Filing.Kind.IN_TIME;
        }
        return Filing.corrects(event) ? Filing.Kind.CORRECTION : Filing.Kind.REPEATED;
    }

    private boolean earlier(CaseEvent event) {
        LocalDate day = event.occurredAt().atZone(zone).toLocalDate();
        return period().after().lastDay().isBefore(day);
    }
}
