package org.complaintkit.calendar;

import java.time.LocalDate;
import org.complaintkit.calendar.testing.WorkingCalendarContract;

/** The packaged calendar keeps the law that we publish. */
class ChinaCalendarProperties extends WorkingCalendarContract {
    private static final WorkingCalendar AGAIN = ChinaCalendar.load().calendar();

    @Override
    protected WorkingCalendar calendar() {
        return Laws.CN;
    }

    @Override
    protected WorkingCalendar madeAgain() {
        return AGAIN;
    }

    @Override
    protected WorkingCalendar madeOtherwise() {
        return Laws.CN.asOf(LocalDate.of(2019, 3, 1));
    }
}
