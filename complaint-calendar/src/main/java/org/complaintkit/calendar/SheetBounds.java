package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.complaintkit.calendar.DayBounds.Reading;
import org.jspecify.annotations.Nullable;

/** Works out from a sheet what may become of its unsettled days. */
final class SheetBounds {
    private final CalendarSheet sheet;
    private final DayTable likely;
    private final int first;
    private final int last;
    private final int settled;

    private SheetBounds(CalendarSheet sheet, DayTable likely) {
        this.sheet = sheet;
        this.likely = likely;
        this.first = (int) likely.first().toEpochDay();
        this.last = (int) likely.last().toEpochDay();
        // A calendar that is settled for longer than it lasts has no unsettled day.
        this.settled = sheet.knownThrough().isAfter(likely.last())
                ? last
                : (int) Math.max(first - 1L, sheet.knownThrough().toEpochDay());
    }

    static DayBounds of(CalendarSheet sheet, DayTable likely) {
        SheetBounds making = new SheetBounds(sheet, likely);
        HolidayForecast forecast = sheet.forecast();
        return forecast == null ? making.surprised() : making.foreseen(forecast);
    }

    /** The holiday law says which days can be off or worked. A day that a notice has already set is set. */
    private DayBounds foreseen(HolidayForecast forecast) {
        Map<Reading, DayBits> bits = new EnumMap<>(Reading.class);
        DayBits possible = bits(day -> isLikely(day) || (!listed(day) && forecast.mayBeWorked(AllDays.at(day))));
        DayBits sure = bits(day ->
                isLikely(day) && (listed(day) || (!rest(AllDays.at(day)) && !forecast.mayBeOff(AllDays.at(day)))));
        bits.put(Reading.POSSIBLE, possible);
        bits.put(Reading.UPPER, possible);
        bits.put(Reading.SURE, sure);
        bits.put(Reading.LOWER, sure);
        bits.put(Reading.HOLIDAY, bits(day -> forecast.mayBeOff(AllDays.at(day))));
        return bounds(bits, Surprises.NONE, count(forecast, Scenario.EARLIEST), count(forecast, Scenario.LATEST));
    }

    private DayBits count(HolidayForecast forecast, Scenario scenario) {
        return bits(day -> listed(day) ? isLikely(day) : forecast.isWorkingDay(AllDays.at(day), scenario));
    }

    /** Nobody says which days; so many in a year can turn out otherwise than they are listed. */
    private DayBounds surprised() {
        int more = sheet.fewerDaysOff();
        int fewer = sheet.moreDaysOff();
        boolean sure = fewer == 0 && sheet.unlistedDaysOff() == 0;
        boolean makeUps = sheet.listed().values().stream().anyMatch(day -> day.kind() == DayKind.MAKE_UP);
        DayBits expected = bits(this::isLikely);
        Map<Reading, DayBits> bits = new EnumMap<>(Reading.class);
        bits.put(Reading.UPPER, expected);
        bits.put(Reading.LOWER, expected);
        bits.put(
                Reading.POSSIBLE,
                more == 0 ? expected : bits(day -> isLikely(day) || makeUps || !rest(AllDays.at(day))));
        bits.put(Reading.SURE, sure ? expected : bits(day -> false));
        bits.put(Reading.HOLIDAY, bits(day -> !sure));
        int listedThrough = (int)
                SheetExperience.lastListedYear(sheet.listed(), likely.first()).toEpochDay();
        Surprises surprises = new Surprises(more, fewer, listedThrough, sheet.unlistedDaysOff());
        return bounds(bits, surprises, null, null);
    }

    private DayBounds bounds(
            Map<Reading, DayBits> bits, Surprises surprises, @Nullable DayBits early, @Nullable DayBits late) {
        return new DayBounds(last, settled, bits, surprises, early, late, null);
    }

    /** Settled days are as they are in every reading. */
    private DayBits bits(IntPredicate unsettled) {
        return DayBits.of(first, last, day -> day <= settled ? isLikely(day) : unsettled.test(day));
    }

    private boolean isLikely(int day) {
        return likely.isWorking(AllDays.at(day));
    }

    private boolean listed(int day) {
        return sheet.listed().containsKey(AllDays.at(day));
    }

    private boolean rest(LocalDate day) {
        return sheet.weekend().contains(day.getDayOfWeek());
    }
}
