package org.complaintkit.examples.deadlines;

import java.time.LocalDate;
import java.util.Set;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.WorkingCalendar;

/** The same bank, which claims to have known everything always, and to know what lies outside its years. */
public final class BoastfulBankCalendar extends BankCalendar {

    /** A bank closed on Sundays and the given days. */
    public BoastfulBankCalendar(Set<LocalDate> holidays, LocalDate statedOn) {
        super(holidays, statedOn);
    }

    @Override
    public Certainty certainty(LocalDate from, LocalDate to) {
        return Certainty.OFFICIAL;
    }

    @Override
    public WorkingCalendar asOf(LocalDate knowledgeDay) {
        return this;
    }
}
