package org.complaintkit.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.duty.DutyPort;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.repository.StoredCase;

/** A host with a store that survives, a wire that counts, and processes that die and are started again. */
final class World {

    final CaseRepository store = new InMemoryCaseRepository();
    final TestClock clock = new TestClock(Instant.EPOCH);
    /** Keys in the order in which they reached the receiver, repeats included. */
    final List<String> wire = new ArrayList<>();

    /** What left before its time: a desk outlives what a port throws, so this is held against it at the end. */
    private final Set<String> early = new TreeSet<>();

    final Set<String> refused = new TreeSet<>();
    private final Set<String> refusedEvents = new TreeSet<>();
    /** How many steps of each kind were taken, and not refused. */
    final Map<String, Integer> taken = new TreeMap<>();

    final Mortal process;
    private final RuleBook book;
    private ComplaintDesk desk;
    private boolean lineIsDown;
    private int crashes;
    /** The greatest time that the clock has shown: what was taken for true then is not taken back. */
    private Instant latest = Instant.EPOCH;

    private final UnaryOperator<DutyPort> carrier;

    World(RuleBook book, Set<Integer> fatal) {
        this(book, fatal, port -> port);
    }

    /**
     * A world of its own.
     *
     * @param fatal numbers of the steps at which the process dies, from 1
     * @param carrier what lies in each process between desk and wire
     */
    World(RuleBook book, Set<Integer> fatal, UnaryOperator<DutyPort> carrier) {
        this.book = book;
        this.process = new Mortal(fatal);
        this.carrier = carrier;
        this.desk = opened();
    }

    /** What is left in the end, for comparison. */
    record Ending(Map<String, Case> cases, Set<String> keys, Set<String> onTheWire, Set<String> refused) {}

    /** Plays a script to its end; after a crash another process does again what was cut off. */
    Ending play(Script script) {
        for (Script.Step step : script.steps()) {
            moveTo(step.at());
            if (script.orderly() && step instanceof Script.Handle handle && refusedBefore(handle)) {
                continue;
            }
            boolean sweep = step instanceof Script.SweepNow;
            lineIsDown = sweep && script.seed() % 5 == 0;
            surviving(() -> take(step), !(script.orderly() && sweep));
        }
        lineIsDown = false;
        moveTo(script.end());
        surviving(() -> desk.sweep(), true);
        return ending(Set.of("C-0", "C-1", "C-2"));
    }

    private boolean refusedBefore(Script.Handle handle) {
        return refusedEvents.contains(handle.event().id());
    }

    void moveTo(Instant now) {
        clock.set(now);
        latest = now.isAfter(latest) ? now : latest;
    }

    /** Does something, and again after each death of the process if it is to be repeated. */
    void surviving(Runnable work, boolean repeat) {
        boolean cut = true;
        while (cut) {
            cut = false;
            try {
                work.run();
            } catch (Crash e) {
                crashes++;
                desk = opened();
                cut = repeat;
            }
        }
    }

    ComplaintDesk desk() {
        return desk;
    }

    int crashes() {
        return crashes;
    }

    /** Cases are compared as of the end: how far each was let go on by then may differ. */
    Ending ending(Set<String> ids) {
        ComplaintDesk after =
                ComplaintDesk.under(book).repository(store).clock(clock).open();
        Map<String, Case> cases = new TreeMap<>();
        Set<String> keys = new TreeSet<>();
        for (String id : ids) {
            Optional<StoredCase> stored = store.load(id);
            stored.ifPresent(found -> {
                cases.put(id, after.find(id, latest).orElseThrow());
                found.value().notices().forEach(notice -> keys.add(notice.key()));
                List<AuditEntry> trail = store.audit(id);
                if (AuditTrail.firstBroken(trail, found.lastAudit().hash()).isPresent()
                        || trail.size() != found.version()) {
                    throw new AssertionError("the trail of " + id + " does not hold");
                }
            });
        }
        if (!early.isEmpty()) {
            throw new AssertionError("left before their time: " + early);
        }
        if (!Contents.waiting(store).isEmpty()) {
            throw new AssertionError("waiting for ever: " + Contents.waiting(store));
        }
        return new Ending(cases, keys, new TreeSet<>(wire), refused);
    }

    private void take(Script.Step step) {
        try {
            if (step instanceof Script.Receive receive) {
                desk.receive(receive.complaint());
            } else if (step instanceof Script.Handle handle) {
                desk.handle(handle.caseId(), handle.event());
            } else if (step instanceof Script.Merge merge && merge.into().isEmpty()) {
                desk.unmerge(merge.caseId(), merge.told());
            } else if (step instanceof Script.Merge merge) {
                desk.merge(merge.caseId(), merge.into(), merge.told());
            } else if (step instanceof Script.Erase erase) {
                desk.erase(erase.caseId());
            } else {
                desk.sweep();
            }
            taken.merge(step.getClass().getSimpleName(), 1, Integer::sum);
        } catch (InvalidInputException e) {
            refused.add(step.at() + " " + e.code());
            if (step instanceof Script.Handle handle) {
                refusedEvents.add(handle.event().id());
            }
        }
    }

    private ComplaintDesk opened() {
        return ComplaintDesk.under(book)
                .repository(process.reaching(CaseRepository.class, store))
                .dutyPort(process.reaching(DutyPort.class, carrier.apply(this::arrive)))
                .clock(clock)
                .open();
    }

    private void arrive(Notice notice) {
        if (lineIsDown) {
            throw new IllegalStateException("no line");
        }
        if (notice.at().isAfter(latest)) {
            early.add(notice.key());
        }
        wire.add(notice.key());
    }
}
