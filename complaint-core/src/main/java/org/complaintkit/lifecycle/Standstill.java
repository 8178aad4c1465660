package org.complaintkit.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.Pause;
import org.complaintkit.deadline.GivenDate;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.PauseRule;
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

    /** All that stop a clock of this rule, orders included, as far as the history knows. */
    static Stream<Standstill> of(History history, PauseRule rule, ZoneId zone) {
        Stream<Standstill> stops = rule.from().stream()
                .flatMap(from -> history.all(from).stream())
                .map(stop -> new Standstill(stop.occurredAt(), pause(stop, rule, history, zone)));
        Stream<Standstill> orders = history.all(TIME_LEFT_OUT).stream()
                .flatMap(
                        order -> leftOut(order, zone).map(pause -> new Standstill(order.occurredAt(), pause)).stream());
        return Stream.concat(stops, orders);
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

    private static Pause pause(CaseEvent stop, PauseRule rule, History history, ZoneId zone) {
        Instant from = moment(stop, "from", zone).orElse(stop.occurredAt());
        Optional<CaseEvent> on = rule.to().stream()
                .flatMap(pattern -> history.all(pattern).stream())
                .filter(event -> !event.occurredAt().isBefore(stop.occurredAt()))
                .findFirst();
        @Nullable
        Instant to = moment(stop, "to", zone)
                .or(() -> on.flatMap(event -> moment(event, "to", zone)))
                .or(() -> on.map(CaseEvent::occurredAt))
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
