package org.complaintkit.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link DueQuestion} without its proof, which lists days and so costs more than the answer.
 *
 * @param start the start after the convention
 * @param target the wanted moment, never after the limit
 * @param limit the last permitted moment; while provisional, the likely one
 * @param certainty whether target and limit rest on published schedules only
 * @param forecast likely, earliest and latest limit; present if and only if provisional
 * @param notes as in {@link Due#notes()}, without what concerns the proof
 */
public record Outlook(
        DueMoment start,
        DueMoment target,
        DueMoment limit,
        Certainty certainty,
        @Nullable Forecast forecast,
        List<String> notes) {
    /** Copies the notes. */
    public Outlook {
        notes = List.copyOf(notes);
    }
}
