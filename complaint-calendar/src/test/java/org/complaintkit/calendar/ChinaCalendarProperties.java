package org.complaintkit.calendar;

import org.complaintkit.calendar.testing.WorkingCalendarContract;

/** The packaged calendar keeps the law that we publish. */
class ChinaCalendarProperties extends WorkingCalendarContract {
    @Override
    protected WorkingCalendar calendar() {
        return Laws.CN;
    }
}
