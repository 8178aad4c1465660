package org.complaintkit.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.lifecycle.Outcome;

/** Lets events happen to stored cases, each under the packs that govern it. */
final class Happenings {
    private final Regimes regimes;
    private final CaseWriter writer;
    private final Clock clock;
    private final Consumer<List<Notice>> leaving;

    /** With what takes the notices that have to leave after a write. */
    Happenings(Regimes regimes, CaseWriter writer, Clock clock, Consumer<List<Notice>> leaving) {
        this.regimes = regimes;
        this.writer = writer;
        this.clock = clock;
        this.leaving = leaving;
    }

    /**
     * Lets what a case as it is stored asks for happen to it, in one write.
     *
     * @param asked the event; empty where nothing has to happen
     * @param check refuses what came of an event that is new; then nothing is written
     */
    Outcome happen(String caseId, String type, Function<Case, Optional<CaseEvent>> asked, Consumer<Outcome> check) {
        Outcome outcome = writer.write(Admission.caseId(caseId), type, stored -> {
            Optional<CaseEvent> wanted = asked.apply(stored);
            Optional<CaseEvent> known = wanted.flatMap(event -> stored.event(event.id()));
            if (wanted.isEmpty() || known.isPresent()) {
                if (known.isPresent() && !Admission.sameContent(known.get(), wanted.get())) {
                    throw Admission.otherContent("event.id", known.get().id());
                }
                boolean effective = known.filter(event -> stored.withoutEffect().contains(event.id()))
                        .isEmpty();
                return Numbering.none(new Outcome(stored, effective, List.of(), List.of()));
            }
            Outcome came = rehearsed(stored, wanted.get());
            check.accept(came);
            return regimes.of(stored).numbering().numbered(came, clock.instant());
        });
        leaving.accept(outcome.notices());
        return outcome;
    }

    /** What would come of an event that is new; nothing is stored. */
    Outcome rehearsed(Case stored, CaseEvent event) {
        Instant now = clock.instant();
        admit(stored, event, now);
        return lifecycle(stored).handle(stored, Admission.recorded(event, now));
    }

    /** The case as it stood at a moment. */
    Case asOf(Case value, Instant moment) {
        return lifecycle(value).asOf(value, moment);
    }

    /** Refuses an event that is malformed or structurally impossible. */
    void admit(Case to, CaseEvent event, Instant now) {
        Regime regime = regimes.of(to);
        regime.admission()
                .admit(to, event, now, () -> regime.lifecycle().advance(to, now).now());
    }

    /** The lifecycle under the packs of a case. */
    Lifecycle lifecycle(Case value) {
        return regimes.of(value).lifecycle();
    }
}
