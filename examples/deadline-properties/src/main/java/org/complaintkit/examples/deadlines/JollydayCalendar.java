package org.complaintkit.examples.deadlines;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.TreeMap;
import org.complaintkit.calendar.CalendarSheet;
import org.complaintkit.calendar.DayKind;
import org.complaintkit.calendar.ListedDay;
import org.complaintkit.calendar.TableCalendar;
import org.complaintkit.calendar.WorkingCalendar;

/**
 * Public holidays of the Jollyday library as a calendar. The library computes, it does not publish: the days are as good
 * as its rules, and a day proclaimed for one year is there only if its authors added it.
 */
public final class JollydayCalendar {
    private JollydayCalendar() {}

    /**
     * The public holidays of a country, or of a part of it, in a span of years; days after the last year are provisional.
     *
     * @param id id of the new calendar
     * @param country the library's code, such as {@code gb}, or the name of a special calendar such as {@code TARGET}
     * @param parts codes of the part of the country, such as {@code sct}; may be absent
     */
    public static WorkingCalendar of(String id, String country, int firstYear, int lastYear, String... parts) {
        ManagerParameter parameter = ManagerParameters.create(country);
        HolidayManager manager = HolidayManager.getInstance(parameter);
        TreeMap<LocalDate, String> days = new TreeMap<>();
        for (int year = firstYear; year <= lastYear; year++) {
            for (Holiday holiday : manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts)) {
                LocalDate day = holiday.getObservedDate().orElse(holiday.getDate());
                days.merge(day, holiday.getDescription(Locale.ENGLISH), (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
        }
        CalendarSheet.Builder sheet = CalendarSheet.named(id)
                .knownFrom(LocalDate.of(firstYear, 1, 1))
                .knownThrough(LocalDate.of(lastYear, 12, 31));
        days.forEach((day, name) -> sheet.listed(new ListedDay(day, DayKind.HOLIDAY, name, "Jollyday")));
        return TableCalendar.of(sheet.build());
    }
}
