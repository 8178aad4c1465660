package org.complaintkit.calendar.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.Pause;
import org.complaintkit.calendar.Proof;
import org.jspecify.annotations.Nullable;

/** When a clock stands still, as a {@link ProofChecker} asks it. */
final class CheckedPauses {
    private final List<Pause> pauses;
    private final ZoneId zone;

    CheckedPauses(Proof proof) {
        this.pauses = proof.pauses();
        this.zone = proof.zone();
    }

    /** Whether a day is left out. */
    boolean covers(LocalDate day) {
        return pauses.stream().anyMatch(pause -> begun(pause, day) && !over(pause, day));
    }

    /** Whether this day and all that follow are left out. */
    boolean neverEndsOn(LocalDate day) {
        return pauses.stream().anyMatch(pause -> pause.to() == null && begun(pause, day));
    }

    /** When the clock stops for ever, or null. */
    @Nullable
    Instant stop() {
        Instant stop = null;
        for (Pause pause : pauses) {
            if (pause.to() == null && (stop == null || pause.from().isBefore(stop))) {
                stop = pause.from();
            }
        }
        return stop;
    }

    private boolean begun(Pause pause, LocalDate day) {
        LocalDate first = LocalDate.ofInstant(pause.from(), zone);
        return pause.wholeDays() ? !day.isBefore(first) : day.isAfter(first);
    }

    private boolean over(Pause pause, LocalDate day) {
        Instant to = pause.to();
        if (to == null) {
            return false;
        }
        Instant beginning = day.atStartOfDay(zone).toInstant();
        return pause.wholeDays() ? !to.isAfter(beginning) : to.isBefore(beginning);
    }

    /** What pauses leave of a stretch of time. */
    List<Instant[]> without(Instant from, Instant to) {
        List<Instant[]> left = new ArrayList<>();
        left.add(new Instant[] {from, to});
        for (Pause pause : pauses) {
            List<Instant[]> cut = new ArrayList<>();
            for (Instant[] piece : left) {
                cut(piece, pause, cut);
            }
            left = cut;
        }
        return left;
    }

    private static void cut(Instant[] piece, Pause pause, List<Instant[]> into) {
        Instant end = pause.to();
        Instant before = earlier(piece[1], pause.from());
        if (piece[0].isBefore(before)) {
            into.add(new Instant[] {piece[0], before});
        }
        if (end != null) {
            Instant after = piece[0].isAfter(end) ? piece[0] : end;
            Instant resumed = after.isBefore(before) ? before : after;
            if (resumed.isBefore(piece[1])) {
                into.add(new Instant[] {resumed, piece[1]});
            }
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
