package org.complaintkit.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.Pause;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.EventPattern;

/** What a limit can rest on besides its term: other deadlines of the case, and what events and the complaint say. */
public interface Known {
    /** The deadline of this row that is in force. */
    Optional<Deadline> deadline(String ruleId);

    /** What the events of a pattern say under its keys, in the order in which they happened. */
    List<Saying> said(EventPattern pattern);

    /** A fact of the complaint as text; empty where it is not given. */
    String given(String name);

    /** The times in which a clock of this row stands still. */
    List<Pause> pauses(DeadlineRule rule);

    /** A text, and when it was said. */
    record Saying(Instant at, String text) {}
}
