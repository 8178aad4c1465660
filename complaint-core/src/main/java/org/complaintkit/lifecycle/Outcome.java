package org.complaintkit.lifecycle;

import java.util.List;
import org.complaintkit.duty.Finding;
import org.complaintkit.duty.Notice;

/**
 * What came of a complaint, an event or a lapse of time.
 *
 * @param now the case as it stands now
 * @param effective whether the event took effect; false where a clause denies it one
 * @param notices what arose and has to leave, the earlier first, in a fixed order; empty when the event had been taken before
 * @param findings what was found and had not been found before
 */
public record Outcome(Case now, boolean effective, List<Notice> notices, List<Finding> findings) {
    public Outcome {
        notices = List.copyOf(notices);
        findings = List.copyOf(findings);
    }
}
