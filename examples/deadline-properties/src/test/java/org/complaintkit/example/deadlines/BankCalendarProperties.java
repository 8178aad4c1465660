package org.complaintkit.example.deadlines;

import java.time.LocalDate;
import java.util.Set;
import org.complaintkit.calendar.WorkingCalendar;
import org.complaintkit.calendar.testing.WorkingCalendarContract;

/** Three lines give a bank fifteen laws as tests. */
class BankCalendarProperties extends WorkingCalendarContract {
    private static final WorkingCalendar BANK =
            new BankCalendar(Set.of(LocalDate.of(2024, 12, 25), LocalDate.of(2025, 1, 1)));

    @Override
    protected WorkingCalendar calendar() {
        return BANK;
    }
}
