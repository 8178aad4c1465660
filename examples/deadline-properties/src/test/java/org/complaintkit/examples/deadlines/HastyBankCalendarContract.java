package org.complaintkit.examples.deadlines;

import java.time.LocalDate;
import java.util.Set;
import org.complaintkit.calendar.WorkingCalendar;
import org.complaintkit.calendar.testing.WorkingCalendarContract;

/** Not run by the build itself, since it fails: {@link PlantedFaultTest} runs it and reads what it reports. */
class HastyBankCalendarContract extends WorkingCalendarContract {
    private static final Set<LocalDate> DAYS = Set.of(LocalDate.of(2024, 12, 25), LocalDate.of(2025, 1, 1));
    private static final LocalDate STATED = LocalDate.of(2015, 6, 1);
    private static final WorkingCalendar BANK = new HastyBankCalendar(DAYS, STATED);

    @Override
    protected WorkingCalendar calendar() {
        return BANK;
    }

    @Override
    protected WorkingCalendar madeAgain() {
        return new HastyBankCalendar(DAYS, STATED);
    }

    @Override
    protected WorkingCalendar madeOtherwise() {
        return new HastyBankCalendar(Set.of(LocalDate.of(2024, 12, 25), LocalDate.of(2025, 1, 2)), STATED);
    }

    @Override
    protected LocalDate knownSince() {
        return STATED;
    }
}
