package org.complaintkit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** Moments as a {@link ProofChecker} works them out. */
final class CheckedMoments {
    private final Proof proof;
    private final WorkingCalendar calendar;
    private final ZoneId zone;

    CheckedMoments(Proof proof, WorkingCalendar calendar) {
        this.proof = proof;
        this.calendar = calendar;
        this.zone = proof.zone();
    }

    /** Whether day and instant of a moment fit each other. */
    boolean isSound(DueMoment moment) {
        LocalDate local = LocalDate.ofInstant(moment.at(), zone);
        return moment.wholeDay() ? moment.at().equals(endOf(moment.day())) : local.equals(moment.day());
    }

    DueMoment start() {
        DueMoment asked = proof.asked();
        Convention convention = proof.convention();
        LocalDate day = asked.day();
        boolean moved = false;
        LocalTime cutOff = convention.cutOff();
        if (cutOff != null && !asked.wholeDay()) {
            LocalTime time = LocalTime.ofInstant(asked.at(), zone);
            if (time.compareTo(cutOff) >= 0) {
                day = day.plusDays(1);
                moved = true;
            }
        }
        if (convention.restDayStart() == Convention.RestDayStart.NEXT_WORKING_DAY) {
            while (!calendar.day(day).working()) {
                day = day.plusDays(1);
                moved = true;
            }
        }
        Instant beginning = ZonedDateTime.of(day, LocalTime.MIN, zone).toInstant();
        Instant at = asked.wholeDay() || moved ? beginning : asked.at();
        if (convention.outsideHours() == Convention.OutsideHours.NEXT_OPENING) {
            at = new CheckedHours(proof, calendar).opening(at);
            day = LocalDate.ofInstant(at, zone);
        }
        return asked.wholeDay() ? new DueMoment(day, endOf(day), true) : new DueMoment(day, at, false);
    }

    /** The end of a day by the convention. */
    DueMoment on(LocalDate day) {
        switch (proof.convention().timeOfDay()) {
            case KEEP -> {
                ZonedDateTime start = proof.start().at().atZone(zone);
                ZonedDateTime end = ZonedDateTime.of(day, start.toLocalTime(), zone);
                return new DueMoment(end.toLocalDate(), end.toInstant(), false);
            }
            case CLOSE_OF_BUSINESS -> {
                List<Instant[]> open = new CheckedHours(proof, calendar).stretches(day);
                if (!open.isEmpty()) {
                    return new DueMoment(day, open.get(open.size() - 1)[1], false);
                }
            }
            case END_OF_DAY -> {}
        }
        return new DueMoment(day, endOf(day), true);
    }

    private Instant endOf(LocalDate day) {
        return ZonedDateTime.of(day.plusDays(1), LocalTime.MIN, zone).toInstant();
    }
}
