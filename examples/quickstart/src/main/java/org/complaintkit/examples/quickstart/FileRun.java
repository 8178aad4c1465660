package org.complaintkit.examples.quickstart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.duty.Notice;
import org.complaintkit.examples.quickstart.file.ComplaintFile;
import org.complaintkit.examples.quickstart.file.Facts;
import org.complaintkit.examples.quickstart.file.FileRow;
import org.complaintkit.examples.quickstart.file.Mapping;
import org.complaintkit.examples.quickstart.screen.Progress;
import org.complaintkit.examples.quickstart.staff.SimulatedClock;
import org.complaintkit.examples.quickstart.staff.SimulatedStaff;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Complaints of a file, put through a desk together with what happened to them.
 *
 * @param handled the cases, in the order of the file
 * @param faults rows that could not be read and complaints that the desk refused; the others went on without them
 * @param sent how many notices of each kind left the desk
 */
record FileRun(List<Handled> handled, List<InvalidInputException> faults, Map<Notice.Kind, Integer> sent) {
    /** The file has days only; the policy's clocks want a time. */
    static final LocalTime RECEIVED_AT = LocalTime.of(10, 0);

    /**
     * A complaint's way.
     *
     * @param row where it comes from
     * @param facts what the mapping made of the row
     * @param first the case as it was decided at reception
     * @param last the case after everything that happened
     */
    record Handled(FileRow row, Facts facts, Case first, Case last) {}

    /** Puts a file through a desk of its own, with cases in memory. */
    static FileRun of(ComplaintFile file, Mapping mapping, Setting setting, Progress progress) {
        Map<Notice.Kind, Integer> sent = new ConcurrentHashMap<>();
        ComplaintDesk desk = ComplaintDesk.under(setting.book())
                .organisation(setting.cooperative())
                .dutyPort(notice -> sent.merge(notice.kind(), 1, Integer::sum))
                .clock(new SimulatedClock(longAfter(file, setting), setting.zone()))
                .open();
        SimulatedStaff staff = new SimulatedStaff(setting.cooperative(), setting.calendar(), setting.zone());

        // A desk serves many threads; each complaint goes its way in one of them, and the order of the file is kept.
        List<Attempt> attempts = file.rows().parallelStream()
                .map(row -> {
                    Attempt attempt = attempt(row, mapping.of(row), desk, staff, setting);
                    progress.step();
                    return attempt;
                })
                .toList();

        // Time passes once for all: whatever is still open by then is late, and those who must be told are told.
        desk.sweep();
        List<Handled> handled = new ArrayList<>();
        List<InvalidInputException> faults = new ArrayList<>(file.faults());
        for (Attempt attempt : attempts) {
            Case first = attempt.first();
            if (first == null) {
                faults.add(attempt.fault());
            } else {
                handled.add(new Handled(
                        attempt.row(),
                        attempt.facts(),
                        first,
                        desk.find(first.id()).orElseThrow()));
            }
        }
        return new FileRun(handled, faults, Collections.unmodifiableMap(new TreeMap<>(sent)));
    }

    /** What came of a row: a case, or the reason why there is none. */
    private record Attempt(
            FileRow row,
            Facts facts,
            @Nullable Case first,
            @Nullable InvalidInputException fault) {}

    private static Attempt attempt(
            FileRow row, Facts facts, ComplaintDesk desk, SimulatedStaff staff, Setting setting) {
        try {
            Case first = desk.receive(complaint(row, facts, staff, setting)).now();
            staff.events(row, facts, first).forEach(event -> desk.handle(first.id(), event));
            return new Attempt(row, facts, first, null);
        } catch (InvalidInputException e) {
            return new Attempt(row, facts, null, e.at("line " + row.line()));
        }
    }

    private static Complaint complaint(FileRow row, Facts facts, SimulatedStaff staff, Setting setting) {
        SimulatedStaff.Target about = staff.target(row);
        return Complaint.received(
                        row.id(),
                        row.received()
                                .atTime(RECEIVED_AT)
                                .atZone(setting.zone())
                                .toInstant(),
                        facts.channel())
                .receivedBy("OUTLET")
                .complainant(
                        new Complainant(facts.complainantType(), false, true, false, Personal.none(), Personal.none()))
                .categories(facts.categories())
                .facts(facts.labels())
                .causes(facts.causes())
                .about(about.unit(), about.person())
                .build();
    }

    /** The file is history: the desk looks back at it from a year after its last complaint. */
    private static Instant longAfter(ComplaintFile file, Setting setting) {
        LocalDate last = file.rows().stream()
                .map(FileRow::received)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        return last.plusYears(1).atStartOfDay(setting.zone()).toInstant();
    }
}
