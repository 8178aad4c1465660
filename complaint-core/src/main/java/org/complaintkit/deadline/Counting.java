package org.complaintkit.deadline;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.complaintkit.calendar.Convention;
import org.complaintkit.calendar.ConventionSet;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.TermKind;
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
final class Counting implements ConventionSet {
    private final ConventionSet base;
    private final Optional<LocalTime> cutOff;
    private final boolean rollForward;
    private final Optional<LocalTime> dayEnd;

    private Counting(ConventionSet base, Parameters parameters) {
        this.base = base;
        this.cutOff = parameters.time("cutOff");
        this.rollForward = parameters.flag("rollForwardOnHoliday");
        this.dayEnd = parameters.time("dayEnd");
    }

    static Counting of(Policy policy) {
        return new Counting(Conventions.named(policy.conventions()), policy.parameters());
    }

    /** The moment at which a limit day is over. */
    DueMoment ending(DueMoment moment, ZoneId zone) {
        return dayEnd.filter(time -> moment.wholeDay() && !moment.isNever())
                .map(time -> new DueMoment(
                        moment.day(), moment.day().atTime(time).atZone(zone).toInstant(), true))
                .orElse(moment);
    }

    @Override
    public String name() {
        return base.name();
    }

    @Override
    public Convention forTerm(Term term) {
        Convention convention = base.forTerm(term);
        return switch (TermKind.of(term)) {
            case WORKING_DAYS -> cutOff.map(convention::withCutOff).orElse(convention);
            case CALENDAR_DAYS, LONG_CALENDAR -> {
                Convention cut = cutOff.map(convention::withCutOff).orElse(convention);
                yield rollForward ? cut.withLastDay(Convention.LastDay.FORWARD) : cut;
            }
            default -> convention;
        };
    }

    @Override
    public String source(Term term) {
        return base.source(term);
    }

    /** A date that is given is taken as it is: no cut-off before it, no holiday after it moves it (CONV-5, CONV-8). */
    ConventionSet literal() {
        return new ConventionSet() {
            @Override
            public String name() {
                return base.name();
            }

            @Override
            public Convention forTerm(Term term) {
                return Convention.PLAIN.withTarget(Convention.TargetRule.LAST_WORKING_DAY_INSIDE);
            }

            @Override
            public String source(Term term) {
                return base.source(term);
            }
        };
    }
}
