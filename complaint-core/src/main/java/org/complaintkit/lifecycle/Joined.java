package org.complaintkit.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.deadline.Dating;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;

/**
 * Cases that were merged into one. The case that carries the matter on keeps its limits and takes over each earlier one that
 * ran on the other: no limit moves to a later day by a merger, and none moves at all once the cases are parted again.
 *
 * <p>The event says the limits as {@code PACK/DEADLINE=LIMIT}, and for the end of the handling, whose deadlines may differ
 * by class and grade, as {@code PACK=LIMIT}.
 */
public final class Joined {
    /** Another case was merged into this one; says {@code from}, {@code limits}, {@link #PERSONS} and their {@link #COUNT}. */
    public static final String JOINED = "CASE_JOINED";
    /**
     * A case that was merged into this one stands alone again; says {@code from}, and in {@code ends} which
     * {@link #JOINED} it ends: without it all of that case. One that says this very case tells that a merger into another,
     * which had begun, was taken back.
     */
    public static final String PARTED = "CASE_PARTED";
    /** This case was merged into another; says {@code into}. */
    public static final String MERGED = "CASE_MERGED";
    /** This case stands alone again. */
    public static final String UNMERGED = "CASE_UNMERGED";
    /** The key of the case that was merged. */
    public static final String FROM = "from";
    /** The key of the case that carries the matter on. */
    public static final String INTO = "into";
    /** The key of the ids of the events that are ended. */
    public static final String ENDS = "ends";
    /** The key of the limits that ran on the merged case. */
    public static final String LIMITS = "limits";

    /**
     * The key of how many persons the merged case has; where {@link #PERSONS} is lacking, as in what earlier versions of this
     * library told, of how many others.
     */
    public static final String COUNT = "count";
    /** The key of who they are, each by the id of the case by which the carrier knows him, and how many he stands for. */
    public static final String PERSONS = "persons";

    /** What the desk itself says in these events, by type. */
    static final Map<String, Set<String>> SAID =
            Map.of(JOINED, Set.of(FROM, LIMITS, PERSONS), PARTED, Set.of(FROM, ENDS), MERGED, Set.of(INTO));

    private final List<CaseEvent> inForce;

    private Joined(List<CaseEvent> inForce) {
        this.inForce = inForce;
    }

    /** The mergers in force by these events. */
    static Joined of(List<CaseEvent> events) {
        List<CaseEvent> inForce = new ArrayList<>();
        for (CaseEvent event : events) {
            if (event.type().equals(JOINED)) {
                inForce.add(event);
            } else if (event.type().equals(PARTED)) {
                List<String> ended = event.values(ENDS);
                inForce.removeIf(joined ->
                        ended.isEmpty() ? joined.value(FROM).equals(event.value(FROM)) : ended.contains(joined.id()));
            }
        }
        return new Joined(inForce);
    }

    /** Whether the history knows of any merger, be it in force or not. */
    static boolean known(List<CaseEvent> events) {
        return events.stream().anyMatch(event -> event.type().equals(JOINED));
    }

    /** The events by which the mergers in force came about. */
    List<CaseEvent> inForce() {
        return inForce;
    }

    /** Cases merged into this one, by the events of the case. */
    public static List<String> from(Case value) {
        return carried(value).stream()
                .map(joined -> joined.value(FROM))
                .distinct()
                .toList();
    }

    /** The events by which this case took over the limits of others, as far as they are in force. */
    public static List<CaseEvent> carried(Case value) {
        return of(effective(value)).inForce;
    }

    /** The events of a case that took effect. */
    static List<CaseEvent> effective(Case value) {
        return value.events().stream()
                .filter(event -> !value.withoutEffect().contains(event.id()))
                .toList();
    }

    /** The case that carries the matter of this one on; empty where it stands alone. */
    public static Optional<String> into(Case value) {
        return merger(value).map(merged -> merged.value(INTO));
    }

    /** The event by which this case was merged; empty where it stands alone. */
    public static Optional<CaseEvent> merger(Case value) {
        return merger(value, value.events());
    }

    /** The event of the merger that an event of this case undid; empty where it undid none. */
    public static Optional<CaseEvent> undone(Case value, CaseEvent unmerged) {
        return merger(value, value.events().subList(0, value.events().indexOf(unmerged)));
    }

    private static Optional<CaseEvent> merger(Case value, List<CaseEvent> events) {
        Optional<CaseEvent> merger = Optional.empty();
        for (CaseEvent event : events) {
            if (!value.withoutEffect().contains(event.id())) {
                merger = event.type().equals(MERGED)
                        ? Optional.of(event)
                        : merger.filter(before -> !event.type().equals(UNMERGED));
            }
        }
        return merger;
    }

    /**
     * Whether a case carries each limit of another that ends the handling: it has such a clock of the same pack that
     * nothing has stopped, and that is over no later.
     */
    public static boolean carries(Case carrier, Case merged) {
        return merged.deadlines().stream()
                .filter(each -> each.rule().endsHandling() && !each.limit().isNever())
                .filter(each -> each.state(merged.advancedTo()) == DeadlineState.OPEN)
                .allMatch(limit -> carrier.deadlines().stream()
                        .anyMatch(own -> own.pack().equals(limit.pack())
                                && own.rule().endsHandling()
                                && !own.stopped()
                                && own.limit().compareTo(limit.limit()) <= 0));
    }

    /** The limits that run on a case, as {@link #LIMITS} says them. */
    public static List<String> limits(Case merged) {
        List<Deadline> running = merged.deadlines().stream()
                .filter(each -> each.state(merged.advancedTo()) == DeadlineState.OPEN)
                .filter(each -> !each.limit().isNever())
                .sorted(Comparator.comparing((Deadline each) -> each.pack())
                        .thenComparing(each -> each.rule().id()))
                .toList();
        Stream<String> each = running.stream()
                .map(deadline -> Deadline.place(deadline.pack(), deadline.rule().id()) + "=" + text(deadline.limit()));
        Stream<String> handling = running.stream()
                .map(Deadline::pack)
                .distinct()
                .flatMap(pack -> running.stream()
                        .filter(deadline ->
                                deadline.pack().equals(pack) && deadline.rule().endsHandling())
                        .min(Comparator.comparing(deadline -> deadline.limit().at()))
                        .map(deadline -> pack + "=" + text(deadline.limit()))
                        .stream());
        return Stream.concat(handling, each).toList();
    }

    private static String text(DueMoment limit) {
        return limit.wholeDay() ? limit.day().toString() : limit.at().toString();
    }

    /** The deadline with the earliest of its limit and those taken over; one that was over before the merger stays. */
    Deadline earliest(Deadline own, Dating dating) {
        if (own.supersededAt() != null) {
            return own;
        }
        Deadline earliest = own;
        for (CaseEvent joined : inForce) {
            if (own.state(joined.occurredAt()) != DeadlineState.OPEN
                    || own.startedAt().isAfter(joined.occurredAt())) {
                continue;
            }
            for (String limit : joined.values(LIMITS)) {
                int sign = limit.lastIndexOf('=');
                String place = limit.substring(0, Math.max(sign, 0));
                boolean mine =
                        place.equals(Deadline.place(own.pack(), own.rule().id()))
                                || (own.rule().endsHandling() && place.equals(own.pack()));
                if (mine && sooner(limit.substring(sign + 1), earliest, dating)) {
                    earliest = dating.granted(
                                    own.rule(), own.round(), own.startedAt(), limit.substring(sign + 1), List.of())
                            .map(taken -> taken.occurring(own.occurrence()).judged(own.endedAt(), own.cancelledAt()))
                            .orElse(earliest);
                }
            }
        }
        return earliest;
    }

    private static boolean sooner(String limit, Deadline than, Dating dating) {
        return dating.moment(limit)
                .filter(moment -> moment.compareTo(than.limit()) < 0)
                .isPresent();
    }
}
