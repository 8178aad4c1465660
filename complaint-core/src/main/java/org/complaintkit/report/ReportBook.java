package org.complaintkit.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.deadline.Dating;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.duty.Finding;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.ReportRule;
import org.jspecify.annotations.Nullable;

/**
 * The institution's book of reports, as a pure function: (policies, report, period, filings, instant) -> entry.
 *
 * <p>An entry is kept in the form of a {@link Case} with one deadline and one duty, so that store, sweep, wire and audit
 * treat it by the laws that they have for cases. It is no complaint: no pack decides on it, so that no report counts it,
 * and it lies before every receipt, so that no search by receipts finds it. Immutable and thread-safe if its organisation
 * is.
 */
public final class ReportBook {
    /** The event by which a host says that a report was filed. */
    public static final String FILED = "REPORT_FILED";

    /** By pack; its versions by the day from which they are in force. */
    private final Map<String, List<Policy>> policies;

    private final CalendarRegistry calendars;
    private final Organisation organisation;

    /**
     * A book of reports.
     *
     * @param policies may hold several versions of a pack; a new entry is opened by the last one that came into force by
     *     the end of its period, and stays with it
     */
    public ReportBook(List<Policy> policies, CalendarRegistry calendars, Organisation organisation) {
        this.policies = policies.stream()
                .sorted(Comparator.comparing(
                        Policy::effectiveFrom, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())))
                .collect(Collectors.groupingBy(Policy::id));
        this.calendars = calendars;
        this.organisation = organisation;
    }

    /**
     * Opens the entry of a report at the beginning of its period and lets time pass.
     *
     * @param until may lie before the period: then the entry stands as at its beginning
     * @throws InvalidInputException if the policy's calendar does not know the period
     */
    public Outcome open(ReportKey key, ReportRule rule, Instant until) {
        ReportPeriod period = ReportPeriod.parse(key.period());
        Policy policy = policy(key.pack(), period);
        Deadline deadline = deadline(policy, rule, period);
        Case opened = Entry.opened(key, rule, policy, deadline, versions(policy), organisation);
        return outcome(null, at(opened, List.of(), later(deadline.startedAt(), until), true), true);
    }

    /** Lets time pass; does nothing if the entry has got there already. */
    public Outcome advance(Case entry, Instant until) {
        return until.isAfter(entry.advancedTo())
                ? outcome(entry, at(redated(entry), entry.events(), until, true), true)
                : new Outcome(entry, true, List.of(), List.of());
    }

    /**
     * Enters a filing. The first one, by when it happened, discharges the duty; a later one that says {@code corrects} is
     * a correction, and any other has no effect. The same event id twice is the caller's to handle.
     */
    public Outcome file(Case entry, CaseEvent filing) {
        List<CaseEvent> events = Stream.concat(entry.events().stream(), Stream.of(filing))
                .sorted(Comparator.comparing(CaseEvent::occurredAt))
                .toList();
        Case now = at(redated(entry), events, later(entry.advancedTo(), filing.occurredAt()), true);
        return outcome(entry, now, !now.withoutEffect().contains(filing.id()));
    }

    /** The entry as it stands, or stood, at a moment, by all that is known today. */
    public Case asOf(Case entry, Instant asOf) {
        if (!asOf.isBefore(entry.advancedTo())) {
            return advance(entry, asOf).now();
        }
        List<CaseEvent> known = entry.events().stream()
                .filter(event -> !event.occurredAt().isAfter(asOf))
                .toList();
        return at(entry, known, later(entry.deadlines().get(0).startedAt(), asOf), false);
    }

    /** The moment at which a period begins. */
    public static Instant begins(ReportPeriod period, ZoneId zone) {
        return period.firstDay().atStartOfDay(zone).toInstant();
    }

    private Case at(Case entry, List<CaseEvent> filings, Instant until, boolean keep) {
        Policy policy = policy(entry);
        return new Entry(entry, policy, organisation, Dating.of(policy, calendars)).at(filings, until, keep);
    }

    /** Dated by the calendar of today, as long as a schedule is lacking and the policy is still the one that dated it. */
    private Case redated(Case entry) {
        Deadline old = entry.deadlines().get(0);
        Policy policy = policy(entry);
        ReportKey key = ReportKey.of(entry);
        boolean same = entry.packs().equals(List.of(policy.pack()))
                && entry.parameters().equals(policy.parameters().set());
        if (old.certainty() != Certainty.PROVISIONAL || !same) {
            return entry;
        }
        ReportPeriod period = ReportPeriod.parse(key.period());
        return policy.reports().stream()
                .filter(rule -> rule.period() == period.kind())
                .filter(rule -> ReportKey.of(key.institution(), policy.id(), rule, period)
                        .equals(key))
                .findFirst()
                .map(rule -> Entry.dated(entry, deadline(policy, rule, period), versions(policy)))
                .orElse(entry);
    }

    private Deadline deadline(Policy policy, ReportRule rule, ReportPeriod period) {
        return Dating.of(policy, calendars)
                .report(Entry.row(rule), begins(period, policy.zone()), ReportDue.due(policy, rule, period, calendars));
    }

    private Map<String, String> versions(Policy policy) {
        return Map.of(policy.calendar(), calendars.get(policy.calendar()).version());
    }

    /** The policy that opened an entry; where it is not here, the one that would open it today. */
    private Policy policy(Case entry) {
        PackVersion pack = entry.packs().get(0);
        return policies.getOrDefault(pack.id(), List.of()).stream()
                .filter(each -> each.pack().equals(pack))
                .findFirst()
                .orElseGet(() ->
                        policy(pack.id(), ReportPeriod.parse(ReportKey.of(entry).period())));
    }

    private Policy policy(String id, ReportPeriod period) {
        List<Policy> versions = policies.get(id);
        if (versions == null) {
            throw InvalidInputException.of("OTHER_PACKS", "report of " + id)
                    .value(id)
                    .rule("a report of one of the packs " + new TreeSet<>(policies.keySet()))
                    .wayOut("use a desk under the pack of the report")
                    .build();
        }
        return versions.stream()
                .filter(each ->
                        each.effectiveFrom() == null || !each.effectiveFrom().isAfter(period.lastDay()))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> versions.get(0));
    }

    private static Outcome outcome(@Nullable Case before, Case now, boolean effective) {
        Set<String> known = new HashSet<>();
        Set<Finding> found = new HashSet<>();
        if (before != null) {
            Entry.notices(before).forEach(notice -> known.add(notice.key()));
            found.addAll(before.findings());
        }
        return new Outcome(
                now,
                effective,
                Entry.notices(now).stream()
                        .filter(notice -> !known.contains(notice.key()))
                        .toList(),
                now.findings().stream().filter(each -> !found.contains(each)).toList());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
