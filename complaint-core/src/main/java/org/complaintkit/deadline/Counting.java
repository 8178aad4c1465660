package org.complaintkit.deadline;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.complaintkit.calendar.BentConventions;
import org.complaintkit.calendar.ConventionSet;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.policy.Parameters;
import org.complaintkit.policy.Policy;

/**
 * The conventions of one policy, as its parameters bend them.
 *
 * <p>Three parameters are understood by every policy that declares them: {@code cutOff}, a time of day from which on a
 * receipt counts as one of the next day (CONV-18, none by default); {@code rollForwardOnHoliday}, whether a limit in
 * calendar days that falls on a rest day moves to the next working day (CONV-5, false by default; true is the rule of the
 * Civil Code, art. 203); {@code dayEnd}, the time at which a limit day ends (CONV-4, 24:00 by default).
 */
final class Counting {
    private final BentConventions conventions;
    private final Optional<LocalTime> dayEnd;

    private Counting(BentConventions conventions, Optional<LocalTime> dayEnd) {
        this.conventions = conventions;
        this.dayEnd = dayEnd;
    }

    static Counting of(Policy policy) {
        return of(Conventions.named(policy.conventions()), policy.parameters());
    }

    static Counting of(ConventionSet base, Parameters parameters) {
        BentConventions named = BentConventions.of(base);
        BentConventions cut = parameters.time("cutOff").map(named::cutOff).orElse(named);
        return new Counting(
                parameters.flag("rollForwardOnHoliday") ? cut.rollForward() : cut, parameters.time("dayEnd"));
    }

    /** The moment at which a limit day is over. */
    DueMoment ending(DueMoment moment, ZoneId zone) {
        return dayEnd.filter(time -> moment.wholeDay() && !moment.isNever())
                .map(time -> new DueMoment(
                        moment.day(), moment.day().atTime(time).atZone(zone).toInstant(), true))
                .orElse(moment);
    }

    /** For terms that the policy's table names. */
    ConventionSet conventions() {
        return conventions;
    }

    /** A date that is given is taken as it is: no cut-off before it, no holiday after it moves it (CONV-5, CONV-8). */
    ConventionSet literal() {
        return conventions.literal();
    }
}
