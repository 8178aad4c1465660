package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.AbstractCollection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.policy.EventPattern;

/**
 * The events of one round that took effect, as tables and rules ask for them. As a collection it lists the types, and
 * {@link #contains} takes an event pattern.
 *
 * <p>Three names are no events of the host: {@code RECOGNISED} (when the rules first asked for the thing),
 * {@code ENTERED[state=X]} (when the case entered a state), and milestones, which need all the events that the rules name.
 */
final class History extends AbstractCollection<String> implements EventExpression.History {
    static final String RECOGNISED = "RECOGNISED";
    static final String ENTERED = "ENTERED";

    private final List<CaseEvent> events;
    private final List<Step> steps;
    private final Instant roundStart;
    private final Map<String, List<EventPattern>> milestones;
    private final Optional<Instant> recognised;

    History(
            List<CaseEvent> events,
            List<Step> steps,
            Instant roundStart,
            Map<String, List<EventPattern>> milestones,
            Optional<Instant> recognised) {
        this.events = events;
        this.steps = steps;
        this.roundStart = roundStart;
        this.milestones = milestones;
        this.recognised = recognised;
    }

    History recognisedAt(Optional<Instant> at) {
        return new History(events, steps, roundStart, milestones, at);
    }

    @Override
    public Optional<Instant> first(EventPattern pattern) {
        if (pattern.type().equals(RECOGNISED)) {
            return recognised;
        }
        if (pattern.type().equals(CaseEvent.RECEIVED)) {
            return Optional.of(roundStart);
        }
        List<EventPattern> needed = milestones.get(pattern.type());
        if (needed != null) {
            List<Instant> times =
                    needed.stream().flatMap(each -> first(each).stream()).toList();
            return times.size() < needed.size()
                    ? Optional.empty()
                    : times.stream().max(Comparator.naturalOrder());
        }
        return subjects().filter(pattern::matches).map(Moment::at).min(Comparator.naturalOrder());
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

    private Stream<Moment> subjects() {
        Stream<Moment> told = events.stream().map(Told::new);
        Stream<Moment> entered = steps.stream().map(Entered::new);
        Stream<Moment> implied = steps.stream().filter(Step::implied).map(Implied::new);
        return Stream.concat(told, Stream.concat(entered, implied));
    }

    /** Something that a pattern can be held against, with its time. */
    private interface Moment extends EventPattern.Subject {
        Instant at();
    }

    private record Told(CaseEvent event) implements Moment {
        @Override
        public Instant at() {
            return event.occurredAt();
        }

        @Override
        public String type() {
            return event.type();
        }

        @Override
        public boolean says(String key, String value) {
            return event.says(key, value);
        }
    }

    private record Entered(Step step) implements Moment {
        @Override
        public Instant at() {
            return step.at();
        }

        @Override
        public String type() {
            return ENTERED;
        }

        @Override
        public boolean says(String key, String value) {
            return key.equals("state") && step.state().equals(value);
        }
    }

    private record Implied(Step step) implements Moment {
        @Override
        public Instant at() {
            return step.at();
        }

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
