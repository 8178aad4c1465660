package org.complaintkit.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.policy.Policy;
import org.complaintkit.report.ReportBook;
import org.complaintkit.report.ReportDuty;
import org.complaintkit.report.ReportKey;
import org.complaintkit.report.ReportPeriod;
import org.complaintkit.report.ReportSchedule;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.StaleCaseException;
import org.complaintkit.repository.StoredCase;

/**
 * The reports that institutions owe, whatever complaints come in.
 *
 * <p>Every sweep of the desk opens the periods that have begun, for each institution that {@link DeskBuilder#reporting}
 * names, and lets time pass over them: the duty, its warnings and its breach leave by the duty port, each once. Here a
 * host asks what is owed and tells what was filed. Thread-safe.
 */
public final class ReportDesk {
    private final Map<String, LocalDate> institutions;
    private final List<ReportSchedule> schedules;
    private final ReportBook book;
    private final Admission admission;
    private final CaseRepository repository;
    private final CaseWriter writer;
    private final Clock clock;
    private final Consumer<List<Notice>> leave;
    /** The last period that is known to be in the store, by institution and report: what is opened stays opened. */
    private final Map<String, ReportPeriod> opened = new ConcurrentHashMap<>();

    ReportDesk(
            DeskBuilder from,
            List<Policy> policies,
            Admission admission,
            CaseWriter writer,
            Consumer<List<Notice>> leave) {
        institutions = new TreeMap<>(from.institutions);
        schedules = ReportSchedule.of(policies);
        book = new ReportBook(policies, from.calendars, from.organisation);
        repository = from.repository;
        clock = from.clock;
        this.admission = admission;
        this.writer = writer;
        this.leave = leave;
    }

    /**
     * The reports of all periods that end in [from, to] and are owed, as they stand now; by the end of the period, equal
     * ones in the order of the packs and their tables. Nothing is stored.
     *
     * @throws InvalidInputException if the institution is none of the desk's
     */
    public List<ReportDuty> owed(String institution, LocalDate from, LocalDate to) {
        LocalDate since = since(institution);
        LocalDate first = from.isBefore(since) ? since : from;
        return schedules.stream()
                .flatMap(schedule ->
                        schedule.ending(first, to).map(period -> duty(institution, schedule, period, clock.instant())))
                .sorted(Comparator.comparing(duty -> duty.period().lastDay()))
                .toList();
    }

    /** The reports on one period, as they stand now; see {@link #owed(String, ReportPeriod, Instant)}. */
    public List<ReportDuty> owed(String institution, ReportPeriod period) {
        return owed(institution, period, clock.instant());
    }

    /**
     * The reports on one period, as they stand or stood at a moment by all that is known today; in the order of the packs
     * and their tables. A period before the institution's first one is told as if it were owed. Nothing is stored.
     *
     * @throws InvalidInputException if the institution is none of the desk's
     */
    public List<ReportDuty> owed(String institution, ReportPeriod period, Instant asOf) {
        since(institution);
        return schedules.stream()
                .filter(schedule -> schedule.owes(period))
                .map(schedule -> duty(institution, schedule, period, asOf))
                .toList();
    }

    /**
     * Records that a report was filed. The first filing of a period discharges the duty, in time or late; one that says
     * {@code corrects} is a correction; one more is recorded and has no effect. The same event id again changes nothing.
     *
     * @param filing of type {@link ReportBook#FILED}; its data say {@code report} and {@code period}, and, where several
     *     rows of the packs fit, {@code pack} or {@code receiver}; besides, as the host likes, {@code reference} and
     *     {@code corrects}
     * @return the duty as it stands now
     * @throws InvalidInputException if no such report is owed, its period has not begun, the institution is none of the
     *     desk's, or the event is malformed, lies after the desk's clock or carries the id of another; nothing is changed
     */
    public ReportDuty filed(String institution, CaseEvent filing) {
        LocalDate since = since(institution);
        Filed filed = Filed.of(filing, schedules);
        ReportKey key = filed.key(institution);
        Instant now = clock.instant();
        filed.afterBeginning(
                ReportBook.begins(filed.period(), filed.schedule().policy().zone()));
        Case blank = book.open(key, filed.schedule().rule(), now).now();
        admission.admit(blank, filing, now, () -> blank);
        open(institution, since, filed.schedule(), now);
        if (repository.load(key.text()).isEmpty()) {
            create(key, filed.schedule(), now);
        }
        Outcome outcome = writer.write(key.text(), filing.type(), stored -> {
            Optional<CaseEvent> known = stored.event(filing.id());
            if (known.isPresent()) {
                if (!Admission.sameContent(known.get(), filing)) {
                    throw Admission.otherContent("event.id", filing.id());
                }
                return Numbering.none(new Outcome(stored, true, List.of(), List.of()));
            }
            return Numbering.none(book.file(stored, Admission.recorded(filing, now)));
        });
        leave.accept(outcome.notices());
        return new ReportDuty(
                key, book.asOf(outcome.now(), now), filed.schedule().policy().zone(), now);
    }

    /** Opens all periods that have begun and are not open yet, the earliest first; what fails is told and passed over. */
    void open(Instant until, BiConsumer<String, Throwable> failed) {
        institutions.forEach((institution, since) -> {
            for (ReportSchedule schedule : schedules) {
                try {
                    open(institution, since, schedule, until);
                } catch (Throwable e) {
                    Delivery.requireSurvivable(e);
                    failed.accept(institution + "/" + schedule.rule().id(), e);
                }
            }
        });
    }

    /** Lets time pass over an entry. */
    Outcome advance(Case entry, Instant until) {
        return book.advance(entry, until);
    }

    private void open(String institution, LocalDate since, ReportSchedule schedule, Instant until) {
        LocalDate day = until.atZone(schedule.policy().zone()).toLocalDate();
        String row = ReportKey.of(
                        institution,
                        schedule.policy().id(),
                        schedule.rule(),
                        ReportPeriod.of(schedule.rule().period(), day))
                .row();
        for (ReportPeriod period : schedule.begun(since, day, each -> isOpen(row, institution, schedule, each))) {
            create(key(institution, schedule, period), schedule, until);
            opened.put(row, period);
        }
    }

    private boolean isOpen(String row, String institution, ReportSchedule schedule, ReportPeriod period) {
        if (period.equals(opened.get(row))) {
            return true;
        }
        boolean stored =
                repository.load(key(institution, schedule, period).text()).isPresent();
        if (stored) {
            opened.put(row, period);
        }
        return stored;
    }

    private void create(ReportKey key, ReportSchedule schedule, Instant until) {
        Outcome outcome = book.open(key, schedule.rule(), until);
        try {
            writer.store(Numbering.none(outcome), null, "REPORT_OPENED");
        } catch (StaleCaseException e) {
            return;
        }
        leave.accept(outcome.notices());
    }

    private ReportDuty duty(String institution, ReportSchedule schedule, ReportPeriod period, Instant asOf) {
        ReportKey key = key(institution, schedule, period);
        Case entry = repository
                .load(key.text())
                .map(StoredCase::value)
                .map(stored -> book.asOf(stored, asOf))
                .orElseGet(() -> book.open(key, schedule.rule(), asOf).now());
        return new ReportDuty(key, entry, schedule.policy().zone(), asOf);
    }

    private static ReportKey key(String institution, ReportSchedule schedule, ReportPeriod period) {
        return ReportKey.of(institution, schedule.policy().id(), schedule.rule(), period);
    }

    private LocalDate since(String institution) {
        LocalDate since = institutions.get(institution);
        if (since == null) {
            throw InvalidInputException.of("UNKNOWN_INSTITUTION", "institution")
                    .value(institution)
                    .rule("one of the desk's: " + (institutions.isEmpty() ? "none" : institutions.keySet()))
                    .wayOut("name it with reporting(...) when the desk is built")
                    .build();
        }
        return since;
    }
}
