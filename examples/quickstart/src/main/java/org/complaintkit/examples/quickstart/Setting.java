package org.complaintkit.examples.quickstart;

import java.time.ZoneId;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.WorkingCalendar;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.examples.quickstart.screen.Screen;
import org.complaintkit.examples.quickstart.staff.Cooperative;
import org.complaintkit.model.Assignee;

/** What every chapter needs: where to write, in which words, and the institution whose complaints these are. */
record Setting(Screen screen, Words words, RuleBook book, Cooperative cooperative) {

    WorkingCalendar calendar() {
        return CalendarRegistry.standard().get(book.policy().calendar());
    }

    /** {@code Zhou Min, product management}: the person first, since a long role is cut at the edge of a table. */
    String name(Assignee assignee) {
        String role = words.label("ROLE", assignee.role());
        return assignee.known() ? words.say("owner", cooperative.name(assignee.person(), words.locale()), role) : role;
    }

    /** The zone in which the policy's days are days. */
    ZoneId zone() {
        return book.policy().zone();
    }
}
