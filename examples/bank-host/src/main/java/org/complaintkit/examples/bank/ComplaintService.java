package org.complaintkit.examples.bank;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.complaintkit.examples.bank.kit.Desks;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Joined;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complaint;
import org.complaintkit.report.ReportDuty;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.StaleCaseException;
import org.complaintkit.repository.StoredCase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the bank does with a complaint: the case and the bank's own record of who spoke with the customer are written
 * together or not at all, and so are the duties that a request brings about. Logs name cases and codes, never a person who complains.
 */
@Service
public class ComplaintService {
    private static final Logger LOG = LoggerFactory.getLogger(ComplaintService.class);

    private final Desks desks;
    private final CaseRepository repository;
    private final JdbcClient database;
    private final Clock clock;

    public ComplaintService(Desks desks, CaseRepository repository, JdbcClient database, Clock clock) {
        this.desks = desks;
        this.repository = repository;
        this.database = database;
        this.clock = clock;
    }

    /**
     * What was written.
     *
     * @param outcome what the desk made of it
     * @param version the version of the case since
     */
    public record Written(Outcome outcome, long version) {}

    /**
     * Takes a complaint in; the same again changes nothing.
     *
     * @param person the member of staff who took it
     */
    @Transactional
    public Written receive(Complaint complaint, String person) {
        Outcome outcome = desks.current().receive(complaint);
        contact(complaint.id(), CaseEvent.RECEIVED, person);
        return written(outcome, CaseEvent.RECEIVED);
    }

    /**
     * Records what happened; the same event again changes nothing.
     *
     * @param seen the version of the case that the caller had before its eyes; null if it does not matter
     * @throws ChangedCaseException if the case is not at that version any more
     * @throws StaleCaseException if it is overtaken while this is written
     */
    @Transactional
    public Written handle(String caseId, CaseEvent event, @Nullable Long seen) {
        Optional<StoredCase> before = repository.load(caseId);
        boolean guarded = seen != null
                && before.isPresent()
                && before.get().value().event(event.id()).isEmpty();
        if (guarded && before.get().version() != seen) {
            throw new ChangedCaseException(caseId);
        }
        Outcome outcome = desks.of(caseId).handle(caseId, event);
        contact(caseId, event.id(), event.person());
        Written written = written(outcome, event.type());
        if (guarded && written.version() > seen + 1) {
            throw new StaleCaseException(caseId, seen, written.version() - 1);
        }
        return written;
    }

    /**
     * Merges a case into another that carries the matter on; both are written, or neither.
     *
     * @return what came of it for the case that carries on
     */
    @Transactional
    public Written merge(String caseId, String into, CaseEvent told) {
        lock(caseId, into);
        Outcome outcome = desks.of(caseId).merge(caseId, into, told);
        contact(caseId, told.id(), told.person());
        contact(into, told.id(), told.person());
        return written(outcome, Joined.MERGED);
    }

    /**
     * Lets a merged case stand alone again; both are written, or neither.
     *
     * @return what came of it for the case that stands alone
     */
    @Transactional
    public Written unmerge(String caseId, CaseEvent told) {
        lock(caseId, carrier(caseId));
        Outcome outcome = desks.of(caseId).unmerge(caseId, told);
        contact(caseId, told.id(), told.person());
        return written(outcome, Joined.UNMERGED);
    }

    /** Records that a report was filed; the same filing again changes nothing. */
    @Transactional
    public ReportDuty filed(String institution, CaseEvent filing) {
        ReportDuty duty = desks.current().reports().filed(institution, filing);
        LOG.atInfo()
                .addKeyValue("report", duty.key().text())
                .addKeyValue("status", duty.status())
                .log("filed");
        return duty;
    }

    /**
     * Erases what identifies the complainant from a case.
     *
     * @param person the member of staff who has it done
     */
    @Transactional
    public void erase(String caseId, String person) {
        desks.of(caseId).erase(caseId);
        LOG.atInfo().addKeyValue("case", caseId).addKeyValue("by", person).log("erased");
    }

    /**
     * Whoever writes two cases in one transaction takes both first, in the order of their ids: of two opposite mergers the
     * second waits, where each would otherwise hold what the other wants.
     */
    private void lock(String one, String other) {
        database.sql("select id from complaint_case where id in (?, ?) order by id for update")
                .params(one, other)
                .query(String.class)
                .list();
    }

    /** The case that carries this one's matter on; the case itself where none does. */
    private String carrier(String caseId) {
        return desks.current()
                .find(caseId)
                .flatMap(Joined::merger)
                .map(merger -> merger.value(Joined.INTO))
                .orElse(caseId);
    }

    private void contact(String caseId, String eventId, String person) {
        database.sql("insert into customer_contact values (?, ?, ?, ?) on conflict do nothing")
                .params(caseId, eventId, person, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Written written(Outcome outcome, String type) {
        String caseId = outcome.now().id();
        long version = repository.load(caseId).orElseThrow().version();
        LOG.atInfo()
                .addKeyValue("case", caseId)
                .addKeyValue("event", type)
                .addKeyValue("state", outcome.now().state())
                .addKeyValue("version", version)
                .log("recorded");
        return new Written(outcome, version);
    }
}
