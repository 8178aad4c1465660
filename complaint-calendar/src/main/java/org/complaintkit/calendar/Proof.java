package org.complaintkit.calendar;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is needed to verify an answer by hand. For a term in days each day after the start and up to the limit
 * is either counted or skipped, except the day to which a limit was moved. For a term in working hours or minutes each
 * day from the start to the limit is counted with its time, or skipped; a start day without any is left out. For a term
 * by the clock, a named date and a clock that never runs on both lists are empty.
 *
 * @param calendarId the calendar
 * @param calendarVersion its content
 * @param zone the zone of all local days
 * @param convention how it was counted
 * @param conventionName the set that this comes from
 * @param source its legal source, or empty; with CONV-12 where a word has its default meaning
 * @param wording what was asked, and what that stands for
 * @param term what was counted; of several terms the one that decides, the first of equals
 * @param asked the start as asked
 * @param start the start after the convention
 * @param target the wanted moment
 * @param limit the last permitted moment
 * @param counted the days that count, ascending
 * @param skipped the days that do not, ascending, with the reason
 * @param pauses the pauses that were taken into account
 * @param serviceHours the service hours that were used, or null
 * @param cap an earlier limit of another rule that the limit may not pass, or null
 * @param forecast what to expect of a limit that rests on unpublished days; null if none does
 * @param parts the proof of each part of a combined term, in its order; empty for a plain one
 */
public record Proof(
        String calendarId,
        String calendarVersion,
        ZoneId zone,
        Convention convention,
        String conventionName,
        String source,
        Wording wording,
        Term term,
        DueMoment asked,
        DueMoment start,
        DueMoment target,
        DueMoment limit,
        List<CountedDay> counted,
        List<SkippedDay> skipped,
        List<Pause> pauses,
        @Nullable ServiceHours serviceHours,
        @Nullable DueMoment cap,
        @Nullable Forecast forecast,
        List<Proof> parts) {
    /** Copies the lists. */
    public Proof {
        counted = List.copyOf(counted);
        skipped = List.copyOf(skipped);
        pauses = List.copyOf(pauses);
        parts = List.copyOf(parts);
    }

    /** Whether the answer rests on published schedules only. */
    public Certainty certainty() {
        return forecast == null ? Certainty.OFFICIAL : Certainty.PROVISIONAL;
    }

    /**
     * This proof, of the part that decides, as that of the whole: the days counted are its own, the rest is the whole's.
     *
     * @param whole what the combined term says
     * @param outlook how certain the whole is, or null if it is official
     * @param all the proofs of all parts, this one among them
     */
    public Proof decidingFor(Wording whole, @Nullable Forecast outlook, List<Proof> all) {
        return new Proof(
                calendarId,
                calendarVersion,
                zone,
                convention,
                conventionName,
                source,
                whole,
                term,
                asked,
                start,
                target,
                limit,
                counted,
                skipped,
                pauses,
                serviceHours,
                cap,
                outlook,
                all);
    }
}
