package org.complaintkit.rules.simulate;

import java.util.Locale;
import org.complaintkit.rules.words.BundleTexts;

/** What can come out otherwise, in the order in which one follows from another. */
public enum Aspect {
    /** Whether the case is taken in at all. */
    REFUSED,
    CATEGORY,
    LABEL,
    COMPLEXITY,
    GRADE,
    OWNER,
    ASSIST,
    SUPERVISOR,
    APPROVER,
    /** Start, target, limit or state of a deadline. */
    DEADLINE,
    /** The limit that counts for the handling, or how far it may be extended. */
    LIMIT,
    DUTY,
    PROHIBITION,
    ESCALATION,
    FINDING,
    /** Where the case stands. */
    STATE,
    /** Amounts, how it counts, what is advised. */
    ACCOUNT;

    /** What people call it. */
    public String label(Locale locale) {
        return BundleTexts.of(Aspect.class, "simulate", locale).text("aspect." + name());
    }
}
