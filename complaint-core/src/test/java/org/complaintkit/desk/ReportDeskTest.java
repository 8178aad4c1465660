package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.duty.Finding;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.report.Filing;
import org.complaintkit.report.ReportDuty;
import org.complaintkit.report.ReportDuty.Status;
import org.complaintkit.report.ReportPeriod;
import org.complaintkit.repository.CaseQuery;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDeskTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 3, 1);
    private static final ReportPeriod MARCH = ReportPeriod.parse("2026-03");
    private static final String KEY = "report:BANK-1/T/T-R01/2026-03/REGULATOR";

    private final InMemoryCaseRepository repository = new InMemoryCaseRepository();
    private final TestClock clock = new TestClock(day("2026-03-02"));
    private final List<Notice> wire = new ArrayList<>();
    private final ComplaintDesk desk = opened(Organisation.UNKNOWN);

    private ComplaintDesk opened(Organisation organisation) {
        return ComplaintDesk.under(TestRules.book())
                .repository(repository)
                .organisation(organisation)
                .clock(clock)
                .dutyPort(wire::add)
                .reporting("BANK-1", SINCE)
                .open();
    }

    /** Noon of a day in Shanghai. */
    private static Instant day(String date) {
        return Instant.parse(date + "T04:00:00Z");
    }

    private static CaseEvent filing(String id, String report, String period, String date, String... more) {
        Map<String, Object> data = new TreeMap<>(Map.of("report", report, "period", period));
        for (int i = 0; i < more.length; i += 2) {
            data.put(more[i], more[i + 1]);
        }
        return new CaseEvent(id, "REPORT_FILED", "UNIT", "", day(date), day(date), data);
    }

    private ReportDuty march() {
        return desk.reports().owed("BANK-1", MARCH).get(0);
    }

    private void sweep(String... dates) {
        for (String date : dates) {
            clock.set(day(date));
            desk.sweep();
        }
    }

    private List<String> sent(String report) {
        return wire.stream()
                .filter(notice -> notice.caseId().contains(report))
                .map(notice -> notice.kind() + " " + notice.code())
                .toList();
    }

    @Test
    void a_sweep_opens_what_has_begun_and_the_duty_leaves_once_with_its_limit() {
        sweep("2026-03-02", "2026-03-02", "2026-03-20");

        assertThat(wire)
                .extracting(Notice::caseId)
                .containsExactly(KEY, "report:BANK-1/T/T-R02/2026-03/", "report:BANK-1/T/T-R03/2026-H1/");
        assertThat(wire.get(0).code()).isEqualTo("FILE_REPORT");
        assertThat(wire.get(0).by()).isEqualTo(Instant.parse("2026-04-10T16:00:00Z"));
        assertThat(march().status()).isEqualTo(Status.NOT_YET_DUE);
    }

    @Test
    void warning_and_breach_leave_once_and_the_breach_is_escalated() {
        sweep("2026-03-02", "2026-04-07", "2026-04-07", "2026-04-10", "2026-04-11", "2026-04-11", "2026-04-20");

        assertThat(sent("T-R01/2026-03"))
                .containsExactly("DUTY FILE_REPORT", "WARNING T-R01", "ESCALATION T-E01", "BREACH T-R01");
        assertThat(march().status()).isEqualTo(Status.OVERDUE);
        assertThat(march().state()).isEqualTo(DeadlineState.BREACHED);
        assertThat(march().findings()).extracting(Finding::code).containsExactly("REPORT_LATE");
        assertThat(march().escalations().get(0).to()).containsExactly("LEADER", "HEADQUARTERS");
    }

    @Test
    void a_desk_that_slept_for_months_opens_every_period_and_sends_each_notice_once() {
        sweep("2026-06-15", "2026-06-15");

        assertThat(sent("T-R01/"))
                .containsExactlyInAnyOrder(
                        "DUTY FILE_REPORT",
                        "DUTY FILE_REPORT",
                        "DUTY FILE_REPORT",
                        "DUTY FILE_REPORT",
                        "WARNING T-R01",
                        "WARNING T-R01",
                        "WARNING T-R01",
                        "ESCALATION T-E01",
                        "ESCALATION T-E01",
                        "ESCALATION T-E01",
                        "BREACH T-R01",
                        "BREACH T-R01",
                        "BREACH T-R01");
        assertThat(wire).extracting(Notice::key).doesNotHaveDuplicates();
    }

    @Test
    void a_report_that_is_filed_in_time_is_discharged_and_nobody_is_warned_any_more() {
        sweep("2026-03-02");
        clock.set(day("2026-04-03"));

        ReportDuty filed =
                desk.reports().filed("BANK-1", filing("f1", "T-R01", "2026-03", "2026-04-02", "reference", "No. 7"));
        sweep("2026-04-09", "2026-05-30");

        assertThat(filed.status()).isEqualTo(Status.FILED);
        assertThat(filed.filings().get(0).kind()).isEqualTo(Filing.Kind.IN_TIME);
        assertThat(filed.filings().get(0).reference()).isEqualTo("No. 7");
        assertThat(sent("T-R01/2026-03")).containsExactly("DUTY FILE_REPORT");
        assertThat(march().state()).isEqualTo(DeadlineState.MET);
        assertThat(march().duty().fulfilledAt()).isEqualTo(day("2026-04-02"));
    }

    @Test
    void a_late_filing_discharges_the_duty_and_stays_late() {
        sweep("2026-04-20");

        ReportDuty filed = desk.reports().filed("BANK-1", filing("f1", "T-R01", "2026-03", "2026-04-20"));

        assertThat(filed.status()).isEqualTo(Status.FILED_LATE);
        assertThat(filed.filings()).extracting(Filing::kind).containsExactly(Filing.Kind.LATE);
        assertThat(filed.filings().get(0).earlierPeriod()).isFalse();
        assertThat(filed.findings()).extracting(Finding::code).containsExactly("REPORT_LATE");
    }

    @Test
    void a_filing_that_was_in_time_and_is_told_late_takes_the_finding_back_but_not_what_was_sent() {
        sweep("2026-04-20");

        ReportDuty filed = desk.reports().filed("BANK-1", filing("f1", "T-R01", "2026-03", "2026-04-10"));

        assertThat(filed.status()).isEqualTo(Status.FILED);
        assertThat(filed.findings()).isEmpty();
        assertThat(filed.escalations()).hasSize(1);
    }

    @Test
    void correction_repetition_and_an_earlier_period_are_told_apart() {
        clock.set(day("2026-06-20"));
        ReportDesk reports = desk.reports();
        reports.filed("BANK-1", filing("f1", "T-R01", "2026-03", "2026-06-12"));
        reports.filed("BANK-1", filing("f2", "T-R01", "2026-03", "2026-06-13"));
        reports.filed("BANK-1", filing("f3", "T-R01", "2026-03", "2026-06-14", "corrects", "f1"));
        reports.filed("BANK-1", filing("f4", "T-R01", "2026-05", "2026-06-14"));

        assertThat(march().filings())
                .extracting(Filing::kind)
                .containsExactly(Filing.Kind.LATE, Filing.Kind.REPEATED, Filing.Kind.CORRECTION);
        assertThat(march().filings()).allMatch(Filing::earlierPeriod);
        assertThat(march().duty().fulfilledAt()).isEqualTo(day("2026-06-12"));
        assertThat(repository.load(KEY).orElseThrow().value().withoutEffect()).containsExactly("f2");
        assertThat(reports.owed("BANK-1", ReportPeriod.parse("2026-05")).get(0).filings())
                .noneMatch(Filing::earlierPeriod);
    }

    @Test
    void the_same_filing_again_changes_nothing_and_another_under_its_id_is_refused() {
        clock.set(day("2026-04-05"));
        CaseEvent filing = filing("f1", "T-R01", "2026-03", "2026-04-02");
        ReportDuty first = desk.reports().filed("BANK-1", filing);
        int sent = wire.size();

        assertThat(desk.reports().filed("BANK-1", filing)).isEqualTo(first);
        assertThat(wire).hasSize(sent);
        assertThatThrownBy(() -> desk.reports().filed("BANK-1", filing("f1", "T-R01", "2026-03", "2026-04-03")))
                .hasMessageContaining("SAME_ID_OTHER_CONTENT");
    }

    @ParameterizedTest
    @CsvSource({
        "T-R09, 2026-03, 2026-04-02, UNKNOWN_REPORT",
        "T-R01, 2026-Q1, 2026-04-02, NO_SUCH_PERIOD",
        "T-R03, 2019-H1, 2026-04-02, NO_SUCH_PERIOD",
        "T-R01, March, 2026-04-02, REPORT_PERIOD",
        "T-R01, 2026-05, 2026-04-02, PERIOD_NOT_BEGUN",
        "T-R01, 2026-03, 2026-04-06, FUTURE_EVENT"
    })
    void what_cannot_have_been_filed_is_refused_and_changes_nothing(
            String report, String period, String date, String code) {
        clock.set(day("2026-04-05"));

        assertThatThrownBy(() -> desk.reports().filed("BANK-1", filing("f1", report, period, date)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(code);
        assertThat(Contents.waiting(repository)).isEmpty();
        assertThat(repository.load(KEY)).isEmpty();
    }

    @Test
    void an_institution_that_nobody_named_is_refused() {
        assertThatThrownBy(() -> desk.reports().owed("BANK-2", MARCH)).hasMessageContaining("UNKNOWN_INSTITUTION");
        assertThatThrownBy(() -> ComplaintDesk.under(TestRules.book()).reporting("a/b", SINCE))
                .hasMessageContaining("INSTITUTION_ID");
    }

    @Test
    void a_period_before_the_first_one_can_be_filed_and_is_judged_as_any() {
        sweep("2026-04-20");

        ReportDuty filed = desk.reports().filed("BANK-1", filing("f1", "T-R01", "2025-12", "2026-04-20"));

        assertThat(filed.status()).isEqualTo(Status.FILED_LATE);
        assertThat(repository.load("report:BANK-1/T/T-R01/2025-11/REGULATOR")).isEmpty();
    }

    @Test
    void what_is_owed_is_told_for_the_future_too_and_nothing_is_stored_for_it() {
        List<ReportDuty> owed = desk.reports().owed("BANK-1", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));

        assertThat(owed)
                .extracting(duty -> duty.key().report() + " " + duty.key().period())
                .containsExactly(
                        "T-R01 2026-03",
                        "T-R02 2026-03",
                        "T-R01 2026-04",
                        "T-R02 2026-04",
                        "T-R01 2026-05",
                        "T-R02 2026-05",
                        "T-R01 2026-06",
                        "T-R02 2026-06",
                        "T-R03 2026-H1");
        assertThat(owed).extracting(ReportDuty::status).containsOnly(Status.NOT_YET_DUE);
        assertThat(repository.load(KEY)).isEmpty();
    }

    @Test
    void a_report_stands_at_a_moment_of_the_past_as_it_stood_then() {
        sweep("2026-04-20");
        desk.reports().filed("BANK-1", filing("f1", "T-R01", "2026-03", "2026-04-20"));

        assertThat(desk.reports()
                        .owed("BANK-1", MARCH, day("2026-04-05"))
                        .get(0)
                        .status())
                .isEqualTo(Status.OPEN);
        assertThat(desk.reports()
                        .owed("BANK-1", MARCH, day("2026-04-12"))
                        .get(0)
                        .status())
                .isEqualTo(Status.OVERDUE);
    }

    @Test
    void a_report_is_no_case() {
        sweep("2026-03-02");
        Complaint named =
                Complaint.received(KEY, day("2026-03-02"), "TELEPHONE").build();

        assertThat(desk.find(KEY)).isEmpty();
        assertThat(repository.find(CaseQuery.received(Instant.parse("1900-01-01T00:00:00Z"), Instant.MAX)))
                .isEmpty();
        assertThatThrownBy(() -> desk.handle(KEY, filing("f1", "T-R01", "2026-03", "2026-03-02")))
                .hasMessageContaining("UNKNOWN_CASE");
        assertThatThrownBy(() -> desk.erase(KEY)).hasMessageContaining("UNKNOWN_CASE");
        assertThatThrownBy(() -> desk.receive(named)).hasMessageContaining("RESERVED_ID");
    }

    @Test
    void the_owner_is_the_person_in_the_role_and_the_trail_of_a_report_verifies() {
        Organisation organisation = new Organisation() {
            @Override
            public List<Holder> holders(String role, String unit, LocalDate day) {
                return role.equals("UNIT") && unit.equals("BANK-1")
                        ? List.of(new Holder("clerk-3", unit, false))
                        : List.of();
            }

            @Override
            public Optional<String> superior(String unit, LocalDate day) {
                return Optional.empty();
            }
        };
        opened(organisation).sweep();
        sweep("2026-04-12");

        assertThat(march().owner().person()).isEqualTo("clerk-3");
        List<AuditEntry> trail = repository.audit(KEY);
        assertThat(trail).extracting(AuditEntry::kind).containsExactly("REPORT_OPENED", "TIME_PASSED");
        assertThat(AuditTrail.firstBroken(trail, trail.get(1).hash())).isEmpty();
    }

    @Test
    void a_report_that_nobody_demands_is_refused_with_those_that_are_demanded() {
        assertThatThrownBy(() -> desk.reports().filed("BANK-1", filing("f1", "T-R09", "2026-03", "2026-03-02")))
                .hasMessageContaining("T-R01, T-R02, T-R03");
    }
}
