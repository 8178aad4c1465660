package org.complaintkit.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complaint;

/**
 * How cases would stand: a complaint is taken in and events happen as a desk lets them, under all packs of the builder
 * whether in force or not, but nothing is stored and nobody is told. Numbers begin at 1 for each case, and the clock is the
 * moment at which one looks. Thread-safe; see {@link DeskBuilder#rehearsal()}.
 */
public final class Rehearsal {
    private final Lifecycle lifecycle;
    private final Admission admission;

    Rehearsal(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
        this.admission = new Admission(lifecycle.policies());
    }

    /**
     * The case as it would stand.
     *
     * @param events in the order in which they happened; later ones than {@code asOf} are passed over
     * @param asOf the moment at which one looks
     * @throws org.complaintkit.calendar.InvalidInputException as {@link ComplaintDesk#receive} and
     *     {@link ComplaintDesk#handle}
     */
    public Case of(Complaint complaint, List<CaseEvent> events, Instant asOf) {
        Admission.free(complaint);
        Admission.timely(complaint, asOf);
        admission.admit(complaint);
        Map<String, Long> taken = new HashMap<>();
        Numbering numbering = new Numbering(lifecycle, sequence -> taken.getOrDefault(sequence, 0L));
        Case now = numbered(lifecycle.receive(complaint), complaint.receivedAt(), numbering, taken);
        for (CaseEvent event : events) {
            if (!event.occurredAt().isAfter(asOf)) {
                now = admitted(now, event, asOf)
                        ? numbered(lifecycle.handle(now, event), event.recordedAt(), numbering, taken)
                        : now;
            }
        }
        return lifecycle.asOf(now, asOf);
    }

    /** False for an event that happened already. */
    private boolean admitted(Case stood, CaseEvent event, Instant asOf) {
        Optional<CaseEvent> known = stood.event(event.id());
        if (known.isEmpty()) {
            admission.admit(
                    stood, event, asOf, () -> lifecycle.advance(stood, asOf).now());
        } else if (!Admission.sameContent(known.get(), event)) {
            throw Admission.otherContent("event.id", event.id());
        }
        return known.isEmpty();
    }

    private static Case numbered(Outcome outcome, Instant told, Numbering numbering, Map<String, Long> taken) {
        Numbering.Numbered numbered = numbering.numbered(outcome, told);
        taken.putAll(numbered.taken());
        return numbered.outcome().now();
    }
}
