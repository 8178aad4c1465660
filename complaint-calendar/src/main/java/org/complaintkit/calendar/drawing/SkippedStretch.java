package org.complaintkit.calendar.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.SkippedDay;

/**
 * Days in a row that are left out for one and the same reason.
 *
 * @param first the first of them; it speaks for all
 * @param last its last day
 */
record SkippedStretch(SkippedDay first, LocalDate last) {
    /** The stretches of a proof, in order. */
    static List<SkippedStretch> of(List<SkippedDay> skipped) {
        List<SkippedStretch> stretches = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= skipped.size(); i++) {
            SkippedDay first = skipped.get(from);
            boolean goesOn = i < skipped.size()
                    && skipped.get(i).why().equals(first.why())
                    && skipped.get(i).name().equals(first.name())
                    && skipped.get(i).source().equals(first.source())
                    && skipped.get(i).date().equals(skipped.get(i - 1).date().plusDays(1));
            if (!goesOn) {
                stretches.add(new SkippedStretch(first, skipped.get(i - 1).date()));
                from = i;
            }
        }
        return stretches;
    }

    /** The day, or the first and the last with two points between. */
    String days() {
        return first.date().equals(last) ? last.toString() : first.date() + ".." + last;
    }
}
