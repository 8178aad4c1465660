package org.complaintkit.examples.quickstart;

import java.time.Instant;
import java.util.List;
import org.complaintkit.duty.Finding;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;

/** Something that a person at the desk would see while the clock runs. */
sealed interface Happening {
    /** When it came true; it may be noticed by a later tick. */
    Instant at();

    /** The case. */
    String caseId();

    /** A complaint came in and was decided. */
    record Received(Instant at, Case decided) implements Happening {
        @Override
        public String caseId() {
            return decided.id();
        }
    }

    /** People did something. */
    record Done(String caseId, CaseEvent event) implements Happening {
        @Override
        public Instant at() {
            return event.occurredAt();
        }
    }

    /** Duties that arose together; the desk sent one notice for each. */
    record Owed(Instant at, String caseId, List<Notice> duties) implements Happening {}

    /** A limit is near. */
    record Warned(Notice notice, Case value) implements Happening {
        @Override
        public Instant at() {
            return notice.at();
        }

        @Override
        public String caseId() {
            return notice.caseId();
        }
    }

    /** Somebody must be told. */
    record Escalated(Notice notice) implements Happening {
        @Override
        public Instant at() {
            return notice.at();
        }

        @Override
        public String caseId() {
            return notice.caseId();
        }
    }

    /** A breach that had been recorded is none, by what became known since. */
    record Lifted(Instant at, String caseId, Finding finding) implements Happening {}

    /** A breach was recorded. */
    record Found(String caseId, Finding finding) implements Happening {
        @Override
        public Instant at() {
            return finding.at();
        }
    }
}
