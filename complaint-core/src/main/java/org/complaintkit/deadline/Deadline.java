package org.complaintkit.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.Due;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.DeadlineRule;
import org.jspecify.annotations.Nullable;

/**
 * A term applied to a start: one clock of a case. Its state is never stored, it follows from what is stored and the moment
 * at which one looks. Immutable.
 *
 * @param pack id of the pack
 * @param rule the row of the policy's table
 * @param basis where its number comes from; PARAMETER where the institution set it
 * @param round the round of handling
 * @param occurrence 1 for the first in its round; a deadline that repeats has more
 * @param startedAt when its start event happened
 * @param start the start as the convention sees it
 * @param target the wanted moment; {@link DueMoment#isNever never} while the clock stands still with no end known
 * @param limit the last permitted moment; never likewise, and then nothing warns and nothing is late. One that was replaced
 *     or has ended keeps the limit that it had at that moment, be it never
 * @param movedBy working days by which an extension of another deadline has moved the limit
 * @param utmost the moment beyond which it may not be extended; null where nothing may be extended
 * @param certainty whether the calendar of its days is published
 * @param due the calendar's answer with its proof
 * @param targetDay the beginning of the day of the target, in the policy's zone
 * @param warnAt moments at which the owner is warned, ascending
 * @param endedAt when the end event happened; null while it has not
 * @param supersededAt when it was replaced; null while it was not
 * @param cancelledAt when it became pointless; null while it did not
 */
public record Deadline(
        String pack,
        DeadlineRule rule,
        Basis basis,
        int round,
        int occurrence,
        Instant startedAt,
        DueMoment start,
        DueMoment target,
        DueMoment limit,
        int movedBy,
        @Nullable DueMoment utmost,
        Certainty certainty,
        Due due,
        Instant targetDay,
        List<Instant> warnAt,
        @Nullable Instant endedAt,
        @Nullable Instant supersededAt,
        @Nullable Instant cancelledAt) {

    public Deadline {
        warnAt = List.copyOf(warnAt);
    }

    /** Id of the deadline, such as {@code RCC-D01}, without the variant of its row. */
    public String id() {
        return rule.code();
    }

    /** Where a case keeps the last occurrence of a row. */
    public static String place(String pack, String ruleId) {
        return pack + "/" + ruleId;
    }

    /** Where a case keeps this one as the last occurrence of its row. */
    public String place() {
        return place(pack, rule.id());
    }

    /** Where a case keeps this one once a further occurrence has taken its place. */
    public String earlierPlace() {
        return place(pack, rule.id()) + "#" + occurrence;
    }

    /** What it says at a moment, by what is known of events up to then. */
    public DeadlineState state(Instant asOf) {
        Instant stop = stoppedAt(asOf);
        if (limit.passedBy(stop == null ? asOf : stop)) {
            return rule.lapses() ? DeadlineState.LAPSED : DeadlineState.BREACHED;
        }
        if (stop == null) {
            return DeadlineState.OPEN;
        }
        if (stop.equals(endedAt)) {
            return DeadlineState.MET;
        }
        return stop.equals(supersededAt) ? DeadlineState.SUPERSEDED : DeadlineState.CANCELLED;
    }

    /** Whether the target passed without the end event; stays true when the end event comes later (CONV-19). */
    public boolean targetMissed(Instant asOf) {
        Instant stop = stoppedAt(asOf);
        return target.passedBy(stop == null ? asOf : stop);
    }

    /** Whether the limit passed without the end, whatever follows from that. */
    public boolean late(Instant asOf) {
        DeadlineState state = state(asOf);
        return state == DeadlineState.BREACHED || state == DeadlineState.LAPSED;
    }

    /** The first moment at which it is late: at 24:00 of a day limit, the nanosecond after a clock limit. */
    public Instant lateFrom() {
        return limit.wholeDay() || limit.isNever() ? limit.at() : limit.at().plusNanos(1);
    }

    /** Whether nothing that happens to the case can change it any more, as known now. */
    public boolean stopped() {
        return endedAt != null || supersededAt != null || cancelledAt != null;
    }

    /**
     * The moments at which it says something new if nothing stops it: warnings, the day on which a follow-up visit is
     * due, and the first late moment.
     */
    public Stream<Instant> moments() {
        if (stopped()) {
            return Stream.empty();
        }
        Stream<Instant> visit = rule.followUp() ? Stream.of(targetDay) : Stream.empty();
        return Stream.of(warnAt.stream(), visit, Stream.of(lateFrom())).flatMap(moments -> moments);
    }

    /** The first of its {@link #moments} after an instant and not after another; null if there is none. */
    public @Nullable Instant nextMoment(Instant after, Instant until) {
        if (stopped()) {
            return null;
        }
        Instant next = earlier(null, lateFrom(), after, until);
        if (rule.followUp()) {
            next = earlier(next, targetDay, after, until);
        }
        for (Instant warning : warnAt) {
            next = earlier(next, warning, after, until);
        }
        return next;
    }

    private static @Nullable Instant earlier(@Nullable Instant known, Instant at, Instant after, Instant until) {
        boolean between = at.isAfter(after) && !at.isAfter(until);
        return between && (known == null || at.isBefore(known)) ? at : known;
    }

    /** The earliest of the moments that stopped it, as known at {@code asOf}. */
    private @Nullable Instant stoppedAt(Instant asOf) {
        return earliest(earliest(earliest(null, endedAt, asOf), supersededAt, asOf), cancelledAt, asOf);
    }

    private static @Nullable Instant earliest(@Nullable Instant known, @Nullable Instant at, Instant asOf) {
        boolean counts = at != null && !at.isAfter(asOf) && (known == null || at.isBefore(known));
        return counts ? at : known;
    }

    private Deadline stopped(@Nullable Instant ended, @Nullable Instant superseded, @Nullable Instant cancelled) {
        return with(occurrence, movedBy, utmost, ended, superseded, cancelled);
    }

    private Deadline with(
            int nth,
            int moved,
            @Nullable DueMoment most,
            @Nullable Instant ended,
            @Nullable Instant superseded,
            @Nullable Instant cancelled) {
        return new Deadline(
                pack,
                rule,
                basis,
                round,
                nth,
                startedAt,
                start,
                target,
                limit,
                moved,
                most,
                certainty,
                due,
                targetDay,
                warnAt,
                ended,
                superseded,
                cancelled);
    }

    /** With what stopped it, as the history of the case has it now. */
    public Deadline judged(@Nullable Instant ended, @Nullable Instant cancelled) {
        boolean known = Objects.equals(ended, endedAt) && Objects.equals(cancelled, cancelledAt);
        return known ? this : stopped(ended, supersededAt, cancelled);
    }

    /** The same deadline, replaced at a moment. */
    public Deadline superseded(Instant at) {
        return stopped(endedAt, at, cancelledAt);
    }

    /** The same deadline, not replaced after all. */
    public Deadline running() {
        return stopped(endedAt, null, cancelledAt);
    }

    /** With what stopped another, and how far that one may be extended. */
    public Deadline after(Deadline other) {
        return with(occurrence, movedBy, other.utmost, other.endedAt, other.supersededAt, other.cancelledAt);
    }

    /** As a further occurrence. */
    public Deadline occurring(int nth) {
        return nth == occurrence ? this : with(nth, movedBy, utmost, endedAt, supersededAt, cancelledAt);
    }

    /** With the moment beyond which it may not be extended. */
    public Deadline upTo(DueMoment most) {
        return with(occurrence, movedBy, most, endedAt, supersededAt, cancelledAt);
    }

    /** Noting by how many working days its limit has been moved. */
    Deadline movedBy(int workingDays) {
        return with(occurrence, workingDays, utmost, endedAt, supersededAt, cancelledAt);
    }
}
