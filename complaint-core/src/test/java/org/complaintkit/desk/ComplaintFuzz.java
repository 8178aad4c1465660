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
import org.complaintkit.json.ComplaintJson;

/** Complaints in JSON on their whole way: a case that can be written, or one line of error. */
class ComplaintFuzz {
    private static final RuleBook BOOK = TestRules.book();

    @FuzzTest(maxDuration = "10m")
    void any_text_is_a_case_or_refused(byte[] bytes) {
        ComplaintDesk desk = ComplaintDesk.under(BOOK)
                .clock(new TestClock(Instant.parse("2026-06-01T00:00:00Z")))
                .open();
        try {
            String json = new String(bytes, StandardCharsets.UTF_8);
            desk.receive(ComplaintJson.read(json, "C-1", "/complaint"));
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
            return;
        }
        desk.sweep();
        CaseJson.write("1", desk.find("C-1").orElseThrow(), TestPolicy.ZONE);
    }
}
