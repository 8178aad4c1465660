package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a sheet lets one expect of the years that it does not settle: what its settled years list can all turn up on other
 * days, and what it already lists for the others can all turn out to be worked.
 *
 * @param daysOff most days that can be off beyond those listed
 * @param daysWorked most days that can be worked although the sheet has them off
 */
record SheetExperience(int daysOff, int daysWorked) {
    /** A calendar that has settled no year: no country's public holidays are more. */
    private static final int NO_EXPERIENCE = 30;

    static SheetExperience of(CalendarSheet sheet) {
        Map<Integer, Integer> off = new TreeMap<>();
        Map<Integer, Integer> worked = new TreeMap<>();
        Map<Integer, Integer> expected = new TreeMap<>();
        for (ListedDay day : sheet.listed().values()) {
            int year = day.date().getYear();
            boolean rest = sheet.weekend().contains(day.date().getDayOfWeek());
            boolean settled = !day.date().isAfter(sheet.knownThrough());
            if (day.kind() == DayKind.MAKE_UP) {
                (rest ? worked : off).merge(year, rest ? 1 : 0, Integer::sum);
            } else if (!rest) {
                (settled ? off : expected).merge(year, 1, Integer::sum);
            }
        }
        return new SheetExperience(most(off, NO_EXPERIENCE), most(worked, 0) + most(expected, 0));
    }

    private static int most(Map<Integer, Integer> counts, int none) {
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(none);
    }

    /** The end of the last year that lists a day, or the day before the first if none does. */
    static LocalDate lastListedYear(NavigableMap<LocalDate, ListedDay> listed, LocalDate first) {
        return listed.isEmpty()
                ? first.minusDays(1)
                : LocalDate.of(listed.lastKey().getYear(), 12, 31);
    }
}
