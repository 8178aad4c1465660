package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.complaintkit.calendar.JoinedCalendar.Decision;

/**
 * New calendars from old ones. The result covers the days that all parts cover, is provisional where any part is, and
 * knows what its parts knew when.
 */
public final class CalendarAlgebra {
    private CalendarAlgebra() {}

    /** A day is worked if all parts work: the holidays of all (union of holidays). */
    public static WorkingCalendar allWork(String id, List<WorkingCalendar> parts) {
        Decision decision = said -> said.stream()
                .filter(day -> !day.working())
                .max(java.util.Comparator.comparing(CalendarDay::kind))
                .orElse(said.get(0));
        return JoinedCalendar.of(checked(id), "all", decision, parts);
    }

    /** A day is worked if any part works: only the common holidays (intersection of holidays). */
    public static WorkingCalendar anyWorks(String id, List<WorkingCalendar> parts) {
        Decision decision =
                said -> said.stream().filter(CalendarDay::working).findFirst().orElse(said.get(0));
        return JoinedCalendar.of(checked(id), "any", decision, parts);
    }

    /** A calendar with days of one's own on top: "our branch is also closed on ...", "we work on ...". */
    public static WorkingCalendar overlay(String id, WorkingCalendar base, Collection<ListedDay> own) {
        // What the owner lists is all that the owner has to say, of any year, and was always so.
        CalendarSheet.Builder sheet = CalendarSheet.named(checked(id))
                .knownFrom(base.firstDay())
                .knownThrough(AllDays.LAST)
                .statedOn(LocalDate.MIN);
        own.forEach(sheet::listed);
        Decision decision = said -> {
            CalendarDay top = said.get(1);
            boolean listed = top.kind() == DayKind.HOLIDAY || top.kind() == DayKind.MAKE_UP;
            return listed ? top : said.get(0);
        };
        return JoinedCalendar.of(id, "overlay", decision, List.of(base, TableCalendar.of(sheet.build())));
    }

    private static String checked(String id) {
        return CalendarSheet.named(id).build().id();
    }
}
