package org.complaintkit.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is needed to verify an answer by hand. For a term in days each day after the start and up to the limit
 * is either counted or skipped, except the day to which a limit was moved. For a term by the clock both lists are empty.
 *
 * @param calendarId the calendar
 * @param calendarVersion its content
 * @param zone the zone of all local days
 * @param convention how it was counted
 * @param conventionName the set that this comes from
 * @param source its legal source, or empty
 * @param term what was counted; of a soft term what it stands for, of a combined one the part that decides
 * @param asked the start as asked
 * @param start the start after the convention
 * @param target the wanted moment
 * @param limit the last permitted moment
 * @param counted the days that count, ascending
 * @param skipped the days that do not, ascending, with the reason
 * @param pauses the pauses that were taken into account
 * @param serviceHours the service hours that were used, or null
 * @param cap an earlier limit of another rule that the limit may not pass, or null
 */
public record Proof(
        String calendarId,
        String calendarVersion,
        ZoneId zone,
        Convention convention,
        String conventionName,
        String source,
        Term term,
        DueMoment asked,
        DueMoment start,
        DueMoment target,
        DueMoment limit,
        List<LocalDate> counted,
        List<SkippedDay> skipped,
        List<Pause> pauses,
        @Nullable ServiceHours serviceHours,
        @Nullable DueMoment cap) {
    /** Copies the lists. */
    public Proof {
        counted = List.copyOf(counted);
        skipped = List.copyOf(skipped);
        pauses = List.copyOf(pauses);
    }
}
