package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.complaintkit.calendar.testing.CalendarArbitraries;
import org.complaintkit.calendar.testing.WorkingCalendarContract;

/** A calendar made of two keeps the law too. */
class JoinedCalendarProperties extends WorkingCalendarContract {
    private static final WorkingCalendar BOTH = CalendarAlgebra.allWork(
            "CN-AND-HK", List.of(Laws.CN, CalendarRegistry.standard().get("HK")));

    @Override
    protected WorkingCalendar calendar() {
        return BOTH;
    }

    @Provide
    @Override
    protected Arbitrary<LocalDate> days() {
        return CalendarArbitraries.days(LocalDate.of(2017, 1, 1), LocalDate.of(2027, 12, 31));
    }
}
