package org.complaintkit.calendar.check;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.Convention;
import org.complaintkit.calendar.Convention.LastDay;
import org.complaintkit.calendar.Convention.OutsideHours;
import org.complaintkit.calendar.Convention.RestDayStart;
import org.complaintkit.calendar.Convention.StartDay;
import org.complaintkit.calendar.Convention.TargetRule;
import org.complaintkit.calendar.Convention.TimeOfDay;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.SoftTime;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.TermUnit;
import org.jspecify.annotations.Nullable;

/** What the named convention sets say, written down a second time for a {@link ProofChecker}. */
final class CheckedLaws {
    private static final @Nullable LocalTime NO_CUT_OFF = null;
    private static final String LITERAL = ", literal";
    private static final Pattern NAME =
            Pattern.compile("([A-Z0-9-]+)(?:, literal|(?:, cutOff (?<time>[0-9:.]+))?(?<roll>, rollForward)?)");

    private CheckedLaws() {}

    /** The law behind the name of a set, which may say how that is bent; empty for a host's own set. */
    static String law(String set) {
        Matcher matcher = NAME.matcher(set);
        return matcher.matches() && Conventions.names().contains(matcher.group(1)) ? matcher.group(1) : "";
    }

    /** How a named set counts a plain term. */
    static Convention convention(String set, Term term) {
        if (set.endsWith(LITERAL)) {
            return new Convention(
                    StartDay.EXCLUDED,
                    OutsideHours.AS_IS,
                    RestDayStart.AS_IS,
                    NO_CUT_OFF,
                    LastDay.STAY,
                    TargetRule.LAST_WORKING_DAY_INSIDE,
                    TimeOfDay.END_OF_DAY);
        }
        Convention convention = unbent(law(set), term);
        Matcher bends = NAME.matcher(set);
        CheckedTerm read = CheckedTerm.of(term);
        if (!bends.matches() || term instanceof Term.Moment || term instanceof Term.FixedDate || read.byTheClock()) {
            return convention;
        }
        if (bends.group("roll") != null && read.shape() != CheckedTerm.Shape.WORKING_DAYS) {
            convention = convention.withLastDay(LastDay.FORWARD);
        }
        String cutOff = bends.group("time");
        return cutOff == null ? convention : convention.withCutOff(LocalTime.parse(cutOff));
    }

    private static Convention unbent(String set, Term term) {
        CheckedTerm read = CheckedTerm.of(term);
        boolean date = term instanceof Term.FixedDate;
        LastDay last = LastDay.STAY;
        TargetRule target = TargetRule.SAME;
        TimeOfDay time = TimeOfDay.END_OF_DAY;
        if (set.equals("LEDGER")) {
            boolean before = term instanceof Term.FixedDate fixed && fixed.before();
            boolean moment = term instanceof Term.Moment;
            boolean calendarDays =
                    !moment && (read.shape() == CheckedTerm.Shape.DAYS || read.shape() == CheckedTerm.Shape.MONTHS);
            last = moment ? LastDay.FORWARD : LastDay.STAY;
            target = before
                    ? TargetRule.LAST_WORKING_DAY_BEFORE
                    : date || calendarDays ? TargetRule.LAST_WORKING_DAY_INSIDE : TargetRule.SAME;
        } else if (set.startsWith("CN-CIVIL-CODE") || set.equals("EU-1182-71")) {
            last = date || read.byTheClock() ? LastDay.STAY : LastDay.FORWARD;
        }
        boolean business = set.endsWith("-BUSINESS-HOURS") || set.endsWith("-CLOSE-OF-BUSINESS");
        if (business && !read.byTheClock()) {
            time = TimeOfDay.CLOSE_OF_BUSINESS;
        }
        return new Convention(
                StartDay.EXCLUDED, OutsideHours.AS_IS, RestDayStart.AS_IS, NO_CUT_OFF, last, target, time);
    }

    /** How many working days the period of a law must hold: art. 3(5) of regulation 1182/71. */
    static int workingDaysWithin(String set, Term term) {
        if (!law(set).equals("EU-1182-71") || set.endsWith(LITERAL) || term instanceof Term.Moment) {
            return 0;
        }
        CheckedTerm read = CheckedTerm.of(term);
        return read.shape() == CheckedTerm.Shape.DAYS && read.most() > 1 ? 2 : 0;
    }

    /** The default of a word without a number in CONV-12, or null if a date must be given. */
    static @Nullable Term meaning(SoftTime word) {
        return switch (word) {
            case IMMEDIATE -> Term.hours(2);
            case PROMPT, TIMELY -> Term.workingDays(1);
            case PERIODIC -> Term.of(1, TermUnit.MONTHS);
            case SET, PROMISED -> null;
        };
    }
}
