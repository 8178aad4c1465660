package org.complaintkit.packs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.Due;
import org.complaintkit.calendar.DueDates;
import org.complaintkit.calendar.DueQuestion;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.WorkingCalendar;
import org.complaintkit.calendar.drawing.ProofCalendar;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complaint;
import org.complaintkit.rules.Packs;

/** The code of the README, as it stands there: the test compares and runs it. */
final class ReadmeSnippets {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private ReadmeSnippets() {}

    static String mainJob() {
        StringBuilder out = new StringBuilder();
        Clock clock = Clock.fixed(at("2025-09-26T10:20:00+08:00"), SHANGHAI);
        // README main job
        ComplaintDesk desk =
                ComplaintDesk.under(Packs.shipped().get("RCC")).clock(clock).open();

        Outcome outcome = desk.receive(Complaint.received("2025-0417", clock.instant(), "PHONE")
                .category("SERVICE_ATTITUDE")
                .about("Outlet 12", "teller-7")
                .build());

        Deadline reply = outcome.now().effective().orElseThrow();
        print(
                out,
                outcome.now().decision().owner() + " answers by the end of "
                        + reply.limit().day());
        print(out, reply.id() + ", clause " + reply.rule().clause() + ", basis " + reply.basis());
        print(out, ProofCalendar.draw(reply.due().proof(), Locale.ENGLISH));
        // README end
        return out.toString();
    }

    static LocalDate calendarAlone() {
        // README calendar alone
        WorkingCalendar china = CalendarRegistry.standard().get("CN");
        Due due = DueDates.answer(
                DueQuestion.of(china, SHANGHAI, LocalDate.of(2024, 3, 18), Term.parse("15 working days"))
                        .conventions(Conventions.named("LEDGER"))
                        .build());
        LocalDate last = due.limit().day(); // 2024-04-09: the make-up Sunday 7 April counts, 4 to 6 April do not
        // README end
        return last;
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static void print(StringBuilder out, String line) {
        out.append(line).append('\n');
    }
}
