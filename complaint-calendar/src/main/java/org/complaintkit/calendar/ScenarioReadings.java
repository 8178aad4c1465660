package org.complaintkit.calendar;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The bounding readings of a calendar, made when first asked for: most calendars are never asked. Thread-safe. */
final class ScenarioReadings {
    private final WorkingCalendar likely;
    private final Supplier<DayBounds> bounds;
    private @Nullable BoundedCalendar earliest;
    private @Nullable BoundedCalendar latest;

    ScenarioReadings(WorkingCalendar likely, Supplier<DayBounds> bounds) {
        this.likely = likely;
        this.bounds = bounds;
    }

    WorkingCalendar of(Scenario scenario) {
        return scenario == Scenario.LIKELY ? likely : bounded(scenario == Scenario.EARLIEST);
    }

    private synchronized WorkingCalendar bounded(boolean early) {
        BoundedCalendar first = earliest;
        BoundedCalendar last = latest;
        if (first == null || last == null) {
            DayBounds made = bounds.get();
            first = new BoundedCalendar(likely, made, Scenario.EARLIEST);
            last = new BoundedCalendar(likely, made, Scenario.LATEST);
            earliest = first;
            latest = last;
        }
        return early ? first : last;
    }
}
