package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.complaintkit.calendar.DayBounds.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of several calendars as one. The more a part works, the more the join does, so the join of what the parts may
 * work may be worked; surprises add up. Running counts of the parts say nothing of the join: it may keep a borrowed day
 * off and lose the make-up day that pays for it.
 */
final class JoinedBounds {
    private final List<WorkingCalendar> parts;
    private final JoinedCalendar.Decision decision;
    private final DayTable likely;
    private final List<@Nullable DayBounds> bounds = new ArrayList<>();
    private final int first;
    private final int last;

    JoinedBounds(List<WorkingCalendar> parts, JoinedCalendar.Decision decision, DayTable likely) {
        this.parts = parts;
        this.decision = decision;
        this.likely = likely;
        this.first = (int) likely.first().toEpochDay();
        this.last = (int) likely.last().toEpochDay();
        for (WorkingCalendar part : parts) {
            bounds.add(part.scenario(Scenario.EARLIEST) instanceof BoundedCalendar bounded ? bounded.bounds() : null);
        }
    }

    DayBounds make() {
        int settled = last;
        Surprises surprises = Surprises.NONE;
        for (DayBounds part : bounds) {
            // A host's own kind of calendar is asked day by day, and says itself which days are settled.
            settled = part == null ? first - 1 : Math.min(settled, part.settled());
            surprises = part == null ? surprises : surprises.and(part.surprises());
        }
        Map<Reading, DayBits> bits = new EnumMap<>(Reading.class);
        for (Reading reading : Reading.values()) {
            bits.put(reading, bits(settled, reading));
        }
        return new DayBounds(last, settled, bits, surprises, null, null);
    }

    private DayBits bits(int settled, Reading reading) {
        return DayBits.of(
                first,
                last,
                day -> day <= settled ? likely.isWorking(AllDays.at(day)) : worked(reading, AllDays.at(day)));
    }

    private boolean worked(Reading reading, LocalDate day) {
        List<CalendarDay> said = new ArrayList<>();
        boolean holiday = false;
        boolean same = true;
        for (int i = 0; i < parts.size(); i++) {
            boolean working = reads(i, reading, day);
            holiday |= working;
            CalendarDay expected = parts.get(i).day(day);
            same &= expected.working() == working;
            said.add(expected.working() == working ? expected : turned(expected));
        }
        if (reading == Reading.HOLIDAY) {
            return holiday;
        }
        return same ? likely.isWorking(day) : decision.of(said).working();
    }

    private boolean reads(int part, Reading reading, LocalDate day) {
        DayBounds known = bounds.get(part);
        if (known != null) {
            return known.has(reading, (int) day.toEpochDay());
        }
        Predicate<Scenario> works =
                scenario -> parts.get(part).scenario(scenario).isWorkingDay(day);
        return switch (reading) {
            case POSSIBLE, UPPER -> works.test(Scenario.EARLIEST);
            case SURE, LOWER -> works.test(Scenario.LATEST);
            case HOLIDAY -> works.test(Scenario.EARLIEST) != works.test(Scenario.LATEST);
        };
    }

    private static CalendarDay turned(CalendarDay day) {
        DayKind kind = day.working() ? DayKind.HOLIDAY : DayKind.MAKE_UP;
        return new CalendarDay(day.date(), !day.working(), kind, day.name(), "", day.certainty());
    }
}
