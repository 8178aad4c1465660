package org.complaintkit.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;
import org.complaintkit.calendar.Convention.LastDay;
import org.complaintkit.calendar.Convention.TargetRule;
import org.jspecify.annotations.Nullable;

/**
 * A convention set with what a policy bends in it. Its name says what that is, so that a proof can be checked against it:
 * {@code LEDGER, cutOff 16:00, rollForward}; with nothing bent it is the base in all but identity. What a law asks for
 * beside the convention, and the source of a term, stay those of the base. Immutable and thread-safe.
 */
public final class BentConventions implements ConventionSet {
    static final String SEPARATOR = ", ";
    private static final String CUT_OFF = "cutOff ";
    private static final String ROLL_FORWARD = "rollForward";
    private static final String LITERAL = "literal";

    private final ConventionSet base;
    private final @Nullable LocalTime cutOff;
    private final boolean rollForward;
    private final boolean literal;

    private BentConventions(ConventionSet base, @Nullable LocalTime cutOff, boolean rollForward, boolean literal) {
        this.base = base;
        this.cutOff = cutOff;
        this.rollForward = rollForward;
        this.literal = literal;
    }

    /** The base, nothing bent yet. */
    public static BentConventions of(ConventionSet base) {
        return new BentConventions(base, null, false, false);
    }

    /** From this time of day on a start of a term in working days, days, weeks, months or years is one of the next day. */
    public BentConventions cutOff(LocalTime time) {
        return new BentConventions(base, time, rollForward, literal);
    }

    /** A limit in days, weeks, months or years that falls on a day of rest moves to the next working day. */
    public BentConventions rollForward() {
        return new BentConventions(base, cutOff, true, literal);
    }

    /**
     * For a limit that somebody named: nothing comes before it or moves it, and the wanted moment is the last working day
     * within. What else is bent has no effect then.
     */
    public BentConventions literal() {
        return new BentConventions(base, null, false, true);
    }

    /** Reads a name back; null if it is not the name of such a set. */
    static @Nullable BentConventions read(ConventionSet base, String bends) {
        BentConventions set = of(base);
        for (String bend : bends.split(SEPARATOR, -1)) {
            if (bend.equals(ROLL_FORWARD)) {
                set = set.rollForward();
            } else if (bend.equals(LITERAL)) {
                set = set.literal();
            } else if (bend.startsWith(CUT_OFF)) {
                try {
                    set = set.cutOff(LocalTime.parse(bend.substring(CUT_OFF.length())));
                } catch (DateTimeException e) {
                    return null;
                }
            }
        }
        return set.name().equals(base.name() + SEPARATOR + bends) ? set : null;
    }

    @Override
    public String name() {
        StringBuilder name = new StringBuilder(base.name());
        if (cutOff != null) {
            name.append(SEPARATOR).append(CUT_OFF).append(cutOff);
        }
        if (rollForward) {
            name.append(SEPARATOR).append(ROLL_FORWARD);
        }
        if (literal) {
            name.append(SEPARATOR).append(LITERAL);
        }
        return name.toString();
    }

    @Override
    public Convention forTerm(Term term) {
        if (literal) {
            return Convention.PLAIN.withTarget(TargetRule.LAST_WORKING_DAY_INSIDE);
        }
        Convention convention = base.forTerm(term);
        return switch (TermKind.of(term)) {
            case WORKING_DAYS -> cut(convention);
            case CALENDAR_DAYS, LONG_CALENDAR ->
                rollForward ? cut(convention).withLastDay(LastDay.FORWARD) : cut(convention);
            default -> convention;
        };
    }

    private Convention cut(Convention convention) {
        return cutOff == null ? convention : convention.withCutOff(cutOff);
    }

    @Override
    public String source(Term term) {
        return base.source(term);
    }

    @Override
    public int leastWorkingDays(Term term) {
        return literal ? 0 : base.leastWorkingDays(term);
    }
}
