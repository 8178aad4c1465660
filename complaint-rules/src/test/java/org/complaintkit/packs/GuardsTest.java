package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.decision.Reason;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.Permission;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must not be done is refused with its clause when it is asked for, and found when it happened all the same. */
class GuardsTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-02T01:00:00Z");
    private static Packs packs;

    @BeforeAll
    static void load() {
        packs = Packs.shipped();
    }

    @AfterAll
    static void close() {
        packs.close();
    }

    /** The chief of outlet 12 is complained about; the teller reports to the deputy, the deputy to the chief. */
    private static final Organisation STAFF = new Organisation() {
        private static final Map<String, String> CHIEFS =
                Map.of("teller", "deputy", "deputy", "chief", "chief", "director", "director", "chief");
        private static final Map<String, String> UNITS =
                Map.of("teller", "Counter 3", "deputy", "Outlet 12", "chief", "Outlet 12", "auditor", "Audit");

        @Override
        public List<Holder> holders(String role, String unit, LocalDate day) {
            return unit.equals("Outlet 12")
                    ? List.of(new Holder("chief", unit, false), new Holder("deputy", unit, false))
                    : List.of(new Holder("auditor", unit, false));
        }

        @Override
        public Optional<String> superior(String unit, LocalDate day) {
            return Optional.ofNullable(
                    Map.of("Counter 3", "Outlet 12", "Outlet 12", "Branch").get(unit));
        }

        @Override
        public Optional<String> unitOf(String person, LocalDate day) {
            return Optional.ofNullable(UNITS.get(person));
        }

        @Override
        public Optional<String> chiefOf(String person, LocalDate day) {
            return Optional.ofNullable(CHIEFS.get(person));
        }
    };

    private static CaseEvent event(String type, String by, String person, int hours, Map<String, Object> data) {
        Instant at = RECEIVED.plusSeconds(3600L * hours);
        return new CaseEvent(type + hours, type, by, person, at, at, data);
    }

    private static ComplaintDesk desk(String pack, Complaint complaint) {
        ComplaintDesk desk = ComplaintDesk.under(packs.get(pack))
                .organisation(STAFF)
                .clock(Clock.fixed(RECEIVED.plusSeconds(3600L * 100), ZoneOffset.UTC))
                .open();
        desk.receive(complaint);
        return desk;
    }

    private static ComplaintDesk rcc() {
        return desk(
                "RCC",
                Complaint.received("c", RECEIVED, "PHONE")
                        .category("SERVICE_ATTITUDE")
                        .about("Outlet 12", "chief")
                        .build());
    }

    private static void refused(ComplaintDesk desk, CaseEvent intent, String clause, String finding, boolean effect) {
        Permission asked = desk.may("c", intent);
        assertThat(asked.allowed()).isFalse();
        assertThat(asked.reasons())
                .anySatisfy(reason ->
                        assertThat(List.of(reason.clause(), reason.code())).containsExactly(clause, finding));

        Outcome happened = desk.handle("c", intent);
        assertThat(happened.effective()).isEqualTo(effect);
        assertThat(happened.findings())
                .anySatisfy(found ->
                        assertThat(List.of(found.clause(), found.code())).containsExactly(clause, finding));
        assertThat(happened.now().events()).extracting(CaseEvent::id).contains(intent.id());
    }

    @ParameterizedTest
    @CsvSource({"chief", "deputy", "teller"})
    void neither_the_person_complained_about_nor_whoever_reports_to_that_person_handles_it(String person) {
        refused(
                rcc(),
                event("INVESTIGATION_STARTED", "COMPLAINED_UNIT", person, 1, Map.of()),
                "RCC-11d",
                "ACTOR_IS_PARTY",
                true);
        refused(
                rcc(),
                event("ASSIGNED_EVENT", "ACCEPTANCE_DEPT", "auditor", 1, Map.of("to", person)),
                "RCC-11d",
                "ACTOR_IS_PARTY",
                false);
    }

    @Test
    void whoever_is_not_in_that_line_may() {
        CaseEvent fair = event("INVESTIGATION_STARTED", "COMPLAINED_UNIT", "auditor", 1, Map.of());

        assertThat(rcc().may("c", fair).allowed()).isTrue();
        assertThat(rcc().find("c").orElseThrow().assignee().person()).isEqualTo("auditor");
    }

    @Test
    void the_unit_complained_about_does_not_verify_a_withdrawal_whatever_role_its_staff_claims() {
        ComplaintDesk desk = desk(
                "RCC",
                Complaint.received("c", RECEIVED, "PHONE")
                        .category("SERVICE_ATTITUDE")
                        .about("Outlet 12", "somebody")
                        .build());
        desk.handle("c", event("INVESTIGATION_STARTED", "COMPLAINED_UNIT", "", 1, Map.of()));
        desk.handle("c", event("WITHDRAWAL_REQUESTED", "CUSTOMER", "", 2, Map.of()));
        Map<String, Object> reason = Map.of("reason", "no longer wanted");

        refused(
                desk,
                event("WITHDRAWAL_VOLUNTARY", "ACCEPTANCE_DEPT", "teller", 3, reason),
                "RCC-19a",
                "ACTOR_IS_PARTY",
                false);
        assertThat(desk.find("c").orElseThrow().state()).isEqualTo("WITHDRAWAL_CHECK");
        CaseEvent verified = event("WITHDRAWAL_VOLUNTARY", "ACCEPTANCE_DEPT", "auditor", 4, reason);
        assertThat(desk.may("c", verified).allowed()).isTrue();
        assertThat(desk.handle("c", verified).now().state()).isEqualTo("WITHDRAWN");
    }

    private static ComplaintDesk drafted() {
        ComplaintDesk desk = desk(
                "MFG",
                Complaint.received("c", RECEIVED, "SALES_STAFF")
                        .category("QUALITY_ANOMALY")
                        .build());
        desk.handle("c", event("PLAN_PROPOSED", "BUSINESS_DEPT", "", 1, Map.of()));
        return desk;
    }

    @ParameterizedTest
    @CsvSource({
        "BUSINESS_MANAGER, 5000, true",
        "BUSINESS_MANAGER, 5000.01, false",
        "VICE_PRESIDENT, 50000, true",
        "VICE_PRESIDENT, 50000.01, false",
        "GENERAL_MANAGER, 90000000, true",
        "QUALITY_DEPT, 1, false"
    })
    void an_approval_holds_up_to_the_rung_of_whoever_gives_it(String by, String amount, boolean holds) {
        CaseEvent approval = event("PLAN_APPROVED_EVENT", by, "", 2, Map.of("amount", amount));
        if (holds) {
            assertThat(drafted().may("c", approval).allowed()).isTrue();
            assertThat(drafted().handle("c", approval).now().state()).isEqualTo("PLAN_APPROVED");
        } else {
            ComplaintDesk desk = drafted();
            refused(desk, approval, "MFG-09.6", "ORDER_VIOLATION", false);
            assertThat(desk.find("c").orElseThrow().state()).isEqualTo("PLAN_DRAFTED");
        }
    }

    @Test
    void an_approval_that_names_no_amount_is_judged_by_the_amount_at_stake() {
        ComplaintDesk desk = drafted();
        desk.handle("c", event("SUBMITTED_FOR_APPROVAL", "GMO", "", 2, Map.of("amount", "5000.01")));

        refused(
                desk,
                event("PLAN_APPROVED_EVENT", "BUSINESS_MANAGER", "", 3, Map.of()),
                "MFG-09.6",
                "ORDER_VIOLATION",
                false);
    }

    @Test
    void a_refusal_names_the_rung() {
        CaseEvent approval = event("PLAN_APPROVED_EVENT", "VICE_PRESIDENT", "", 2, Map.of("amount", 60_000));

        assertThat(drafted().may("c", approval).reasons())
                .extracting(Reason::answer, Reason::rule)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("authority", "authority of VICE_PRESIDENT up to 50000"));
    }

    @ParameterizedTest
    @CsvSource({
        "false, 3000, 2000, true",
        "false, 3000, 2000.01, false",
        "true, 6000, 4000, true",
        "true, 6000, 4001, false"
    })
    void payments_of_one_case_add_up_to_the_cap_of_the_customer(
            boolean vip, String first, String second, boolean allowed) {
        ComplaintDesk desk = desk(
                "ITB",
                Complaint.received("c", RECEIVED, "ON_SITE")
                        .category("URGENT_CASH")
                        .facts(vip ? List.of("VIP") : List.of())
                        .build());
        desk.handle("c", event("PAYMENT_MADE", "OUTLET_HEAD", "", 1, Map.of("amount", first)));
        CaseEvent further = event("PAYMENT_MADE", "OUTLET_HEAD", "", 2, Map.of("amount", second));
        if (allowed) {
            assertThat(desk.may("c", further).allowed()).isTrue();
        } else {
            refused(desk, further, "ITB-16b", "PAYMENT_CAP_EXCEEDED", true);
        }
    }
}
