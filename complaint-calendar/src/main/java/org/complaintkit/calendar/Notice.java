package org.complaintkit.calendar;

import java.time.LocalDate;

/**
 * One official notice that sets days.
 *
 * @param published the day on which it became known
 * @param firstDaySet first day that it names
 * @param lastDaySet last day that it names; its year is the year that the notice is for
 * @param source address of the notice
 */
record Notice(LocalDate published, LocalDate firstDaySet, LocalDate lastDaySet, String source) {}
