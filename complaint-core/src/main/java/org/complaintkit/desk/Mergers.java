package org.complaintkit.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Joined;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complainant;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.StoredCase;

/**
 * Merges cases and parts them, by writes of which each touches one case. Of each merger holds, whatever dies and whoever
 * else merges at once: its limits run on the case that carries the matter on, or both cases still stand.
 *
 * <ol>
 *   <li>The carrier takes the limits over, if it stands and is not answered.
 *   <li>The other case leaves, if it stands, its limits are those that were told, and each merger into itself is decided.
 *       This write decides the merger.
 * </ol>
 *
 * <p>Each condition is looked at in the write that depends on it, so that the version of that one case settles a race.
 * Nobody waits: who finds a merger into the case that he wants to merge, begun and not decided, takes it back. That is
 * decided by a write on the case that was to leave, too; after it the carrier gives the limits back. So no ring of cases
 * can arise in which each carries the other: each member would have left after the one before it.
 *
 * <p>To part them the merged case stands alone first; then the carrier gives the limits back, those of this one merger.
 */
final class Mergers {
    private final CaseRepository repository;
    private final Happenings happenings;
    private final Merging merging;

    Mergers(CaseRepository repository, Happenings happenings, Merging merging) {
        this.repository = repository;
        this.happenings = happenings;
        this.merging = merging;
    }

    /** Of a case that this desk cannot read nobody is known; it keeps no others from being merged. */
    private Optional<Complainant> complainant(String caseId) {
        try {
            return repository
                    .load(caseId)
                    .map(stored -> stored.value().complaint().complainant());
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** See {@link ComplaintDesk#merge}. */
    Outcome merge(String caseId, String into, CaseEvent told) {
        CaseEvent leaving = Merging.merged(into, told);
        for (int attempt = 1; ; attempt++) {
            Case merged = known(caseId, told);
            Case carrier = known(into, told);
            try {
                if (left(merged, leaving)) {
                    return new Outcome(carrier, true, List.of(), List.of());
                }
                Merging.requireSame(carrier, caseId, told);
                merging.require(merged, carrier, told);
                merging.requireLeft(happenings.rehearsed(merged, leaving));
                Set<String> settled = settle(merged);
                Outcome joined = join(caseId, into, told);
                if (leave(caseId, joined.now(), leaving, settled)) {
                    return joined;
                }
                if (attempt == CaseWriter.ATTEMPTS) {
                    throw Merging.overtaken(merged);
                }
            } catch (InvalidInputException e) {
                Merging.begun(known(into, told), caseId, told.id()).stream()
                        .filter(joined -> Merging.by(joined, told))
                        .forEach(joined -> decided(into, joined));
                throw e;
            }
        }
    }

    /** See {@link ComplaintDesk#unmerge}. */
    Outcome unmerge(String caseId, CaseEvent told) {
        CaseEvent alone = Merging.unmerged(told);
        Outcome outcome = happenings.happen(
                caseId,
                alone.type(),
                stored -> {
                    if (stored.event(alone.id()).isEmpty()) {
                        Merging.requireMerged(stored);
                    }
                    return Optional.of(alone);
                },
                merging::requireAlone);
        CaseEvent stored = outcome.now().event(alone.id()).orElse(alone);
        Joined.undone(outcome.now(), stored)
                .ifPresent(merger -> part(merger.value(Joined.INTO), caseId, merger.id(), told));
        return outcome;
    }

    /** The carrier takes the limits over, as they ran at the time of the merger. */
    private Outcome join(String caseId, String into, CaseEvent told) {
        Case merged = happenings.asOf(known(caseId, told), told.occurredAt());
        Acquaintance acquaintance = new Acquaintance(this::complainant);
        return happenings.happen(
                into,
                Joined.JOINED,
                stored -> {
                    if (!Merging.begun(stored, caseId, told.id()).isEmpty()) {
                        return Optional.empty();
                    }
                    merging.requireCarrier(stored);
                    return Optional.of(Merging.joined(merged, stored, acquaintance.persons(merged, stored), told));
                },
                joined -> merging.requireCarried(merged, joined));
    }

    /** Whether the case left; not if it took over others in between. */
    private boolean leave(String caseId, Case carrier, CaseEvent leaving, Set<String> settled) {
        List<CaseEvent> begun = Merging.begun(carrier, caseId, leaving.id());
        Outcome outcome = happenings.happen(
                caseId,
                leaving.type(),
                stored -> {
                    if (stored.event(leaving.id()).isPresent()) {
                        return Optional.of(leaving);
                    }
                    merging.requireLeaving(stored, leaving);
                    Case then = happenings.asOf(stored, leaving.occurredAt());
                    begun.forEach(joined -> Merging.requireTold(joined, then));
                    boolean ready = !begun.isEmpty()
                            && Joined.carried(stored).stream().allMatch(each -> settled.contains(each.id()));
                    return ready ? Optional.of(leaving) : Optional.empty();
                },
                merging::requireLeft);
        return outcome.now().event(leaving.id()).isPresent();
    }

    /** Decides what is merged into a case; the ids of what it carries. */
    private Set<String> settle(Case carrier) {
        Set<String> carried = new HashSet<>();
        for (CaseEvent joined : Joined.carried(carrier)) {
            if (decided(carrier.id(), joined)) {
                carried.add(joined.id());
            }
        }
        return carried;
    }

    /** Whether a case left by this merger; one that had not is kept from it, and the carrier gives its limits back. */
    private boolean decided(String carrier, CaseEvent joined) {
        String merged = joined.value(Joined.FROM);
        String merger = Merging.merger(joined);
        Case now = happenings
                .happen(
                        merged,
                        Joined.PARTED,
                        stored -> stored.event(merger).isPresent() || Merging.withdrawn(stored, merger)
                                ? Optional.empty()
                                : Optional.of(Merging.withdrawal(stored, joined)),
                        outcome -> {})
                .now();
        boolean left = Joined.merger(now)
                .filter(event ->
                        event.id().equals(merger) && event.value(Joined.INTO).equals(carrier))
                .isPresent();
        if (!left) {
            part(carrier, merged, merger, joined);
        }
        return left;
    }

    private void part(String carrier, String merged, String merger, CaseEvent told) {
        happenings.happen(
                carrier,
                Joined.PARTED,
                stored -> Optional.of(Merging.begun(stored, merged, merger))
                        .filter(begun -> !begun.isEmpty())
                        .map(begun -> Merging.parted(stored, told, begun)),
                outcome -> {});
    }

    private Case known(String caseId, CaseEvent told) {
        Case found = repository
                .load(Admission.caseId(caseId))
                .map(StoredCase::value)
                .orElseThrow(() -> Admission.unknownCase(caseId));
        Admission.afterReceipt(found, told.occurredAt(), "event.occurredAt");
        return found;
    }

    /** Whether it is merged already, by this very event. */
    private static boolean left(Case merged, CaseEvent leaving) {
        Optional<CaseEvent> known = merged.event(leaving.id());
        if (known.isPresent() && !Admission.sameContent(known.get(), leaving)) {
            throw Admission.otherContent("event.id", leaving.id());
        }
        return known.isPresent();
    }
}
