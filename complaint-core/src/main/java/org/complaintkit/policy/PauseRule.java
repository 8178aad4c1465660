package org.complaintkit.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;

/**
 * Which events stop a clock and let it run on: {@code APPRAISAL_STARTED to APPRAISAL_FINISHED}. An event that says {@code
 * from} or {@code to} itself counts from or to that moment, so that a supervisor can leave out a time that is over.
 *
 * @param from the event that stops the clock; empty for a clock that nothing stops
 * @param to the event that lets it run on
 */
public record PauseRule(Optional<EventPattern> from, Optional<EventPattern> to) {
    /** A clock that nothing stops (CONV-14). */
    public static final PauseRule NONE = new PauseRule(Optional.empty(), Optional.empty());

    private static final Pattern TO = Pattern.compile("\\s+to\\s+");

    /**
     * Reads a cell; the empty one is {@link #NONE}.
     *
     * @throws InvalidInputException if the text names no two events
     */
    public static PauseRule parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        List<EventPattern> events =
                TO.splitAsStream(text.strip()).map(EventPattern::parse).toList();
        if (events.size() != 2) {
            throw InvalidInputException.of("PAUSE_RULE", "pause")
                    .value(text)
                    .rule("the event that stops the clock, the word to, the event that lets it run on")
                    .wayOut("write APPRAISAL_STARTED to APPRAISAL_FINISHED, or leave the cell empty")
                    .build();
        }
        return new PauseRule(Optional.of(events.get(0)), Optional.of(events.get(1)));
    }
}
