package org.complaintkit.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.Pause;
import org.complaintkit.deadline.GivenDate;
import org.complaintkit.decision.Decision;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.PauseRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.StandstillRule;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a clock stands still, with the moment from which one knows of it. A date that somebody grants takes
 * account of what was known when it was granted; only what comes later moves it.
 *
 * @param told when the event happened that stopped the clock, or the order was given
 * @param pause the time
 */
record Standstill(Instant told, Pause pause) {
    /** A supervisor's order that a time does not count, whatever the policy: one event, also for a time that is over. */
    static final EventPattern TIME_LEFT_OUT = EventPattern.parse("TIME_LEFT_OUT");

    /**
     * All that stop a clock of this row, orders included, as far as the history knows. What began in an earlier round still
     * stops a clock of this one: of its time the calendar leaves out what lies after the start.
     */
    static Stream<Standstill> of(Draft draft, History history, Policy policy, DeadlineRule row) {
        ZoneId zone = policy.zone();
        PauseRule rule = row.pausedBy();
        String[] named = named(policy, row);
        Stream<Standstill> stops = rule.from().stream()
                .flatMap(from -> history.ever(from).stream())
                .map(stop -> new Standstill(stop.occurredAt(), pause(stop, rule, history, zone)));
        Stream<Standstill> orders = history.ever(TIME_LEFT_OUT).stream()
                .filter(order -> Addressee.about(order, named))
                .flatMap(
                        order -> leftOut(order, zone).map(pause -> new Standstill(order.occurredAt(), pause)).stream());
        Stream<Standstill> periods = periods(draft, policy, row.id()).map(each -> new Standstill(Instant.MIN, each));
        return Stream.concat(Stream.concat(stops, orders), periods);
    }

    /** The ids under which an order may name a clock: of one that runs in place of another also that one's. */
    private static String[] named(Policy policy, DeadlineRule row) {
        Stream<String> extended = policy.extensions().stream()
                .filter(each -> each.into().equals(row.id()))
                .map(ExtensionRule::extended);
        return Stream.concat(Stream.of(row.id()), extended).toArray(String[]::new);
    }

    /** The times that the policy itself leaves out for a complaint such as this, of what runs by one row of its tables. */
    static Stream<Pause> periods(Draft draft, Policy policy, String rowId) {
        List<StandstillRule> rows = policy.safeguards().standstills();
        if (rows.isEmpty()) {
            return Stream.empty();
        }
        Set<String> codes = new TreeSet<>(draft.complaint.intakeCategories());
        Decision decision = draft.decisions.get(policy.id());
        if (decision != null) {
            codes.addAll(decision.categories());
            codes.addAll(decision.labels());
        }
        LocalDate received = day(draft.complaint.receivedAt(), policy.zone());
        return rows.stream()
                .filter(row -> row.stops(rowId) && row.about(received, codes, policy.parameters()))
                .map(row -> row.time(policy.parameters(), policy.zone()));
    }

    /** What of it was over at a moment, as known then; empty if nothing was. */
    Optional<Standstill> upTo(Instant moment, ZoneId zone) {
        if (told.isAfter(moment) || pause.from().isAfter(moment)) {
            return Optional.empty();
        }
        Instant to = pause.to();
        if (to != null && !to.isAfter(moment)) {
            return Optional.of(this);
        }
        return Optional.of(new Standstill(
                told,
                pause.wholeDays() && to != null
                        ? Pause.ofDays(day(pause.from(), zone), day(moment, zone), zone)
                        : new Pause(pause.from(), moment)));
    }

    /** What of it a decision at a moment could not take into account; empty if it is over. */
    Optional<Standstill> since(Instant moment, ZoneId zone) {
        if (told.isAfter(moment) || pause.from().isAfter(moment)) {
            return Optional.of(this);
        }
        Instant to = pause.to();
        if (to == null || !pause.wholeDays()) {
            return to != null && to.isBefore(moment)
                    ? Optional.empty()
                    : Optional.of(new Standstill(told, new Pause(moment, to)));
        }
        LocalDate next = day(moment, zone).plusDays(1);
        LocalDate last = day(to.minusNanos(1), zone);
        return last.isBefore(next)
                ? Optional.empty()
                : Optional.of(new Standstill(told, Pause.ofDays(next, last, zone)));
    }

    /** A stop of which no end is told ends with the answer of its round: who has answered waits for nothing. */
    private static Pause pause(CaseEvent stop, PauseRule rule, History history, ZoneId zone) {
        Instant from = moment(stop, "from", zone).orElse(stop.occurredAt());
        Optional<CaseEvent> on = rule.to().stream()
                .flatMap(pattern -> history.ever(pattern).stream())
                .filter(event -> !event.occurredAt().isBefore(stop.occurredAt()))
                .findFirst();
        Stream<Instant> ends = Stream.concat(
                on.map(event -> moment(event, "to", zone).orElse(event.occurredAt())).stream(),
                history.answeredSince(stop.occurredAt()).stream());
        @Nullable
        Instant to = moment(stop, "to", zone)
                .or(() -> ends.min(Comparator.naturalOrder()))
                .orElse(null);
        return new Pause(from, to == null || to.isAfter(from) ? to : from);
    }

    /** From the first day to the last, both included; a time of day counts to the minute. */
    private static Optional<Pause> leftOut(CaseEvent order, ZoneId zone) {
        Optional<DueMoment> from = GivenDate.read(order.value("from"), zone);
        Optional<DueMoment> to = GivenDate.read(order.value("to"), zone);
        if (from.isEmpty() || to.isEmpty() || to.get().compareTo(from.get()) < 0) {
            return Optional.empty();
        }
        return Optional.of(
                from.get().wholeDay() && to.get().wholeDay()
                        ? Pause.ofDays(from.get().day(), to.get().day(), zone)
                        : new Pause(from.get().at(), to.get().at()));
    }

    private static Optional<Instant> moment(CaseEvent event, String key, ZoneId zone) {
        return GivenDate.read(event.value(key), zone)
                .map(moment -> moment.wholeDay() ? moment.startOfDay(zone) : moment.at());
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }
}
