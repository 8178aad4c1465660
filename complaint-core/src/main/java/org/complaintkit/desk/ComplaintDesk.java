package org.complaintkit.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Reason;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Signal;
import org.complaintkit.decision.SignalSource;
import org.complaintkit.decision.Signals;
import org.complaintkit.duty.DutyPort;
import org.complaintkit.duty.Notice;
import org.complaintkit.json.PersonExportJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.report.ReportKey;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.Place;
import org.complaintkit.repository.StaleCaseException;
import org.complaintkit.repository.StoredCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes complaints and events in, answers what may be done, and lets time pass over the open cases.
 *
 * <p>Each call stores case, events, duties and audit in one write, or nothing; what has to leave is handed to the
 * {@link DutyPort} after that write, and again with a later {@link #sweep()} if the port did not take it. Thread-safe;
 * several desks, in several processes, may work on one repository.
 */
public final class ComplaintDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ComplaintDesk.class);
    private static final int PAGE = 100;

    private final Regimes regimes;
    private final CaseRepository repository;
    private final CaseWriter writer;
    private final Relations relations;
    private final Happenings happenings;
    private final Mergers mergers;
    private final Delivery delivery;
    private final Clock clock;
    private final boolean deliverBySweep;
    private final SignalSource signalSource;
    private final ReportDesk reports;

    ComplaintDesk(DeskBuilder from) {
        repository = from.repository;
        regimes = new Regimes(from.books, books -> Regime.of(books, from));
        Admission admission = new Admission(regimes.policies());
        delivery = new Delivery(repository, from.dutyPort);
        clock = from.clock;
        writer = new CaseWriter(repository, clock);
        happenings = new Happenings(regimes, writer, clock, this::leave);
        mergers = new Mergers(repository, happenings, new Merging(admission.vocabulary()));
        relations = new Relations(repository, admission.vocabulary());
        deliverBySweep = from.deliverBySweep;
        reports = new ReportDesk(from, regimes.policies(), admission, writer, this::leave);
        signalSource = from.signalSource;
    }

    /**
     * Begins a desk under these packs. A complaint is governed by those that are in force on the day of its receipt; a case
     * keeps the packs under which it was received, for which the desk needs the versions of then.
     *
     * @param books the rule book of the institution's own pack first, that of the highest authority last; several versions
     *     of one pack, if no two of them are in force on one day
     */
    public static DeskBuilder under(RuleBook... books) {
        return new DeskBuilder(List.of(books));
    }

    /**
     * Takes a complaint in: decides on it and starts its clocks. The same complaint again returns the stored case.
     *
     * @throws InvalidInputException if it names an unknown code, was received after the desk's clock or on a day on which
     *     no pack of the desk is in force, or if its id is taken by another complaint; nothing is changed
     */
    public Outcome receive(Complaint complaint) {
        Admission.free(complaint);
        for (int attempt = 1; ; attempt++) {
            Optional<StoredCase> known = repository.load(complaint.id());
            if (known.isPresent()) {
                return repeated(complaint, known.get());
            }
            Instant now = clock.instant();
            Admission.timely(complaint, now);
            Regime regime = regimes.on(complaint.receivedAt());
            regime.admission().admit(complaint);
            Numbering.Numbered numbered = regime.numbering().numbered(decided(complaint), complaint.receivedAt());
            try {
                writer.store(numbered, null, CaseEvent.RECEIVED);
                leave(numbered.outcome().notices());
                return numbered.outcome();
            } catch (StaleCaseException e) {
                if (attempt == CaseWriter.ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /**
     * Lets an event happen to a case. The same event id again returns the stored case and changes nothing. It is recorded
     * at the desk's clock, unless it says itself when it was learned of: elsewhere, before it reached the desk.
     *
     * @throws InvalidInputException if the case is unknown, or the event is malformed, before the receipt, after the
     *     desk's clock (as is a time of recording after it), structurally impossible, or carries the id of another event;
     *     nothing is changed
     */
    public Outcome handle(String caseId, CaseEvent event) {
        Merging.requireWhole(event);
        return happenings.happen(caseId, event.type(), stored -> Optional.of(event), outcome -> {});
    }

    /**
     * Asks whether something may be done; nothing is recorded.
     *
     * @param intent the event as it would be reported; a time after the desk's clock is allowed
     * @throws InvalidInputException as {@link #handle}, a future time apart
     */
    public Permission may(String caseId, CaseEvent intent) {
        Case now = repository
                .load(Admission.caseId(caseId))
                .orElseThrow(() -> Admission.unknownCase(caseId))
                .value();
        Instant latest = clock.instant();
        happenings.admit(now, intent, intent.occurredAt().isAfter(latest) ? intent.occurredAt() : latest);
        List<Reason> reasons = happenings.lifecycle(now).against(now, intent);
        return new Permission(reasons.isEmpty(), reasons);
    }

    /**
     * Merges a case into another, which carries the matter on: a duplicate, or one of a group. No limit moves to a later
     * day. The other case keeps its limits and takes over each earlier one; those of the merged case are superseded, or
     * stand where the parameter {@code merged.limitsStand} of a pack says so, and nobody is told of them any more. A limit
     * that does not end the handling, and for which the other case has no clock, ends. Mergers of one case at once are
     * settled so that each limit runs on: one of them is carried out, or the cases still stand.
     *
     * <p>It takes two writes, and nothing completes it by itself: a host that got no answer, or another exception than the
     * first of these, has to repeat the call with the same event until it has one; the same again completes what was begun
     * and changes nothing. Until then the limit runs on both cases, and a sweep in between tells of it on both.
     *
     * <p>The persons of both are counted by who they are, as far as {@link Complainant#samePerson} tells: who complains by two
     * of the cases counts once, and who gave neither name nor contact is somebody else. What a host told of their number is how
     * many there are at least.
     *
     * @param told who merged them and when: its id, role, person, times and data; its type is not looked at
     * @return what came of it for the case that carries the matter on
     * @throws InvalidInputException if one of the cases is unknown, if they are the same, if one of them is answered,
     *     merged or archived, if the other has no clock for the end of the handling, or if the event is malformed or its
     *     id that of another event; nothing is changed. If another merger or event came in between (MERGE_WITHDRAWN,
     *     MERGE_OVERTAKEN) what was begun is taken back, and both stand
     * @throws StaleCaseException if others wrote to one of the cases each time; what was begun, the same event completes
     */
    public Outcome merge(String caseId, String into, CaseEvent told) {
        return mergers.merge(caseId, into, told);
    }

    /**
     * Lets a merged case stand alone again: its own limits run on as if it had never been merged, and the case that carried
     * the matter has its own back, and its own number of persons, be it archived; one into which that was merged itself keeps
     * the earlier limit and the number. The same event id again completes what was begun and changes nothing.
     *
     * @param told as for {@link #merge}
     * @return what came of it for the case that stands alone
     * @throws InvalidInputException if the case is unknown or not merged, or the event is malformed; nothing is changed
     */
    public Outcome unmerge(String caseId, CaseEvent told) {
        return mergers.unmerge(caseId, told);
    }

    /** The case as it stands, without letting time pass. */
    public Optional<Case> find(String caseId) {
        return ReportKey.names(caseId)
                ? Optional.empty()
                : repository.load(caseId).map(StoredCase::value);
    }

    /**
     * The case as it stands, or stood, at a moment, by all that is known today and with what had left it by then; nothing is
     * stored.
     *
     * @throws InvalidInputException if the moment lies before the receipt
     */
    public Optional<Case> find(String caseId, Instant asOf) {
        return find(caseId).map(found -> {
            Admission.afterReceipt(found, asOf, "asOf");
            return happenings.lifecycle(found).asOf(found, asOf);
        });
    }

    /**
     * What the case owed at one moment, as was known at another: the answer that this desk would have given then. Events
     * that were recorded later and schedules that were published later are left out, what had left the case is on it;
     * nothing is stored. Of the receipt itself is taken that it was known at once.
     *
     * @param known {@link Instant#MAX} for all that is known
     * @throws InvalidInputException if one of the moments lies before the receipt; MOVED_SINCE if the case was moved under
     *     these packs after {@code known}
     */
    public Optional<Case> find(String caseId, Instant owed, Instant known) {
        return find(caseId).map(found -> {
            Admission.afterReceipt(found, owed, "owed");
            Admission.afterReceipt(found, known, "known");
            CaseMoves.requireUnmoved(found, known);
            return happenings.lifecycle(found).asKnown(found, owed, known);
        });
    }

    /**
     * The earlier cases that a complaint belongs with, oldest first; nothing is stored. The host links a repeat with the
     * fact {@code linkedTo}, and tells a group of several persons with the event GROUP_DETECTED and their count, that of all
     * of them: merging their cases as well adds nobody who is counted in it. No limit moves by that. Loads every case received since then, one by one: a window of weeks, not of years.
     *
     * @param since only cases received at or after this moment: the window of the policy
     * @throws InvalidInputException if no pack of the desk is in force on the day of the receipt
     */
    public List<Related> related(Complaint complaint, Instant since) {
        Case decided = find(complaint.id()).orElseGet(() -> decided(complaint).now());
        return relations.related(complaint, decided.categories(), since);
    }

    /**
     * All cases of one person, for an access request; see {@link Complainant#samePerson}. By a name or a contact alone the
     * cases of several persons may be found. The port has no query by person: this loads every case that there is, one by
     * one, as do the exports. A host with many cases keeps an index of its own and asks {@link #find(String)}.
     *
     * @param further the same person as named elsewhere: with another contact, by another name
     */
    public List<Case> casesOf(Complainant person, Complainant... further) {
        return relations.casesOf(Relations.names(person, further), clock.instant());
    }

    /**
     * All that is held of a customer, for an access request: every case with its events, duties and audit trail, of all
     * packs, as JSON; members of staff are masked. What is found under other names or contacts of the same person is in it
     * only if these are named as well: no two cases are taken for one person's if a name or contact that both give differs,
     * see {@link Complainant#samePerson}. A case that gives a name or a contact alone is left out if the store knows somebody
     * else who shares it; {@link #casesOf} lists it. Whether the person is who he says he is, the host has to find out.
     *
     * @param further the same person as named elsewhere: with another contact, by another name
     * @throws InvalidInputException SEVERAL_PERSONS if one of them is a name or a contact alone, and those who gave it differ
     *     in the other
     */
    public String export(Complainant person, Complainant... further) {
        List<Case> found = relations.casesOfOnly(Relations.names(person, further), clock.instant());
        return PersonExportJson.ofComplainant(relations.files(found));
    }

    /**
     * The same of a member of staff, on the cases in which that person is complained about, acted or was to act; the
     * customer, other members of staff and the words of others are masked.
     *
     * @param person the host's identifier
     */
    public String export(String person) {
        return PersonExportJson.ofStaff(
                person,
                relations.files(relations.casesOfStaff(person, clock.instant())),
                value -> regimes.of(value).lifecycle().policies());
    }

    /**
     * Asks whether the records of a case may be erased now; nothing is recorded.
     *
     * @throws InvalidInputException if the case is unknown
     */
    public Permission mayErase(String caseId) {
        Case now = find(caseId).orElseThrow(() -> Admission.unknownCase(caseId));
        return regimes.of(now).erasure().may(now, clock.instant());
    }

    /**
     * Erases what identifies the complainant from a case that is archived: name, contact, words and all that the packs do
     * not read as a code, an amount or count, a date or an identifier of a unit or product; see {@link Case#erased}. What
     * stands where one of these is read stays for the statistics, and the audit trail, which holds hashes only, still
     * verifies. What a newer version of this library stored with the case goes as well. Identifiers that the host chose (of
     * cases, events, units, staff) stay: none of them may name a customer. A case that is erased already can be erased
     * again, by the versions of its packs that govern it.
     *
     * @throws InvalidInputException if the case is unknown or not archived, if a pack demands that its records be kept
     *     longer (RETENTION_RUNS, with the clause), or if they are held back (RECORDS_HELD); nothing is changed
     */
    public void erase(String caseId) {
        writer.erase(Admission.caseId(caseId), stored -> {
            Instant now = clock.instant();
            Regime regime = regimes.of(stored);
            regime.erasure().require(stored, now);
            return stored.erased(now, regime.lifecycle().policies());
        });
    }

    /** The reports that the institutions owe. */
    public ReportDesk reports() {
        return reports;
    }

    /** Lets time pass up to the desk's clock; see {@link #sweep(Instant)}. */
    public Sweep sweep() {
        return sweep(clock.instant());
    }

    /**
     * Lets time pass over every case at which something happens by itself up to {@code now}, the longest due first:
     * warnings, breaches, escalations, follow-up visits; over the reports of the institutions just so. Then sends what has
     * not been taken yet. A case that fails is passed over and reported; it is due again with the next sweep. What another
     * node has claimed is left to it, so that any number of nodes may sweep at once.
     *
     * @param now not after the desk's clock: nothing fires before its time
     */
    public Sweep sweep(Instant now) {
        Instant until = now.isAfter(clock.instant()) ? clock.instant() : now;
        List<String> failures = new ArrayList<>();
        reports.open(until, (report, e) -> {
            LOG.warn("report {} could not be opened: {}", report, Delivery.named(e));
            failures.add("report " + report + ": " + Delivery.named(e));
        });
        int cases = 0;
        Place last = Place.FIRST;
        while (last != null) {
            try (Claim<Place> claim = repository.due(until, last, PAGE)) {
                last = null;
                for (Place due : claim.items()) {
                    last = due;
                    try {
                        writer.write(due.caseId(), "TIME_PASSED", stored -> Numbering.none(advanced(stored, until)));
                        cases++;
                    } catch (Throwable e) {
                        Delivery.requireSurvivable(e);
                        LOG.warn("case {} could not be moved on: {}", due.caseId(), Delivery.named(e));
                        failures.add(due.caseId() + ": " + Delivery.named(e));
                    }
                }
            }
        }
        Delivery.Round round = delivery.all();
        return new Sweep(until, cases, round.taken(), round.left(), failures);
    }

    private Outcome advanced(Case stored, Instant until) {
        return ReportKey.names(stored.id())
                ? reports.advance(stored, until)
                : happenings.lifecycle(stored).advance(stored, until);
    }

    private Outcome decided(Complaint complaint) {
        return regimes.on(complaint.receivedAt()).lifecycle().receive(heard(complaint));
    }

    /** With what the host's source reads in it; a complaint that brings that along is not read again. */
    private Complaint heard(Complaint complaint) {
        if (complaint.given().containsKey(Signals.FACT)) {
            return complaint;
        }
        List<Signal> said = signalSource.read(complaint);
        return said.isEmpty() ? complaint : complaint.withGiven(Signals.FACT, Signals.fact(said));
    }

    private Outcome repeated(Complaint complaint, StoredCase stored) {
        Complaint first = stored.value().complaint();
        Object said = first.given().get(Signals.FACT);
        if (!first.equals(complaint) && !(said != null && first.equals(complaint.withGiven(Signals.FACT, said)))) {
            throw Admission.otherContent("complaint.id", complaint.id());
        }
        return new Outcome(stored.value(), true, List.of(), List.of());
    }

    private void leave(List<Notice> notices) {
        if (!deliverBySweep) {
            delivery.publish(notices);
        }
    }
}
