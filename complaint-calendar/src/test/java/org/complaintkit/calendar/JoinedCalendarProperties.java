package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.complaintkit.calendar.testing.CalendarArbitraries;
import org.complaintkit.calendar.testing.WorkingCalendarContract;

/** A calendar made of two keeps the law too. */
class JoinedCalendarProperties extends WorkingCalendarContract {
    private static final ListedDay HOLIDAY = new ListedDay(LocalDate.of(2025, 3, 3), DayKind.HOLIDAY, "", "");
    private static final WorkingCalendar HK = CalendarRegistry.standard().get("HK");
    private static final WorkingCalendar BOTH = joined(Laws.CN, HK);
    private static final WorkingCalendar AGAIN = joined(Laws.CN, HK);
    private static final WorkingCalendar OTHER = joined(Laws.CN, CalendarAlgebra.overlay("HK", HK, List.of(HOLIDAY)));

    private static WorkingCalendar joined(WorkingCalendar... parts) {
        return CalendarAlgebra.allWork("CN-AND-HK", List.of(parts));
    }

    @Override
    protected WorkingCalendar calendar() {
        return BOTH;
    }

    @Override
    protected WorkingCalendar madeAgain() {
        return AGAIN;
    }

    @Override
    protected WorkingCalendar madeOtherwise() {
        return OTHER;
    }

    @Provide
    @Override
    protected Arbitrary<LocalDate> days() {
        return CalendarArbitraries.days(LocalDate.of(2017, 1, 1), LocalDate.of(2027, 12, 31));
    }
}
