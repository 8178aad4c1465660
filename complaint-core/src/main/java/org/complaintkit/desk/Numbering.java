package org.complaintkit.desk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.complaintkit.duty.Finding;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Numbers;

/**
 * Draws the running number that a case wants. That it was drawn is an event of the case, so that the case can be folded
 * anew and keeps its number.
 */
final class Numbering {
    /** The event that tells the number drawn. */
    static final String DRAWN = "NUMBER_DRAWN";

    private final Lifecycle lifecycle;
    private final Numbers numbers;

    Numbering(Lifecycle lifecycle, Numbers numbers) {
        this.lifecycle = lifecycle;
        this.numbers = numbers;
    }

    /** The outcome with the number drawn; as it is where none is wanted. */
    Outcome numbered(Outcome outcome) {
        Case now = outcome.now();
        String wanted = now.register().wanted();
        if (wanted.isEmpty()) {
            return outcome;
        }
        CaseEvent trigger = now.events().get(now.events().size() - 1);
        CaseEvent drawn = new CaseEvent(
                now.id() + "/number/" + now.round() + "/" + wanted,
                DRAWN,
                "",
                "",
                trigger.occurredAt(),
                trigger.recordedAt(),
                Map.of("sequence", BigDecimal.valueOf(numbers.next(wanted))));
        Outcome after = lifecycle.handle(now, drawn);
        List<Notice> notices = new ArrayList<>(outcome.notices());
        notices.addAll(after.notices());
        List<Finding> findings = new ArrayList<>(outcome.findings());
        findings.addAll(after.findings());
        return new Outcome(after.now(), outcome.effective(), notices, findings);
    }
}
