package org.complaintkit.calendar.drawing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.CountedDay;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.SkippedDay;
import org.jspecify.annotations.Nullable;

/**
 * What a drawing shows of one day of a proof.
 *
 * @param number its number among the days that count; 0 for one that does not
 * @param makeUp whether it counts although the week would have it off
 * @param why the reason for which it is left out, as in {@link SkippedDay}; empty if it is not
 * @param name the festival for which it is off or made up, or empty
 * @param forecast whether that is not settled yet
 * @param marks what begins or ends on it
 */
record DrawnDay(int number, boolean makeUp, String why, String name, boolean forecast, Marks marks) {
    /** A day of which the proof says nothing. */
    static final DrawnDay PLAIN = new DrawnDay(0, false, "", "", false, new Marks(false, false, false));

    /** Whether something begins or ends on it. */
    record Marks(boolean start, boolean target, boolean limit) {}

    /** The days of a proof that are more than a number. */
    static Map<LocalDate, DrawnDay> of(Proof proof) {
        Map<LocalDate, DrawnDay> days = new HashMap<>();
        proof.skipped()
                .forEach(day -> days.put(
                        day.date(),
                        new DrawnDay(
                                0,
                                false,
                                day.why(),
                                day.name(),
                                day.certainty() == Certainty.PROVISIONAL,
                                PLAIN.marks())));
        int number = 0;
        for (CountedDay day : proof.counted()) {
            number++;
            boolean star = day.why().equals(CountedDay.MAKE_UP);
            days.put(
                    day.date(),
                    new DrawnDay(
                            number, star, "", day.name(), day.certainty() == Certainty.PROVISIONAL, PLAIN.marks()));
        }
        LocalDate target = proof.target().day();
        LocalDate limit = proof.limit().day();
        days.compute(proof.start().day(), (date, day) -> plain(day).marked(true, false, false));
        if (!target.equals(limit)) {
            days.compute(target, (date, day) -> plain(day).marked(false, true, false));
        }
        days.compute(limit, (date, day) -> plain(day).marked(false, false, true));
        return days;
    }

    private static DrawnDay plain(@Nullable DrawnDay day) {
        return day == null ? PLAIN : day;
    }

    private DrawnDay marked(boolean start, boolean target, boolean limit) {
        Marks both = new Marks(marks.start() || start, marks.target() || target, marks.limit() || limit);
        return new DrawnDay(number, makeUp, why, name, forecast, both);
    }
}
