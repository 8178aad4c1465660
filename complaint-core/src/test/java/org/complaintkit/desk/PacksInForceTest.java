package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestInForce;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.report.ReportPeriod;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.junit.jupiter.api.Test;

/** Which packs of a desk govern a complaint, by the day of its receipt. */
class PacksInForceTest {
    private static final LocalDate CHANGE = LocalDate.of(2026, 3, 1);
    /** 24:00 of the last day of February in Shanghai. */
    private static final Instant MIDNIGHT = Instant.parse("2026-02-28T16:00:00Z");

    private final TestClock clock = new TestClock(Instant.parse("2026-06-01T00:00:00Z"));
    private final CaseRepository repository = new InMemoryCaseRepository();

    private static RuleBook old() {
        return TestInForce.book("T", "1", null, CHANGE.minusDays(1), false);
    }

    private static RuleBook young() {
        return TestInForce.book("T", "2", CHANGE, null, false);
    }

    private ComplaintDesk desk(RuleBook... books) {
        return ComplaintDesk.under(books)
                .repository(repository)
                .clock(clock)
                .reporting("UNION", LocalDate.of(2026, 1, 1))
                .open();
    }

    private static Complaint complaint(String id, Instant receipt) {
        return Complaint.received(id, receipt, "TELEPHONE").category("SERVICE").build();
    }

    private List<String> governing(ComplaintDesk desk, Instant receipt) {
        return desk.receive(complaint("C-" + receipt, receipt)).now().packs().stream()
                .map(PackVersion::label)
                .toList();
    }

    @Test
    void of_two_versions_the_one_in_force_on_the_day_of_receipt_governs() {
        ComplaintDesk desk = desk(old(), young());

        assertThat(governing(desk, MIDNIGHT.minusNanos(1))).containsExactly("T 1");
        assertThat(governing(desk, MIDNIGHT)).containsExactly("T 2");
    }

    @Test
    void a_pack_that_is_not_in_force_leaves_the_case_to_the_others() {
        ComplaintDesk desk =
                desk(TestInForce.book("A", "1", null, null, false), TestInForce.book("B", "1", CHANGE, CHANGE, false));

        assertThat(governing(desk, MIDNIGHT.minusNanos(1))).containsExactly("A 1");
        assertThat(governing(desk, MIDNIGHT)).containsExactly("A 1", "B 1");
        assertThat(governing(desk, MIDNIGHT.plusSeconds(86_399))).containsExactly("A 1", "B 1");
        assertThat(governing(desk, MIDNIGHT.plusSeconds(86_400))).containsExactly("A 1");
    }

    @Test
    void a_complaint_of_a_day_without_any_pack_is_refused_and_nothing_is_stored() {
        ComplaintDesk desk = desk(young());

        assertThatThrownBy(() -> desk.receive(complaint("C-1", MIDNIGHT.minusNanos(1))))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.code()).isEqualTo("NO_PACK_IN_FORCE");
                    assertThat(e.getMessage()).contains("T 2 from 2026-03-01 to today and on");
                });
        assertThat(desk.find("C-1")).isEmpty();
    }

    @Test
    void a_case_keeps_the_version_under_which_it_was_received() {
        desk(old()).receive(complaint("C-1", MIDNIGHT.minusSeconds(1)));

        ComplaintDesk both = desk(old(), young());
        Case after = both.handle("C-1", CaseEvent.of("e1", "ASSIGNED_EVENT", "UNIT", MIDNIGHT.plusSeconds(90_000)))
                .now();

        assertThat(after.packs()).extracting(PackVersion::label).containsExactly("T 1");
        assertThat(both.sweep().failures()).isEmpty();
        assertThatThrownBy(() ->
                        desk(young()).handle("C-1", CaseEvent.of("e2", "REPLIED_TO_CUSTOMER", "UNIT", clock.instant())))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("OTHER_PACKS"));
    }

    @Test
    void two_versions_in_force_on_one_day_are_refused_when_the_desk_opens() {
        assertThatThrownBy(() -> desk(TestInForce.book("T", "1", null, CHANGE, false), young()))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.code()).isEqualTo("PACKS_OVERLAP");
                    assertThat(e.wayOut()).contains("effectiveTo");
                });
    }

    @Test
    void a_pack_that_says_so_governs_what_was_received_before_it_unless_an_earlier_version_does() {
        RuleBook reaching = TestInForce.book("T", "2", CHANGE, null, true);

        assertThat(governing(desk(reaching), MIDNIGHT.minusSeconds(9))).containsExactly("T 2");
        assertThat(governing(desk(old(), reaching), MIDNIGHT.minusSeconds(8))).containsExactly("T 1");
    }

    @Test
    void of_two_versions_each_period_has_its_report_once_and_by_the_version_of_its_end() {
        ComplaintDesk desk = desk(old(), young());
        desk.sweep();

        assertThat(versions(desk, "2026-02")).containsExactly("T 1", "T 1");
        assertThat(versions(desk, "2026-03")).containsExactly("T 2", "T 2");
        assertThat(versions(desk, "2026-H1")).containsExactly("T 2");
        assertThat(desk.sweep().failures()).isEmpty();
    }

    private static List<String> versions(ComplaintDesk desk, String period) {
        return desk.reports().owed("UNION", ReportPeriod.parse(period)).stream()
                .map(each -> each.entry().packs().get(0).label())
                .toList();
    }
}
