package org.complaintkit.examples.quickstart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;

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
     * @param facts what the mapping made of its row
     * @param first the case as it was decided at reception
     * @param last the case after everything that happened
     */
    record Handled(Facts facts, Case first, Case last) {}

    /** Puts a file through a desk of its own, with cases in memory. */
    static FileRun of(ComplaintFile file, Mapping mapping, Setting setting, Progress progress) {
        Map<Notice.Kind, Integer> sent = new EnumMap<>(Notice.Kind.class);
        ComplaintDesk desk = ComplaintDesk.under(setting.book())
                .organisation(setting.cooperative())
                .dutyPort(notice -> sent.merge(notice.kind(), 1, Integer::sum))
                .clock(new SimulatedClock(longAfter(file, setting), setting.zone()))
                .open();
        SimulatedStaff staff = new SimulatedStaff(setting.cooperative(), setting.calendar(), setting.zone());

        List<Handled> begun = new ArrayList<>();
        List<InvalidInputException> faults = new ArrayList<>(file.faults());
        for (FileRow row : file.rows()) {
            try {
                Facts facts = mapping.of(row);
                Case first = desk.receive(complaint(row, facts, staff, setting)).now();
                Case last = first;
                for (CaseEvent event : staff.events(row, facts, first)) {
                    last = desk.handle(first.id(), event).now();
                }
                begun.add(new Handled(facts, first, last));
            } catch (InvalidInputException e) {
                faults.add(e.at("line " + row.line()));
            }
            progress.step();
        }

        // Time passes once for all: whatever is still open by then is late, and those who must be told are told.
        desk.sweep();
        List<Handled> handled = begun.stream()
                .map(each -> new Handled(
                        each.facts(), each.first(), desk.find(each.first().id()).orElse(each.last())))
                .toList();
        return new FileRun(handled, faults, sent);
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
