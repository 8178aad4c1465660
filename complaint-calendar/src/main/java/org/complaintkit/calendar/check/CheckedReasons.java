package org.complaintkit.calendar.check;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.complaintkit.calendar.CalendarDay;
import org.complaintkit.calendar.CountedDay;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.SkippedDay;

/** Why a day counts or does not, and by which notice, as a {@link ProofChecker} finds it: from the day itself. */
final class CheckedReasons {
    private CheckedReasons() {}

    /** A working day, or a day of rest on which service is open. */
    static CountedDay counted(CheckedCalendar calendar, LocalDate date, Duration time) {
        CalendarDay day = calendar.look(date);
        return new CountedDay(date, time, reason(day), day.name(), calendar.notice(day), day.certainty());
    }

    /** A day of rest. */
    static SkippedDay rest(CheckedCalendar calendar, LocalDate date) {
        CalendarDay day = calendar.look(date);
        return new SkippedDay(date, reason(day), day.name(), calendar.notice(day), day.certainty());
    }

    /** In words of its own: a constant with another name would be another reason. */
    private static String reason(CalendarDay day) {
        return switch (day.kind()) {
            case ORDINARY -> "ORDINARY";
            case MAKE_UP -> "MAKE_UP";
            case WEEKEND -> "WEEKEND";
            case HOLIDAY -> "HOLIDAY";
        };
    }

    /**
     * Whether a proof was made before counted days had reasons and days of the weekly rest had notices. It says less, and
     * what it says is checked.
     */
    static boolean areRecorded(Proof proof) {
        return proof.counted().stream().anyMatch(day -> !day.why().isEmpty())
                || proof.skipped().stream().anyMatch(CheckedReasons::isRestByNotice);
    }

    private static boolean isRestByNotice(SkippedDay day) {
        return day.why().equals("WEEKEND") && !day.source().isEmpty();
    }

    /** Counted days as an earlier proof lists them. */
    static List<CountedDay> bareCounted(List<CountedDay> days) {
        return days.stream()
                .map(day -> new CountedDay(day.date(), day.time(), "", "", "", day.certainty()))
                .toList();
    }

    /** Days left out as an earlier proof lists them. */
    static List<SkippedDay> bareSkipped(List<SkippedDay> days) {
        return days.stream()
                .map(day -> isRestByNotice(day)
                        ? new SkippedDay(day.date(), day.why(), day.name(), "", day.certainty())
                        : day)
                .toList();
    }
}
