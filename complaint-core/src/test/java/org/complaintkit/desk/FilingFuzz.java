package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.json.EventJson;
import org.complaintkit.json.ReportDutyJson;
import org.complaintkit.report.ReportDuty;

/** Filings of reports in JSON on their whole way, a line each: a book that can be written, or one line of error. */
class FilingFuzz {
    private static final RuleBook BOOK = TestRules.book();

    @FuzzTest(maxDuration = "10m")
    void any_text_is_a_filing_or_refused(byte[] bytes) {
        ReportDesk reports = ComplaintDesk.under(BOOK)
                .clock(new TestClock(Instant.parse("2026-06-01T00:00:00Z")))
                .reporting("U-1", LocalDate.parse("2026-03-01"))
                .open()
                .reports();
        new String(bytes, StandardCharsets.UTF_8).lines().limit(8).forEach(line -> told(reports, line));
        ReportDutyJson.write("1", reports.owed("U-1", LocalDate.parse("2026-03-01"), LocalDate.parse("2026-12-31")));
    }

    private static void told(ReportDesk reports, String line) {
        try {
            ReportDuty duty = reports.filed("U-1", EventJson.read(line, "f1", null, "/events/0"));
            assertThat(duty.filings()).isNotEmpty();
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
        }
    }
}
