package org.complaintkit.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last working day of a time that began on a start day: of what a convention moves back, and of the wanted moment.
 * Whether there is one can itself be unsettled, so the bounding readings look at what happens either way.
 */
final class LastWorkingDay {
    private final WorkingCalendar calendar;
    private final WorkingCalendar surely;
    private final Scenario scenario;
    private final LocalDate start;

    /**
     * Makes the search.
     *
     * @param calendar the calendar in the scenario's reading
     * @param surely its earliest reading: the working day before a day that is there whatever is published
     */
    LastWorkingDay(WorkingCalendar calendar, WorkingCalendar surely, Scenario scenario, LocalDate start) {
        this.calendar = calendar;
        this.surely = surely;
        this.scenario = scenario;
        this.start = start;
    }

    /** The last working day not after the end (or before it), whatever the start. */
    LocalDate any(LocalDate end, boolean strictly) {
        return strictly ? calendar.previous(end) : calendar.previousOrSame(end);
    }

    /** The same if it comes after the start day; null if there is none, or in the latest reading perhaps none. */
    @Nullable
    LocalDate afterStart(LocalDate end, boolean strictly) {
        LocalDate day = any(end, strictly);
        LocalDate decides = day;
        if (scenario == Scenario.LATEST) {
            decides = strictly ? surely.previous(end) : surely.previousOrSame(end);
        }
        return decides.isAfter(start) ? day : null;
    }

    /** What a limit that finds no working day to move back to is: itself, or earlier where a working day is possible. */
    LocalDate limitWithout(LocalDate end) {
        if (scenario != Scenario.EARLIEST) {
            return end;
        }
        LocalDate next = calendar.next(start);
        return next.isBefore(end) ? next : end;
    }

    /** What a wanted moment without a working day to lie on is: the start day if worked, else null for the limit. */
    @Nullable
    LocalDate targetWithout(LocalDate end, boolean strictly) {
        return switch (scenario) {
            case LIKELY -> calendar.isWorkingDay(start) ? start : null;
            case EARLIEST -> calendar.isWorkingDay(start) ? start : calendar.next(start);
            case LATEST -> {
                boolean sure = calendar.certainty(start, start) == Certainty.OFFICIAL && calendar.isWorkingDay(start);
                LocalDate day = any(end, strictly);
                yield !sure ? null : day.isAfter(start) ? day : start;
            }
        };
    }
}
