package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * New calendars from old ones. The result covers the days that all parts cover, is provisional where any part is, and
 * knows what its parts knew when. A part that is named twice counts once. Calendars may be joined again, up to
 * {@value JoinedCalendar#MOST_PARTS} parts of parts and {@value JoinedCalendar#DEEPEST} joins inside each other; more is
 * JOIN_TOO_LARGE, and parts that have no day in common are NO_COMMON_DAY. Stateless and thread-safe.
 */
public final class CalendarAlgebra {
    private CalendarAlgebra() {}

    /** A day is worked if all parts work: the holidays of all (union of holidays). */
    public static WorkingCalendar allWork(String id, List<WorkingCalendar> parts) {
        return JoinedCalendar.of(checked(id), new JoinRule.All(), parts);
    }

    /** A day is worked if any part works: only the common holidays (intersection of holidays). */
    public static WorkingCalendar anyWorks(String id, List<WorkingCalendar> parts) {
        return JoinedCalendar.of(checked(id), new JoinRule.Any(), parts);
    }

    /**
     * A calendar with days of one's own on top: "our branch is also closed on ...", "we work on ...". What is listed
     * decides, whether the base has a weekday, a holiday or a day of its weekly rest there; a day that names no source of its
     * own has the overlay's id for one.
     *
     * @throws InvalidInputException DUPLICATE_DAY, CONTRADICTORY_DAY, DAY_OUTSIDE_CALENDAR or JOIN_TOO_LARGE
     */
    public static WorkingCalendar overlay(String id, WorkingCalendar base, Collection<ListedDay> own) {
        // What the owner lists is all that the owner has to say, of any year, and was always so.
        CalendarSheet.Builder sheet = CalendarSheet.named(checked(id))
                .knownFrom(base.firstDay())
                .knownThrough(AllDays.LAST)
                .statedOn(LocalDate.MIN);
        own.forEach(day ->
                sheet.listed(day.source().isEmpty() ? new ListedDay(day.date(), day.kind(), day.name(), id) : day));
        CalendarSheet listed = sheet.build();
        return JoinedCalendar.of(id, new JoinRule.Overlay(listed.listed()), List.of(base, TableCalendar.of(listed)));
    }

    private static String checked(String id) {
        return CalendarSheet.named(id).build().id();
    }
}
