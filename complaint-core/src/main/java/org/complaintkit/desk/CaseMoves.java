package org.complaintkit.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.lifecycle.Register;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Policy;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.StoredCase;

/**
 * Moves cases that other packs decided, or other versions of these, under the packs of the builder: a case stays on what
 * decided it until somebody does so. It is decided anew from its receipt on; what had left it stays, and nobody is told the
 * same twice. A number that it has it keeps: where these packs draw from another sequence, a further round gets one of it.
 * Who moved it is an event of the case and a link of its audit trail. Thread-safe; see
 * {@link DeskBuilder#moves()}.
 */
public final class CaseMoves {
    /** The event of a case that was moved; it says {@code from} and {@code to}, packs with their versions. */
    public static final String PACKS_CHANGED = CaseEvent.PACKS_CHANGED;

    private final Lifecycle lifecycle;
    private final Admission admission;
    private final Numbering numbering;
    private final CaseRepository repository;
    private final CaseWriter writer;
    private final Delivery delivery;
    private final Clock clock;
    private final boolean deliverBySweep;

    CaseMoves(DeskBuilder from) {
        lifecycle = new Lifecycle(from.books, from.calendars, from.organisation);
        admission = new Admission(lifecycle.policies());
        repository = from.repository;
        numbering = new Numbering(lifecycle, repository::lastNumber);
        writer = new CaseWriter(repository, from.clock);
        delivery = new Delivery(repository, from.dutyPort);
        clock = from.clock;
        deliverBySweep = from.deliverBySweep;
    }

    /**
     * What {@link #move} would come to; nothing is stored and nobody is told.
     *
     * @throws InvalidInputException as {@link #move}
     */
    public Outcome preview(String caseId, CaseEvent told) {
        StoredCase stored = repository.load(caseId).orElseThrow(() -> Admission.unknownCase(caseId));
        return moved(stored.value(), told).outcome();
    }

    /**
     * Moves a case. One that lies under these packs already is left as it is; so the same event again changes nothing.
     *
     * @param told who moves it and when: its id, role, person, times and data; its type is not looked at
     * @throws InvalidInputException if the case is unknown or archived, or the event is malformed; nothing is changed
     */
    public Outcome move(String caseId, CaseEvent told) {
        Outcome outcome = writer.write(caseId, PACKS_CHANGED, stored -> moved(stored, told));
        if (!deliverBySweep) {
            delivery.publish(outcome.notices());
        }
        return outcome;
    }

    private Numbering.Numbered moved(Case stored, CaseEvent told) {
        List<PackVersion> ours = lifecycle.policies().stream().map(Policy::pack).toList();
        if (stored.packs().equals(ours) && stored.parameters().equals(lifecycle.parameters())) {
            return Numbering.none(new Outcome(stored, true, List.of(), List.of()));
        }
        if (admission.vocabulary().marks(Mark.FILED, stored.state())) {
            throw InvalidInputException.of("MOVE_ARCHIVED", "case " + stored.id())
                    .value(stored.state())
                    .rule("a case that is not archived: what is closed stays as it was decided")
                    .wayOut("leave it under its packs")
                    .build();
        }
        Map<String, Object> data = new TreeMap<>(told.data());
        data.keySet().removeAll(List.of(CaseEvent.KEPT_NUMBER, CaseEvent.KEPT_ROUND));
        data.put("from", String.join(", ", labels(stored.packs())));
        data.put("to", String.join(", ", labels(ours)));
        Instant now = clock.instant();
        CaseEvent event = told(told, data);
        admission.admit(stored, event, now, () -> stored);
        CaseEvent recorded = Admission.recorded(event, now);
        Outcome moved = lifecycle.moved(stored, recorded);
        Register before = stored.register();
        if (!before.number().isEmpty() && !moved.now().register().wanted().isEmpty()) {
            data.put(CaseEvent.KEPT_NUMBER, before.number());
            data.put(CaseEvent.KEPT_ROUND, before.numberRound());
            moved = lifecycle.moved(stored, told(recorded, data));
        }
        return numbering.numbered(moved, now);
    }

    private static CaseEvent told(CaseEvent told, Map<String, Object> data) {
        return new CaseEvent(
                told.id(), PACKS_CHANGED, told.by(), told.person(), told.occurredAt(), told.recordedAt(), data);
    }

    /**
     * Refuses a moment of knowledge before a move: other packs gave the answers then.
     *
     * @throws InvalidInputException MOVED_SINCE, with the packs of then
     */
    static void requireUnmoved(Case value, Instant known) {
        value.events().stream()
                .filter(event ->
                        event.type().equals(PACKS_CHANGED) && event.recordedAt().isAfter(known))
                .min(Comparator.comparing(CaseEvent::recordedAt))
                .ifPresent(move -> {
                    throw InvalidInputException.of("MOVED_SINCE", "known")
                            .value(known)
                            .rule("a moment at or after " + move.recordedAt()
                                    + ": until then other packs decided the case, " + move.value("from"))
                            .wayOut(
                                    "ask with a moment of knowledge after the move; what left the case before it stays on"
                                            + " the case")
                            .build();
                });
    }

    private static List<String> labels(List<PackVersion> packs) {
        return packs.stream().map(PackVersion::toString).toList();
    }
}
