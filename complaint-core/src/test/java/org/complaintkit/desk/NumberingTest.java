package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.complaintkit.fixture.TestBook;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.json.CaseJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.AccountRules;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.NumberRule;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.junit.jupiter.api.Test;

class NumberingTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private final TestClock clock = new TestClock(MONDAY.plusSeconds(600));
    private final InMemoryCaseRepository repository = new InMemoryCaseRepository();

    private ComplaintDesk desk(String event) {
        return desk(event, NumberRule.Restart.YEAR);
    }

    private ComplaintDesk desk(String event, NumberRule.Restart restart) {
        return under("T", event, restart).open();
    }

    private DeskBuilder under(String pack, String event, NumberRule.Restart restart) {
        NumberRule rule = new NumberRule(
                "complaint",
                EventPattern.parse(event),
                NumberRule.format("{yy}{MM}{dd}{seq:3}"),
                restart,
                "T-01",
                Basis.TEXT);
        AccountRules accounts = new AccountRules(Map.of(), List.of(rule), List.of());
        return ComplaintDesk.under(new TestBook(TestPolicy.policy(pack, false, accounts), TestRules.all()))
                .repository(repository)
                .clock(clock);
    }

    private static Complaint.Builder complaint(String id) {
        return Complaint.received(id, MONDAY, "TELEPHONE").category("SERVICE");
    }

    private static String number(Outcome outcome) {
        return outcome.now().register().number();
    }

    @Test
    void complaints_without_a_number_of_their_own_get_the_next_one() {
        ComplaintDesk desk = desk("COMPLAINT_RECEIVED");

        assertThat(number(desk.receive(complaint("C-1").build()))).isEqualTo("260302001");
        assertThat(number(desk.receive(complaint("C-2").given("sequence", 40).build())))
                .isEqualTo("260302040");
        assertThat(number(desk.receive(complaint("C-3").build()))).isEqualTo("260302002");
        assertThat(number(desk.receive(complaint("C-1").build()))).isEqualTo("260302001");
    }

    @Test
    void a_number_stays_whatever_happens_later_or_is_told_late() {
        ComplaintDesk desk = desk("COMPLAINT_RECEIVED");
        desk.receive(complaint("C-1").build());
        desk.receive(complaint("C-2").build());
        clock.set(MONDAY.plusSeconds(90_000));
        desk.sweep();

        Outcome late = desk.handle("C-2", CaseEvent.of("e1", "CONTACTED", "UNIT", MONDAY.plusSeconds(60)));

        assertThat(number(late)).isEqualTo("260302002");
        assertThat(late.now().events())
                .extracting(CaseEvent::type)
                .containsExactly("COMPLAINT_RECEIVED", CaseEvent.NUMBER_DRAWN, "CONTACTED");
    }

    @Test
    void a_number_keeps_to_the_month_in_which_it_was_drawn_and_is_nobody_elses() {
        ComplaintDesk desk = desk("FORM_RETURNED", NumberRule.Restart.MONTH);
        for (String id : List.of("C-1", "C-2", "C-3")) {
            desk.receive(complaint(id).build());
            desk.handle(id, CaseEvent.of("f", "FORM_RETURNED", "UNIT", MONDAY.plusSeconds(60)));
        }
        clock.set(MONDAY.plusSeconds(40 * 86_400));
        Instant april = clock.instant();

        for (String id : List.of("C-3", "C-2", "C-1")) {
            desk.handle(id, CaseEvent.of("again", "FORM_RETURNED", "UNIT", april));
        }
        desk.receive(complaint("C-4").build());
        desk.handle("C-4", CaseEvent.of("f", "FORM_RETURNED", "UNIT", april));

        assertThat(List.of("C-1", "C-2", "C-3", "C-4"))
                .extracting(id -> desk.find(id).orElseThrow().register().number())
                .containsExactly("260302001", "260302002", "260302003", "260411001");
    }

    @Test
    void a_case_that_is_moved_to_another_sequence_keeps_its_number() {
        ComplaintDesk desk = desk("FORM_RETURNED", NumberRule.Restart.MONTH);
        for (String id : List.of("C-0", "C-1")) {
            desk.receive(complaint(id).build());
            desk.handle(id, CaseEvent.of("f", "FORM_RETURNED", "UNIT", MONDAY.plusSeconds(60)));
        }
        clock.set(MONDAY.plusSeconds(90_000));

        DeskBuilder other = under("U", "FORM_RETURNED", NumberRule.Restart.YEAR);
        Outcome moved = other.moves().move("C-1", CaseEvent.of("m", "", "UNIT", clock.instant()));
        assertThat(number(moved)).isEqualTo("260302002");
        assertThat(repository.lastNumber("U/complaint/2026")).isZero();

        CaseEvent late = CaseEvent.of("n", "NOTE", "UNIT", MONDAY.plusSeconds(90));
        assertThat(number(other.open().handle("C-1", late))).isEqualTo("260302002");
        CaseEvent again = CaseEvent.of("again", "FORM_RETURNED", "UNIT", clock.instant());
        assertThat(number(other.open().handle("C-1", again))).isEqualTo("260302002");
    }

    @Test
    void a_number_that_an_event_says_bears_the_day_of_that_event() {
        ComplaintDesk desk = desk("FORM_RETURNED", NumberRule.Restart.MONTH);
        desk.receive(complaint("C-1").build());
        desk.handle(
                "C-1", new CaseEvent("f", "FORM_RETURNED", "UNIT", "", MONDAY, clock.instant(), Map.of("sequence", 5)));
        clock.set(MONDAY.plusSeconds(40 * 86_400));

        assertThat(number(desk.handle("C-1", CaseEvent.of("again", "FORM_RETURNED", "UNIT", clock.instant()))))
                .isEqualTo("260302005");
    }

    @Test
    void a_number_that_the_host_gave_bears_the_day_of_the_event_for_which_it_was_told() {
        ComplaintDesk desk = desk("FORM_RETURNED", NumberRule.Restart.MONTH);
        desk.receive(complaint("C-1").given("sequence", 5).build());
        desk.receive(complaint("C-2").build());
        for (String id : List.of("C-1", "C-2")) {
            desk.handle(id, CaseEvent.of("f", "FORM_RETURNED", "UNIT", MONDAY.plusSeconds(60)));
        }
        CaseEvent said =
                new CaseEvent("n", "NOTE", "UNIT", "", MONDAY.plusSeconds(90), clock.instant(), Map.of("sequence", 6));
        assertThat(number(desk.handle("C-2", said))).isEqualTo("260302006");
        clock.set(MONDAY.plusSeconds(40 * 86_400));

        for (String id : List.of("C-1", "C-2")) {
            desk.handle(id, CaseEvent.of("again", "FORM_RETURNED", "UNIT", clock.instant()));
        }

        assertThat(List.of("C-1", "C-2"))
                .extracting(id -> desk.find(id).orElseThrow().register().number())
                .containsExactly("260302005", "260302006");
    }

    @Test
    void nobody_knew_a_number_before_it_was_drawn() {
        ComplaintDesk desk = desk("FORM_RETURNED");
        desk.receive(complaint("C-1").build());
        Instant noted = MONDAY.plusSeconds(900);
        Instant drawn = MONDAY.plusSeconds(4 * 86_400);
        clock.set(drawn);
        desk.handle("C-1", new CaseEvent("f", "FORM_RETURNED", "UNIT", "", noted, noted.plusSeconds(60), Map.of()));

        Instant between = MONDAY.plusSeconds(86_400);
        assertThat(desk.find("C-1", between, between).orElseThrow().register().number())
                .isEmpty();
        assertThat(desk.find("C-1", drawn, drawn).orElseThrow().register().number())
                .isEqualTo("260302001");
    }

    @Test
    void nobody_knew_a_number_before_what_it_was_drawn_for_was_told() {
        ComplaintDesk desk = desk("FORM_RETURNED");
        desk.receive(complaint("C-1").build());
        clock.set(MONDAY.plusSeconds(90_000));
        desk.handle("C-1", CaseEvent.of("n", "NOTE", "UNIT", clock.instant()));
        Instant told = clock.instant().plusSeconds(90_000);
        clock.set(told);

        CaseEvent late = CaseEvent.of("f", "FORM_RETURNED", "UNIT", MONDAY.plusSeconds(900));
        assertThat(number(desk.handle("C-1", late))).isEqualTo("260302001");

        assertThat(desk.find("C-1", told, told).orElseThrow().register().number())
                .isEqualTo("260302001");
        assertThat(desk.find("C-1", told.minusSeconds(1), told.minusSeconds(1))
                        .orElseThrow()
                        .events())
                .extracting(CaseEvent::type)
                .containsExactly("COMPLAINT_RECEIVED", "NOTE");
    }

    @Test
    void the_event_that_brings_the_number_draws_it_once() {
        ComplaintDesk desk = desk("FORM_RETURNED");
        CaseEvent returned = CaseEvent.of("f", "FORM_RETURNED", "UNIT", MONDAY.plusSeconds(60));
        assertThat(number(desk.receive(complaint("C-1").build()))).isEmpty();

        assertThat(number(desk.handle("C-1", returned))).isEqualTo("260302001");
        assertThat(number(desk.handle("C-1", returned))).isEqualTo("260302001");
        Case now = desk.find("C-1").orElseThrow();

        assertThat(CaseJson.write("q", now, TestPolicy.ZONE))
                .contains("\"number\":\"260302001\",\"previousNumber\":null");
    }
}
