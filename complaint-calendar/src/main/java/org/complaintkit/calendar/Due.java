package org.complaintkit.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link DueQuestion}.
 *
 * @param start the start after the convention
 * @param target the wanted moment, never after the limit
 * @param limit the last permitted moment; while provisional, the likely one
 * @param certainty whether target and limit rest on published schedules only
 * @param forecast likely, earliest and latest limit; present if and only if provisional
 * @param notes what a reader should know: {@link #NO_WORKING_DAY_IN_WINDOW}, {@link #CALENDAR_YEAR_UNKNOWN} and the others
 *     here
 * @param proof how the answer comes about
 */
public record Due(
        DueMoment start,
        DueMoment target,
        DueMoment limit,
        Certainty certainty,
        @Nullable Forecast forecast,
        List<String> notes,
        Proof proof) {
    /** No working day lies between start and limit, so the target is the start day or the limit (CONV-5). */
    public static final String NO_WORKING_DAY_IN_WINDOW = "NO_WORKING_DAY_IN_WINDOW";
    /** The answer depends on days whose schedule is not published (CONV-21). */
    public static final String CALENDAR_YEAR_UNKNOWN = "CALENDAR_YEAR_UNKNOWN";
    /** The clock stands still until further notice. */
    public static final String CLOCK_STOPPED = "CLOCK_STOPPED";
    /** An earlier limit of another rule decides. */
    public static final String CAPPED = "CAPPED";
    /** Business hours were asked for, but the limit's day has none; it ends at 24:00. */
    public static final String NO_CLOSE_OF_BUSINESS = "NO_CLOSE_OF_BUSINESS";
    /** The limit lies before the start: a named date or a cap that was already over. */
    public static final String LIMIT_BEFORE_START = "LIMIT_BEFORE_START";
    /** The span is so long that the proof does not list its days. */
    public static final String PROOF_ABRIDGED = "PROOF_ABRIDGED";

    /** Copies the notes. */
    public Due {
        notes = List.copyOf(notes);
    }

    Due(Outlook answer, List<String> notes, Proof proof) {
        this(answer.start(), answer.target(), answer.limit(), answer.certainty(), answer.forecast(), notes, proof);
    }

    /** The answer without its proof. */
    public Outlook outlook() {
        return new Outlook(
                start,
                target,
                limit,
                certainty,
                forecast,
                notes.stream().filter(note -> !note.equals(PROOF_ABRIDGED)).toList());
    }
}
