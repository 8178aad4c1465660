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
 * off and lose the make-up day that pays for it. Only of an overlay they do, since it differs from its base in known days.
 */
final class JoinedBounds {
    private final List<WorkingCalendar> parts;
    private final JoinRule rule;
    private final DayTable likely;
    private final List<@Nullable DayBounds> bounds = new ArrayList<>();
    private final int first;
    private final int last;

    JoinedBounds(List<WorkingCalendar> parts, JoinRule rule, DayTable likely) {
        this.parts = parts;
        this.rule = rule;
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
            // Where all is settled nothing surprises, however many days are listed.
            surprises = part == null || part.settled() >= last ? surprises : surprises.and(part.surprises());
        }
        Map<Reading, DayBits> bits = new EnumMap<>(Reading.class);
        for (Reading reading : Reading.values()) {
            bits.put(reading, bits(settled, reading));
        }
        return new DayBounds(last, settled, bits, surprises, null, null, overlaid());
    }

    /** Days of one's own are few and settled, so what the base knows of its own counts holds but for them. */
    private DayBounds.@Nullable Overlaid overlaid() {
        DayBounds base = bounds.get(0);
        return base != null && rule instanceof JoinRule.Overlay overlay
                ? new DayBounds.Overlaid(base, own(overlay, true), own(overlay, false))
                : null;
    }

    private DayBits own(JoinRule.Overlay overlay, boolean worked) {
        return DayBits.of(first, last, day -> {
            ListedDay listed = overlay.own().get(AllDays.at(day));
            return listed != null && listed.kind().isWorking() == worked;
        });
    }

    private DayBits bits(int settled, Reading reading) {
        return DayBits.of(
                first,
                last,
                day -> day <= settled ? likely.isWorking(AllDays.at(day)) : worked(reading, AllDays.at(day)));
    }

    private boolean worked(Reading reading, LocalDate day) {
        boolean[] said = new boolean[parts.size()];
        boolean any = false;
        for (int i = 0; i < said.length; i++) {
            said[i] = reads(i, reading, day);
            any |= said[i];
        }
        return reading == Reading.HOLIDAY ? any : rule.works(day, said);
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
}
