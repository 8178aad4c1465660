package org.complaintkit.lifecycle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.GivenDate;
import org.complaintkit.deadline.Known;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.policy.EventPattern;
import org.jspecify.annotations.Nullable;

/**
 * The events of one round that took effect, as tables and rules ask for them. As a collection it lists the types, and
 * {@link #contains} takes an event pattern.
 *
 * <p>Some names are no events of the host: {@code RECOGNISED} (when the rules first asked for the thing),
 * {@code ENTERED[state=X]} (when the case entered a state), {@code LIMIT[deadline=X]} and {@code TARGET[deadline=X]} (the
 * last moment of a limit or target that passed without the end), and milestones, which need all the events that the rules
 * name.
 */
final class History extends AbstractCollection<String> implements EventExpression.History {
    static final String RECOGNISED = "RECOGNISED";
    static final String ENTERED = "ENTERED";
    static final String LIMIT = "LIMIT";
    static final String TARGET = "TARGET";

    private final List<CaseEvent> events;
    private final Earlier earlier;
    private final List<Step> steps;
    private final Instant roundStart;
    private final Map<String, List<EventPattern>> milestones;
    private final Optional<Instant> recognised;
    private final Standing standing;
    private final Optional<Instant> clock;

    /** How the deadlines of the pack stand. */
    interface Standing {
        /** The deadlines with this id, whatever their variant or occurrence. */
        Stream<Deadline> deadlines(String id);

        /** The moment at which one looks. */
        Instant now();

        /** The zone in which a date begins. */
        ZoneId zone();
    }

    /**
     * What happened in the rounds before this one: a clock that begins anew may stand still by what began before.
     *
     * @param events those that took effect, in the order in which they happened
     * @param answers when the case was answered
     */
    record Earlier(List<CaseEvent> events, List<Instant> answers) {}

    History(
            List<CaseEvent> events,
            Earlier earlier,
            List<Step> steps,
            Instant roundStart,
            Map<String, List<EventPattern>> milestones,
            Optional<Instant> recognised,
            Standing standing,
            Optional<Instant> clock) {
        this.events = events;
        this.earlier = earlier;
        this.steps = steps;
        this.roundStart = roundStart;
        this.milestones = milestones;
        this.recognised = recognised;
        this.standing = standing;
        this.clock = clock;
    }

    History recognisedAt(Optional<Instant> at) {
        return new History(events, earlier, steps, roundStart, milestones, at, standing, clock);
    }

    /** As a clock that started at a moment asks. */
    History of(Instant start) {
        return new History(events, earlier, steps, roundStart, milestones, recognised, standing, Optional.of(start));
    }

    /** What happened in a round but the event that began it: it ends no clock of the round. */
    History withoutFirst() {
        return new History(
                events.subList(Math.min(1, events.size()), events.size()),
                earlier,
                steps,
                roundStart,
                milestones,
                recognised,
                standing,
                clock);
    }

    /** What happened after a moment, for the further occurrences of a deadline. */
    History after(Instant moment) {
        return new History(
                events.stream()
                        .filter(event -> event.occurredAt().isAfter(moment))
                        .toList(),
                earlier,
                steps.stream().filter(step -> step.at().isAfter(moment)).toList(),
                roundStart,
                milestones,
                recognised,
                standing,
                clock);
    }

    /** What happened after a moment, or at it and behind an event: minutes are stamped, so that two may bear the same one. */
    History behind(Instant moment, int position) {
        List<CaseEvent> behind = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Instant at = events.get(i).occurredAt();
            if (at.isAfter(moment) || (at.equals(moment) && i > position)) {
                behind.add(events.get(i));
            }
        }
        return new History(
                behind,
                earlier,
                steps.stream().filter(step -> step.at().isAfter(moment)).toList(),
                roundStart,
                milestones,
                recognised,
                standing,
                clock);
    }

    /** The events of a pattern, in the order in which they happened. */
    List<CaseEvent> all(EventPattern pattern) {
        List<CaseEvent> found = List.of();
        for (CaseEvent event : events) {
            if (pattern.matches(event) && inTime(pattern, event.occurredAt())) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(event);
            }
        }
        return found;
    }

    /** The events of a pattern, those of earlier rounds first. */
    List<CaseEvent> ever(EventPattern pattern) {
        return Stream.concat(earlier.events().stream().filter(pattern::matches), all(pattern).stream())
                .toList();
    }

    /** When, after a moment of an earlier round and before this one began, the case was first answered. */
    Optional<Instant> answeredSince(Instant moment) {
        return earlier.answers().stream().filter(at -> !at.isBefore(moment)).min(Comparator.naturalOrder());
    }

    /** What the events of a pattern say under its keys. */
    List<Known.Saying> said(EventPattern pattern) {
        return all(pattern).stream()
                .flatMap(event -> pattern.keys().stream()
                        .map(event::value)
                        .filter(text -> !text.isBlank())
                        .limit(1)
                        .map(text -> new Known.Saying(event.occurredAt(), text)))
                .toList();
    }

    @Override
    public Optional<Instant> first(EventPattern pattern) {
        if (pattern.type().equals(RECOGNISED)) {
            return recognised;
        }
        if (pattern.type().equals(CaseEvent.RECEIVED)) {
            return Optional.of(roundStart);
        }
        if (pattern.type().equals(LIMIT) || pattern.type().equals(TARGET)) {
            return pattern.conditions().stream()
                    .flatMap(condition -> standing.deadlines(condition.value()))
                    .flatMap(deadline -> passed(deadline, pattern.type().equals(TARGET)).stream())
                    .min(Comparator.naturalOrder());
        }
        if (!pattern.keys().isEmpty()) {
            List<Known.Saying> said = said(pattern);
            return said.isEmpty()
                    ? Optional.empty()
                    : GivenDate.read(said.get(said.size() - 1).text(), standing.zone())
                            .map(moment -> moment.wholeDay() ? moment.startOfDay(standing.zone()) : moment.at());
        }
        List<EventPattern> needed = milestones.get(pattern.type());
        if (needed != null) {
            return last(needed);
        }
        Instant first = null;
        for (CaseEvent event : events) {
            first = earliest(first, pattern, event, event.occurredAt());
        }
        for (Step step : steps) {
            if (pattern.type().equals(ENTERED)) {
                first = earliest(first, pattern, new Entered(step), step.at());
            } else if (step.implied()) {
                first = earliest(first, pattern, new Implied(step), step.at());
            }
        }
        return Optional.ofNullable(first);
    }

    /** When the last of several patterns first happened; empty while one of them has not. */
    private Optional<Instant> last(List<EventPattern> needed) {
        Optional<Instant> last = Optional.empty();
        for (EventPattern each : needed) {
            Optional<Instant> at = first(each);
            if (at.isEmpty()) {
                return Optional.empty();
            }
            last = last.isEmpty() || at.get().isAfter(last.get()) ? at : last;
        }
        return last;
    }

    private @Nullable Instant earliest(
            @Nullable Instant known, EventPattern pattern, EventPattern.Subject subject, Instant at) {
        boolean sooner = known == null || at.isBefore(known);
        return sooner && pattern.matches(subject) && inTime(pattern, at) ? at : known;
    }

    private boolean inTime(EventPattern pattern, Instant at) {
        for (EventPattern.Condition condition : pattern.conditions()) {
            if (!inTime(condition, at)) {
                return false;
            }
        }
        return true;
    }

    private boolean inTime(EventPattern.Condition condition, Instant at) {
        return switch (condition.key()) {
            case EventPattern.WITHIN ->
                standing.deadlines(condition.value()).anyMatch(deadline -> runs(deadline, at)) == condition.equal();
            case EventPattern.AFTER ->
                moment(condition.value())
                                .filter(earlier -> !at.isBefore(earlier))
                                .isPresent()
                        == condition.equal();
            default -> true;
        };
    }

    /** Whether the time of a deadline was running at a moment, whether or not what it waits for had come by then. */
    private static boolean runs(Deadline deadline, Instant at) {
        Instant replaced = deadline.supersededAt();
        return !deadline.startedAt().isAfter(at)
                && !deadline.limit().passedBy(at)
                && (replaced == null || !replaced.isBefore(at));
    }

    private Optional<Instant> moment(String name) {
        return name.equals(EventPattern.START) ? clock : first(new EventPattern(name, List.of()));
    }

    /** The last moment of a limit or target that is over without the end. */
    private Optional<Instant> passed(Deadline deadline, boolean target) {
        boolean over = target ? deadline.targetMissed(standing.now()) : deadline.late(standing.now());
        DueMoment moment = target ? deadline.target() : deadline.limit();
        return over ? Optional.of(moment.wholeDay() ? moment.at().minusNanos(1) : moment.at()) : Optional.empty();
    }

    @Override
    public boolean contains(Object pattern) {
        return pattern instanceof String text && first(EventPattern.parse(text)).isPresent();
    }

    @Override
    public Iterator<String> iterator() {
        return events.stream().map(CaseEvent::type).iterator();
    }

    @Override
    public int size() {
        return events.size();
    }

    /** A step as the event of having entered its state. */
    private record Entered(Step step) implements EventPattern.Subject {
        @Override
        public String type() {
            return ENTERED;
        }

        @Override
        public boolean says(String key, String value) {
            return key.equals("state") && step.state().equals(value);
        }
    }

    /** A step that must have been taken as the event that leads to it. */
    private record Implied(Step step) implements EventPattern.Subject {
        @Override
        public String type() {
            return step.event();
        }

        @Override
        public boolean says(String key, String value) {
            return false;
        }
    }
}
