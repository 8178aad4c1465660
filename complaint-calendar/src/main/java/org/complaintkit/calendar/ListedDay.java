package org.complaintkit.calendar;

import java.time.LocalDate;

/**
 * A day that a schedule names: a holiday or a make-up working day.
 *
 * @param date the day
 * @param kind {@link DayKind#HOLIDAY} or {@link DayKind#MAKE_UP}; the other kinds follow from the week
 * @param name name of the festival, possibly empty
 * @param source the notice, possibly empty
 */
public record ListedDay(LocalDate date, DayKind kind, String name, String source) {
    /** Checks the kind. */
    public ListedDay {
        if (kind != DayKind.HOLIDAY && kind != DayKind.MAKE_UP) {
            throw InvalidInputException.of("DAY_KIND_NOT_LISTABLE", "calendar day " + date)
                    .value(kind)
                    .rule("a schedule lists holidays and make-up working days only")
                    .wayOut("leave ordinary and weekend days out")
                    .build();
        }
    }
}
