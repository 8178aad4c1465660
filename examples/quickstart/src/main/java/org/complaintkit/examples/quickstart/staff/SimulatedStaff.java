package org.complaintkit.examples.quickstart.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.complaintkit.calendar.WorkingCalendar;
import org.complaintkit.duty.Escalation;
import org.complaintkit.examples.quickstart.file.Facts;
import org.complaintkit.examples.quickstart.file.FileRow;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;

/**
 * Handles complaints as people would: what the file knows (sent on when, answered how, in time or not, disputed or not)
 * it keeps to; the rest is drawn by lot, from a seed and the number of the complaint, so that a complaint fares the same
 * in every run and in every selection of rows. Immutable.
 */
public final class SimulatedStaff {
    /** The seed of all lots. */
    public static final long SEED = 2025;

    private final Cooperative cooperative;
    private final WorkingCalendar calendar;
    private final ZoneId zone;

    public SimulatedStaff(Cooperative cooperative, WorkingCalendar calendar, ZoneId zone) {
        this.cooperative = cooperative;
        this.calendar = calendar;
        this.zone = zone;
    }

    /**
     * About whom a complaint is.
     *
     * @param unit an outlet
     * @param person its head, or empty where nobody is named
     */
    public record Target(String unit, String person) {}

    /** Draws the outlet; one complaint in eight is about its head. */
    public Target target(FileRow row) {
        Random lots = lots(row, "target");
        List<String> outlets = cooperative.outlets();
        String unit = outlets.get(lots.nextInt(outlets.size()));
        return new Target(unit, lots.nextInt(8) == 0 ? cooperative.head(unit) : "");
    }

    /** All that happens after a complaint was received, in the order in which it happens. */
    public List<CaseEvent> events(FileRow row, Facts facts, Case received) {
        Random lots = lots(row, "events");
        Diary diary = new Diary(row.id());
        String owner = received.assignee().person();
        Instant start = received.complaint().receivedAt();

        LocalDate sent = row.sent().isBefore(row.received()) ? row.received() : row.sent();
        Instant assigned = at(sent, LocalTime.of(11, 0));
        diary.note(assigned, "ASSIGNED_EVENT", "ACCEPTANCE_DEPT", "", Map.of("to", "COMPLAINED_UNIT"));
        boolean prompt = lots.nextInt(12) > 0;
        diary.note(
                prompt ? assigned.plusSeconds(600L + 60L * lots.nextInt(100)) : at(calendar.next(sent), LocalTime.NOON),
                "CONTACTED",
                "UNIT_HEAD",
                owner);
        for (Escalation escalation : received.escalations()) {
            reported(diary, escalation, start.plusSeconds(1800));
        }

        LocalDate opened = calendar.nextOrSame(sent.plusDays(1));
        diary.note(
                at(opened, LocalTime.of(9, 0)),
                "INVESTIGATION_STARTED",
                received.decision().owner(),
                owner);
        if (!row.response().equals("In progress")) {
            LocalDate replied = reply(row, received, opened, lots);
            answer(diary, received, replied, outcome(row));
            for (String later : facts.events()) {
                secondRound(diary, received, later, replied.plusDays(2 + lots.nextInt(8)), lots.nextInt(3) == 0);
            }
        }
        return diary.events();
    }

    /** In time by the file: on a working day up to the limit, where the file's own dates leave one. Else some days late. */
    private LocalDate reply(FileRow row, Case received, LocalDate opened, Random lots) {
        LocalDate limit = received.effective().map(d -> d.limit().day()).orElse(opened);
        if (!row.timely()) {
            return calendar.plusWorkingDays(limit, 1 + lots.nextInt(10));
        }
        int room = limit.isAfter(opened) ? (int) calendar.workingDaysBetween(opened, limit) : 0;
        return calendar.plusWorkingDays(opened, lots.nextInt(room + 1));
    }

    private void answer(Diary diary, Case received, LocalDate day, String outcome) {
        String role = received.decision().owner();
        String person = received.assignee().person();
        diary.note(at(day, LocalTime.of(14, 0)), "RESPONSIBILITY_DETERMINED", role, person, Map.of("outcome", outcome));
        diary.note(at(day, LocalTime.of(15, 0)), "REPLIED_TO_CUSTOMER", role, person);
        if (received.complaint().channel().equals("GOVERNMENT")) {
            diary.note(at(day, LocalTime.of(16, 0)), "REPLIED_TO_FORWARDER", role, person);
        }
    }

    /** The customer comes back; the matter is looked into anew, and sometimes still not accepted. */
    private void secondRound(Diary diary, Case received, String again, LocalDate day, boolean objects) {
        String person = received.assignee().person();
        LocalDate opened = calendar.next(day);
        LocalDate replied = calendar.plusWorkingDays(day, 3);
        diary.note(at(day, LocalTime.of(10, 0)), again, "CUSTOMER", "");
        diary.note(at(day, LocalTime.of(11, 0)), "CONTACTED", "UNIT_HEAD", person);
        diary.note(
                at(opened, LocalTime.of(9, 0)),
                "INVESTIGATION_STARTED",
                received.decision().owner(),
                person);
        answer(diary, received, replied, "NONE");
        if (objects) {
            diary.note(at(calendar.next(replied), LocalTime.of(9, 0)), "CUSTOMER_OBJECTED", "CUSTOMER", "");
        }
    }

    private static void reported(Diary diary, Escalation escalation, Instant from) {
        Instant at = from;
        for (String to : escalation.to()) {
            diary.note(
                    at, "ESCALATION_REPORTED", escalation.from(), "", Map.of("escalation", escalation.id(), "to", to));
            at = at.plusSeconds(600);
        }
    }

    /** Who gives relief was at fault; who only explains was not. */
    private static String outcome(FileRow row) {
        return row.response().endsWith("relief") ? "OURS" : "NONE";
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    /**
     * Lots of their own for each question, so that a new question does not change the answers to the others. The factor
     * spreads neighbouring numbers: the first lot of {@link Random} hardly differs between neighbouring seeds.
     */
    private static Random lots(FileRow row, String question) {
        return new Random(SEED + (row.id() + question).hashCode() * 1_000_003L);
    }
}
