package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.json.CaseJson;
import org.complaintkit.json.EventJson;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;

/** Events in JSON on their whole way, a line each: a case that can be written, or one line of error. */
class EventFuzz {
    private static final RuleBook BOOK = TestRules.book();

    @FuzzTest(maxDuration = "10m")
    void any_text_is_an_event_or_refused(byte[] bytes) {
        ComplaintDesk desk = ComplaintDesk.under(BOOK)
                .clock(new TestClock(Instant.parse("2026-06-01T00:00:00Z")))
                .open();
        desk.receive(Complaint.received("C-1", Instant.parse("2026-03-02T01:00:00Z"), "GOVERNMENT")
                .category("SERVICE")
                .build());
        new String(bytes, StandardCharsets.UTF_8).lines().limit(8).forEach(line -> told(desk, line));
        desk.sweep();
        CaseJson.write("1", desk.find("C-1").orElseThrow(), TestPolicy.ZONE);
    }

    private static void told(ComplaintDesk desk, String line) {
        try {
            CaseEvent event = EventJson.read(line, "e1", null, "/events/0");
            desk.may("C-1", event);
            desk.handle("C-1", event);
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
        }
    }
}
