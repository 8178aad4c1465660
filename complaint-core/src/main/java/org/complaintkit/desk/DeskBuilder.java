package org.complaintkit.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.SignalSource;
import org.complaintkit.duty.DutyPort;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.model.Organisation;
import org.complaintkit.report.ReportKey;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.jspecify.annotations.Nullable;

/** Collects what a desk needs; not thread-safe. */
public final class DeskBuilder {
    final List<RuleBook> books;
    CalendarRegistry calendars = CalendarRegistry.standard();
    Organisation organisation = Organisation.UNKNOWN;
    CaseRepository repository = new InMemoryCaseRepository();

    @Nullable
    DutyPort dutyPort;

    Clock clock = Clock.systemUTC();
    boolean deliverBySweep;
    SignalSource signalSource = complaint -> List.of();
    final Map<String, LocalDate> institutions = new TreeMap<>();

    DeskBuilder(List<RuleBook> books) {
        this.books = books;
    }

    /** Working calendars by id; the shipped ones if not set. */
    public DeskBuilder calendars(CalendarRegistry registry) {
        calendars = registry;
        return this;
    }

    /** Who holds which role; nobody is known if not set. */
    public DeskBuilder organisation(Organisation port) {
        organisation = port;
        return this;
    }

    /** Where cases lie; in memory if not set. */
    public DeskBuilder repository(CaseRepository port) {
        repository = port;
        return this;
    }

    /** Where duties, escalations and warnings go; if not set they wait in the store for a desk that has a port. */
    public DeskBuilder dutyPort(DutyPort port) {
        dutyPort = port;
        return this;
    }

    /**
     * The clock; the system's if not set. It is believed: one that runs ahead warns, breaches and escalates as much too
     * early, and takes events as much from the future, and what has left a case is not taken back when it is put right. One
     * that runs behind, stands or goes back lets nothing out early and loses nothing; until it is right again it is late,
     * and refuses as future what has happened. Hosts keep their nodes in step.
     */
    public DeskBuilder clock(Clock time) {
        clock = time;
        return this;
    }

    /** What reads a complaint besides the words of the packs; nothing if not set. */
    public DeskBuilder signals(SignalSource port) {
        signalSource = port;
        return this;
    }

    /**
     * An institution or branch that owes the reports of the packs; none if not set. See {@link ReportDesk}.
     *
     * @param institution the host's own identifier: 1 to 30 letters, digits, points, hyphens and underscores
     * @param since it owes the reports on periods that end on this day or later; moved back later, it opens nothing that
     *     lies before what was opened already
     * @throws org.complaintkit.calendar.InvalidInputException if the identifier is not of that form
     */
    public DeskBuilder reporting(String institution, LocalDate since) {
        institutions.put(ReportKey.institution(institution), since);
        return this;
    }

    /**
     * Leaves every delivery to the sweep. For a host whose repository joins the host's own transactions: what is
     * handed out before they commit could not be taken back.
     */
    public DeskBuilder deliverBySweep() {
        deliverBySweep = true;
        return this;
    }

    /** How cases would stand under these packs; of the rest only calendars and organisation count. */
    public Rehearsal rehearsal() {
        return new Rehearsal(new Lifecycle(books, calendars, organisation));
    }

    /** What moves cases that other packs decided under these. */
    public CaseMoves moves() {
        return new CaseMoves(this);
    }

    /** The desk. */
    public ComplaintDesk open() {
        return new ComplaintDesk(this);
    }
}
