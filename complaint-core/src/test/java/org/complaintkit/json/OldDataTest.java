package org.complaintkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Assignee;
import org.complaintkit.report.ReportDuty.Status;
import org.complaintkit.report.ReportPeriod;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What version 0.1 stored besides cases: a notice that was never sent, a report of the institution, a trail. The files were
 * written once and never change; {@link StoredCaseJsonTest} has the same of a case.
 */
class OldDataTest {
    private static final String REPORT = "report:BANK-1/T/T-R01/2026-03/REGULATOR";
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00.123456789Z");

    private static String file(String name) {
        try (InputStream in = OldDataTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Notice notice() {
        return new Notice(
                "C-1/T/ESCALATION/T-E01/1",
                Notice.Kind.ESCALATION,
                "C-1",
                "T",
                "T-E01",
                List.of(new Assignee("LEADER", "Outlet 12", "\u4e3b\u4efb-7"), new Assignee("HEADQUARTERS", "", "")),
                "T-01",
                MONDAY,
                MONDAY.plus(Duration.ofHours(2)));
    }

    /** Ids of a host that writes what it likes: Chinese, a sign beyond the first plane, half of one, tab and line end. */
    private static List<AuditEntry> trail() {
        String id = "\u6848\u4ef6 1\uD83D\uDE21\uD800\t\n";
        AuditEntry first = AuditTrail.next(null, id, "COMPLAINT_RECEIVED", MONDAY, "first \uDC00");
        AuditEntry second = AuditTrail.next(first, id, "TIME_PASSED", Instant.parse("2026-03-05T16:00:00Z"), "");
        return List.of(first, second, AuditTrail.next(second, id, "ERASED", Instant.MAX, "third"));
    }

    @Test
    void a_notice_stored_by_version_0_1_is_readable_for_ever() {
        assertThat(StoredCaseJson.readNotice(file("stored-notice-1.json"))).isEqualTo(notice());
        assertThat(StoredCaseJson.readNotice(StoredCaseJson.writeNotice(notice())))
                .isEqualTo(notice());
    }

    @Test
    void the_hashes_of_a_trail_stored_by_version_0_1_come_out_the_same_for_ever() {
        List<AuditEntry> stored = AuditTrailJson.read(file("audit-trail-1.json"));

        assertThat(trail()).isEqualTo(stored);
        assertThat(stored.get(2).hash()).isEqualTo("0868b490694486b3ff27cefc2c7f2ac36b652d0b8fc317a94c1aee87f401aef5");
        assertThat(AuditTrail.firstBroken(stored, stored.get(2).hash())).isEmpty();
        assertThat(AuditTrailJson.write(stored)).isEqualTo(file("audit-trail-1.json"));
    }

    @Test
    void a_report_stored_by_version_0_1_is_read_and_goes_on() {
        Case entry = StoredCaseJson.read(file("stored-report-1.json")).value();
        InMemoryCaseRepository store = new InMemoryCaseRepository();
        store.save(CaseChange.first(
                entry, List.of(), AuditTrail.next(null, REPORT, "REPORT_OPENED", entry.advancedTo(), "")));
        TestClock clock = new TestClock(Instant.parse("2026-05-04T04:00:00Z"));
        List<Notice> wire = new ArrayList<>();
        ComplaintDesk desk = desk(store, clock, wire);
        assertThat(entry.id()).isEqualTo(REPORT);
        assertThat(entry.events()).hasSize(1);

        desk.reports().filed("BANK-1", filing("f-2", clock.instant()));
        desk.sweep();

        assertThat(desk.reports()
                        .owed("BANK-1", ReportPeriod.parse("2026-03"))
                        .get(0)
                        .status())
                .isEqualTo(Status.FILED_LATE);
        assertThat(store.load(REPORT).orElseThrow().value().events()).hasSize(2);
        assertThat(wire)
                .as("what left by version 0.1 does not leave again")
                .noneMatch(notice -> notice.caseId().equals(REPORT));
    }

    private static ComplaintDesk desk(InMemoryCaseRepository store, TestClock clock, List<Notice> wire) {
        return ComplaintDesk.under(TestRules.book())
                .repository(store)
                .clock(clock)
                .dutyPort(wire::add)
                .reporting("BANK-1", LocalDate.of(2026, 3, 1))
                .open();
    }

    private static CaseEvent filing(String id, Instant at) {
        return new CaseEvent(
                id,
                "REPORT_FILED",
                "UNIT",
                "clerk-1",
                at,
                at,
                Map.of("report", "T-R01", "period", "2026-03", "corrects", id.equals("f-2"), "reference", "No. 7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"format\":1}",
                "{\"format\":2,\"links\":[]}",
                "{\"format\":\"1\",\"links\":[]}",
                "{\"format\":1,\"links\":{}}",
                "{\"format\":1,\"links\":[],\"head\":\"\"}",
                "{\"format\":1,\"links\":[null]}",
                "{\"format\":1,\"links\":[{}]}",
                "{\"format\":1,\"links\":[{\"caseId\":\"C\",\"sequence\":1,\"kind\":\"NOTE\",\"recordedAt\":"
                        + "\"2026-03-02T01:00:00Z\",\"content\":\"\",\"previous\":\"\",\"hash\":\"\",\"by\":\"Li\"}]}",
            })
    void what_is_no_trail_is_refused(String text) {
        assertThatThrownBy(() -> AuditTrailJson.read(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void of_a_trail_that_is_none_the_place_is_told() {
        String second = file("audit-trail-1.json").replaceFirst(",\\{\"caseId\"", ",{\"by\":\"Li\",\"caseId\"");

        assertThatThrownBy(() -> AuditTrailJson.read(second))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.at()).isEqualTo("/links/1"));
        assertThatThrownBy(() -> AuditTrailJson.read("{\"format\":2,\"links\":[]}"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.at()).isEqualTo("/"));
    }

    @Test
    void a_trail_without_links_is_one() {
        assertThat(AuditTrailJson.read(AuditTrailJson.write(List.of()))).isEmpty();
    }
}
