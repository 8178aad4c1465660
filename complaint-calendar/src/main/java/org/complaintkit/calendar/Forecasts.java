package org.complaintkit.calendar;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What to expect of answers that depend on unsettled days: the same count, put to the bounding readings. */
final class Forecasts {
    private Forecasts() {}

    /** Null if no day that the answer depends on is unsettled. */
    static @Nullable Forecast of(DueQuestion q, Counting likely, Term term) {
        if (likely.certainty() == Certainty.OFFICIAL || isCutForSure(q, likely)) {
            return null;
        }
        Counting early = Counting.of(q, Scenario.EARLIEST, term);
        Counting late = Counting.of(q, Scenario.LATEST, term);
        DueMoment latest = max(late.limit(), likely.limit());
        return new Forecast(
                likely.limit(),
                min(early.limit(), likely.limit()),
                latest,
                min(early.target(), likely.target()),
                max(late.target(), likely.target()),
                assumption(q, latest));
    }

    /**
     * A limit that is cut on a settled day, with no open day up to it: what may be published later only concerns counts
     * that have passed the cut already. A limit that moves back could land before the cut, unless the cut is worked.
     */
    private static boolean isCutForSure(DueQuestion q, Counting likely) {
        DueMoment cut = q.earlierLimit();
        return cut != null
                && likely.limit().equals(cut)
                && isSettled(q, cut)
                && likely.certaintyThrough(cut.day()) == Certainty.OFFICIAL
                && (likely.convention().lastDay() != Convention.LastDay.BACK
                        || q.calendar().isWorkingDay(cut.day()));
    }

    private static boolean isSettled(DueQuestion q, DueMoment moment) {
        return !moment.isNever()
                && !moment.day().isBefore(q.calendar().firstDay())
                && !moment.day().isAfter(q.calendar().lastDay())
                && q.calendar().certainty(moment.day(), moment.day()) == Certainty.OFFICIAL;
    }

    /** The forecast of the later or earlier of several limits, or null if the settled ones decide. */
    static @Nullable Forecast combined(DueQuestion q, Term.Combined term, List<Outlook> parts, Outlook decides) {
        boolean open = parts.stream().anyMatch(part -> part.forecast() != null);
        DueMoment earliest =
                decided(term, parts.stream().map(Forecasts::earliest).toList());
        DueMoment latest = decided(term, parts.stream().map(Forecasts::latest).toList());
        // The earlier limit is settled, and no other can come before it.
        boolean sure = !term.later()
                && decides.forecast() == null
                && isSettled(q, decides.limit())
                && earliest.equals(decides.limit());
        if (!open || sure) {
            return null;
        }
        DueMoment earliestTarget = decides.target();
        DueMoment latestTarget = decides.target();
        for (Outlook part : parts) {
            boolean canDecide = term.later()
                    ? latest(part).compareTo(earliest) >= 0
                    : earliest(part).compareTo(latest) <= 0;
            Forecast f = part.forecast();
            if (canDecide) {
                earliestTarget = min(earliestTarget, f == null ? part.target() : f.earliestTarget());
                latestTarget = max(latestTarget, f == null ? part.target() : f.latestTarget());
            }
        }
        return new Forecast(
                decides.limit(), earliest, latest, earliestTarget, min(latestTarget, latest), assumption(q, latest));
    }

    private static String assumption(DueQuestion q, DueMoment latest) {
        return q.calendar().assumption(latest.isNever() ? q.calendar().lastDay() : latest.day());
    }

    private static DueMoment earliest(Outlook part) {
        Forecast f = part.forecast();
        return f == null ? part.limit() : f.earliest();
    }

    private static DueMoment latest(Outlook part) {
        Forecast f = part.forecast();
        return f == null ? part.limit() : f.latest();
    }

    private static DueMoment decided(Term.Combined term, List<DueMoment> moments) {
        DueMoment holder = null;
        for (DueMoment moment : moments) {
            holder = holder == null || wins(term, moment, holder) ? moment : holder;
        }
        return Objects.requireNonNull(holder);
    }

    /** Whether a limit decides against the one that has decided so far. */
    static boolean wins(Term.Combined term, DueMoment candidate, DueMoment holder) {
        int order = candidate.compareTo(holder);
        return term.later() ? order > 0 : order < 0;
    }

    private static DueMoment min(DueMoment a, DueMoment b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static DueMoment max(DueMoment a, DueMoment b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
