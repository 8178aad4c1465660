package org.complaintkit.desk;

import java.util.List;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.lifecycle.Lifecycle;

/** The packs that govern a case together, as a lifecycle, and what works under them. */
record Regime(Lifecycle lifecycle, Admission admission, Numbering numbering, Erasure erasure) {

    /** That of some packs of a desk. */
    static Regime of(List<RuleBook> books, DeskBuilder desk) {
        Lifecycle lifecycle = new Lifecycle(books, desk.calendars, desk.organisation);
        return new Regime(
                lifecycle,
                new Admission(lifecycle.policies()),
                new Numbering(lifecycle, desk.repository::lastNumber),
                new Erasure(lifecycle));
    }
}
