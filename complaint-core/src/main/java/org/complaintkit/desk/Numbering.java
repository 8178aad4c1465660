package org.complaintkit.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.complaintkit.duty.Finding;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.lifecycle.Outcome;

/**
 * Draws the running number that a case wants. That it was drawn is an event of the case, so that the case can be folded
 * anew and keeps its number.
 */
final class Numbering {
    private final Lifecycle lifecycle;
    private final ToLongFunction<String> last;

    /** A numbering that goes on from the number taken last from a sequence; 0 where none was. */
    Numbering(Lifecycle lifecycle, ToLongFunction<String> last) {
        this.lifecycle = lifecycle;
        this.last = last;
    }

    /**
     * An outcome with the numbers that it takes.
     *
     * @param taken numbers by sequence: they belong to the write that stores the outcome
     */
    record Numbered(Outcome outcome, Map<String, Long> taken) {}

    /** An outcome that takes no number. */
    static Numbered none(Outcome outcome) {
        return new Numbered(outcome, Map.of());
    }

    /**
     * The outcome with the number drawn; as it is where none is wanted.
     *
     * @param told when it is drawn: before, nobody knew the number
     */
    Numbered numbered(Outcome outcome, Instant told) {
        Case now = outcome.now();
        String wanted = now.register().wanted();
        if (wanted.isEmpty()) {
            return none(outcome);
        }
        long number = last.applyAsLong(wanted) + 1;
        Instant at = now.events().get(now.events().size() - 1).occurredAt();
        CaseEvent drawn = new CaseEvent(
                now.id() + "/number/" + now.round() + "/" + wanted,
                CaseEvent.NUMBER_DRAWN,
                "",
                "",
                at,
                told.isBefore(at) ? at : told,
                Map.of("sequence", BigDecimal.valueOf(number)));
        Outcome after = lifecycle.handle(now, drawn);
        List<Notice> notices = new ArrayList<>(outcome.notices());
        notices.addAll(after.notices());
        List<Finding> findings = new ArrayList<>(outcome.findings());
        findings.addAll(after.findings());
        Outcome both = new Outcome(after.now(), outcome.effective(), notices, findings);
        return new Numbered(both, Map.of(wanted, number));
    }
}
