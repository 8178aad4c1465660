package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Reason;
import org.complaintkit.decision.Stage;
import org.complaintkit.duty.Finding;
import org.complaintkit.fixture.TestClocks;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.json.StoredCaseJson;
import org.complaintkit.model.Complaint;
import org.junit.jupiter.api.Test;

/** Two packs that both let a limit be extended, thirty days and forty, received on 2 March 2026. */
class AddresseeTest {
    private static final Map<String, Object> NOBODY = Map.of();
    private static final Map<String, Object> FOR_T = Map.of("pack", "T");
    private static final Map<String, Object> FOR_U = Map.of("pack", "U");
    private static final Map<String, Object> FOR_BOTH = Map.of("pack", List.of("U", "T"));

    private static TestClocks clocks(String id, String limit) {
        return TestClocks.none()
                .deadline(id + "-D01")
                .cell("ends_handling", "yes")
                .cell("limit", limit)
                .deadline(id + "-D03")
                .cell("start", "EXTENSION_GRANTED")
                .cell("limit", "1 working day")
                .granted(id + "-D02")
                .extension(id + "-D01", id + "-D02", "60 days");
    }

    private static Lifecycle both() {
        return clocks("T", "30 days").under(clocks("U", "40 days"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse("2026-" + local).atZone(TestPolicy.ZONE).toInstant();
    }

    private static CaseEvent event(String local, String type, String by, Map<String, Object> data) {
        return new CaseEvent(type + local, type, by, "", at(local), at(local), data);
    }

    private static CaseEvent grant(String local, String newLimit, Map<String, Object> to) {
        Map<String, Object> data = new HashMap<>(to);
        data.put("newLimit", newLimit);
        data.put("ground", "COMPLEX");
        return event(local, "EXTENSION_GRANTED", "LEADER", data);
    }

    private static CaseEvent notice(String local, Map<String, Object> to) {
        return event(local, "NOTE", "UNIT", to);
    }

    private static CaseEvent order(String local, Map<String, Object> to) {
        Map<String, Object> data = new HashMap<>(to);
        data.put("from", "2026-03-11");
        data.put("to", "2026-03-20");
        return event(local, "TIME_LEFT_OUT", "REGULATOR", data);
    }

    private static Case received(Lifecycle lifecycle) {
        return lifecycle
                .receive(Complaint.received("C-1", at("03-02T10:00"), "TELEPHONE")
                        .build())
                .now();
    }

    private static Case after(Lifecycle lifecycle, CaseEvent... events) {
        Case value = received(lifecycle);
        for (CaseEvent event : events) {
            value = StoredCaseJson.read(
                            StoredCaseJson.write(lifecycle.handle(value, event).now(), ""))
                    .value();
        }
        return value;
    }

    private static List<String> limits(Case value) {
        return value.deadlines().stream()
                .map(deadline ->
                        deadline.id() + " " + deadline.limit().day() + " " + deadline.state(value.advancedTo()))
                .sorted()
                .toList();
    }

    private static List<String> findings(Case value) {
        return value.findings().stream()
                .map(finding -> finding.pack() + " " + finding.code() + " " + finding.about())
                .toList();
    }

    @Test
    void an_extension_moves_the_limit_of_the_pack_that_it_names_and_no_other() {
        Case own = after(both(), grant("03-09T09:00", "2026-04-20", FOR_T), notice("03-09T10:00", FOR_T));
        assertThat(limits(own))
                .containsExactly(
                        "T-D01 2026-04-01 SUPERSEDED",
                        "T-D02 2026-04-20 OPEN",
                        "T-D03 2026-03-10 OPEN",
                        "U-D01 2026-04-11 OPEN");
        Case upper = after(both(), grant("03-09T09:00", "2026-04-20", FOR_U), notice("03-09T10:00", FOR_U));
        assertThat(limits(upper))
                .containsExactly(
                        "T-D01 2026-04-01 OPEN",
                        "U-D01 2026-04-11 SUPERSEDED",
                        "U-D02 2026-04-20 OPEN",
                        "U-D03 2026-03-10 OPEN");
        assertThat(findings(own)).isEmpty();
        assertThat(findings(upper)).isEmpty();
    }

    @Test
    void a_deadline_names_its_pack_be_it_the_one_extended_or_the_one_that_runs_in_its_place() {
        Map<String, Object> first = Map.of("deadline", "U-D01");
        Map<String, Object> further = Map.of("deadline", "U-D02");
        Case now = after(
                both(),
                grant("03-09T09:00", "2026-04-20", first),
                notice("03-09T10:00", first),
                grant("03-10T09:00", "2026-04-30", further),
                notice("03-10T10:00", further));
        assertThat(limits(now)).contains("T-D01 2026-04-01 OPEN", "U-D02 2026-04-30 OPEN");
        assertThat(findings(now)).isEmpty();
    }

    @Test
    void each_pack_waits_for_a_notice_of_its_own() {
        Case now = after(both(), grant("03-09T09:00", "2026-04-20", FOR_BOTH), notice("03-09T10:00", FOR_U));
        assertThat(limits(now)).contains("T-D01 2026-04-01 OPEN", "U-D02 2026-04-20 OPEN");
        Case told = after(both(), grant("03-09T09:00", "2026-04-20", FOR_BOTH), notice("03-09T10:00", FOR_BOTH));
        assertThat(limits(told)).contains("T-D02 2026-04-20 OPEN", "U-D02 2026-04-20 OPEN");
    }

    @Test
    void one_that_names_neither_of_two_has_no_effect_and_the_way_out_is_told() {
        CaseEvent grant = grant("03-09T09:00", "2026-04-20", NOBODY);
        Case now = after(both(), grant, notice("03-09T10:00", NOBODY));
        assertThat(limits(now)).containsExactly("T-D01 2026-04-01 OPEN", "U-D01 2026-04-11 OPEN");
        assertThat(now.withoutEffect()).containsExactly("EXTENSION_GRANTED03-09T09:00", "NOTE03-09T10:00");
        assertThat(findings(now))
                .containsExactly(
                        "T EXT_NOT_ADDRESSED T-D01",
                        "U EXT_NOT_ADDRESSED U-D01",
                        "T EXT_NOT_ADDRESSED T-D01",
                        "U EXT_NOT_ADDRESSED U-D01");
        assertThat(now.findings()).allMatch(Finding::lasting);
        assertThat(both().against(received(both()), grant))
                .extracting(Reason::code, Reason::rule)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(
                        "EXT_NOT_ADDRESSED", "say pack (T, U) or deadline (T-D01, U-D01)"));
        assertThat(both().against(received(both()), grant("03-09T09:00", "2026-04-20", FOR_T)))
                .isEmpty();
    }

    @Test
    void one_that_names_a_deadline_that_cannot_be_extended_moves_none() {
        Case now = after(both(), grant("03-09T09:00", "2026-04-20", Map.of("deadline", "U-D03")));
        assertThat(limits(now)).containsExactly("T-D01 2026-04-01 OPEN", "U-D01 2026-04-11 OPEN");
        assertThat(findings(now)).contains("U EXT_NOT_ADDRESSED U-D01");
    }

    @Test
    void where_one_pack_alone_waits_for_it_nobody_need_be_named() {
        TestClocks rigid = TestClocks.none().deadline("U-D01").cell("limit", "40 days");
        Case now = after(
                clocks("T", "30 days").under(rigid),
                grant("03-09T09:00", "2026-04-20", NOBODY),
                notice("03-09T10:00", NOBODY));
        assertThat(limits(now)).contains("T-D02 2026-04-20 OPEN", "U-D01 2026-04-11 OPEN");
        assertThat(findings(now)).isEmpty();
    }

    @Test
    void what_one_pack_denies_it_denies_for_itself() {
        TestClocks strict = clocks("U", "40 days")
                .rule(
                        Stage.CHECKS,
                        Answer.NO_EFFECT,
                        "NO_GROUND",
                        situation -> situation.happening().event().equals("EXTENSION_GRANTED"));
        Lifecycle layers = clocks("T", "30 days").under(strict);
        Case now = after(layers, grant("03-09T09:00", "2026-04-20", FOR_BOTH), notice("03-09T10:00", FOR_BOTH));
        assertThat(limits(now))
                .containsExactly(
                        "T-D01 2026-04-01 SUPERSEDED",
                        "T-D02 2026-04-20 OPEN",
                        "T-D03 2026-03-10 OPEN",
                        "U-D01 2026-04-11 OPEN");
        assertThat(findings(now)).containsExactly("U NO_GROUND EXTENSION_GRANTED");
        assertThat(now.withoutEffect()).isEmpty();
        assertThat(findings(after(layers, grant("03-09T09:00", "2026-04-20", FOR_T))))
                .as("of a decision for another pack it has nothing to say")
                .isEmpty();
        assertThat(after(layers, grant("03-09T09:00", "2026-04-20", FOR_U)).withoutEffect())
                .hasSize(1);
    }

    @Test
    void a_guard_against_whoever_acts_is_not_loosened_by_naming_another_pack() {
        TestClocks guarded = clocks("U", "40 days")
                .rule(
                        Stage.CHECKS,
                        Answer.NO_EFFECT,
                        "BY_PARTY",
                        situation -> situation.happening().byParty());
        CaseEvent byParty = event(
                "03-09T09:00",
                "EXTENSION_GRANTED",
                "PARTY",
                Map.of("newLimit", "2026-04-20", "ground", "COMPLEX", "approvedBy", "LEADER", "pack", "T"));
        Case now = after(clocks("T", "30 days").under(guarded), byParty, notice("03-09T10:00", FOR_T));
        assertThat(limits(now)).contains("T-D01 2026-04-01 OPEN");
        assertThat(findings(now)).contains("U BY_PARTY EXTENSION_GRANTED");
    }

    @Test
    void an_order_moves_all_limits_or_those_that_it_names() {
        assertThat(limits(after(both(), order("03-12T09:00", NOBODY))))
                .containsExactly("T-D01 2026-04-11 OPEN", "U-D01 2026-04-21 OPEN");
        assertThat(limits(after(both(), order("03-12T09:00", FOR_U))))
                .containsExactly("T-D01 2026-04-01 OPEN", "U-D01 2026-04-21 OPEN");
        assertThat(limits(after(both(), order("03-12T09:00", Map.of("deadline", "T-D01")))))
                .containsExactly("T-D01 2026-04-11 OPEN", "U-D01 2026-04-11 OPEN");
    }

    @Test
    void a_pack_that_denies_an_order_denies_it_for_itself() {
        TestClocks strict = clocks("U", "40 days")
                .rule(
                        Stage.CHECKS,
                        Answer.NO_EFFECT,
                        "NO_GROUND",
                        situation -> situation.happening().event().equals("TIME_LEFT_OUT"));
        Case now = after(clocks("T", "30 days").under(strict), order("03-12T09:00", NOBODY));
        assertThat(limits(now)).containsExactly("T-D01 2026-04-11 OPEN", "U-D01 2026-04-11 OPEN");
        assertThat(findings(now)).containsExactly("U NO_GROUND TIME_LEFT_OUT");
    }

    @Test
    void one_that_names_neither_counts_where_the_limit_of_only_one_still_runs() {
        Lifecycle lifecycle = clocks("T", "10 days").under(clocks("U", "40 days"));
        Case value = after(
                lifecycle,
                event("03-03T09:00", "WITHDRAWAL_REQUESTED", "CUSTOMER", NOBODY),
                grant("03-04T10:00", "2026-04-20", NOBODY));
        assertThat(findings(value)).as("both run").anyMatch(each -> each.contains("EXT_NOT_ADDRESSED"));

        TestClocks contacted = TestClocks.none()
                .deadline("T-D01")
                .cell("end", "CONTACTED")
                .cell("limit", "30 days")
                .granted("T-D02")
                .cell("end", "CONTACTED")
                .extension("T-D01", "T-D02", "60 days");
        Case alone = after(
                contacted.under(clocks("U", "40 days")),
                event("03-03T09:00", "CONTACTED", "UNIT", NOBODY),
                grant("03-04T10:00", "2026-04-20", NOBODY),
                notice("03-04T11:00", NOBODY));
        assertThat(limits(alone)).contains("T-D01 2026-04-01 MET", "U-D02 2026-04-20 OPEN");
        assertThat(findings(alone)).isEmpty();
    }

    @Test
    void a_notice_that_names_neither_belongs_to_the_only_decision_that_waits_for_one() {
        Case value = after(both(), grant("03-04T10:00", "2026-04-20", FOR_U), notice("03-04T11:00", NOBODY));

        assertThat(limits(value)).contains("U-D02 2026-04-20 OPEN", "T-D01 2026-04-01 OPEN");
        assertThat(findings(value)).isEmpty();
    }

    @Test
    void the_ground_tells_whose_limit_is_meant_even_where_the_decision_has_a_fault() {
        Lifecycle lifecycle =
                clocks("T", "30 days").under(clocks("U", "40 days").grounds("BUSY"));
        CaseEvent tooLong =
                event("03-09T09:00", "EXTENSION_GRANTED", "LEADER", Map.of("newLimit", "2026-06-01", "ground", "BUSY"));

        assertThat(findings(after(lifecycle, tooLong))).containsExactly("U EXT_TOO_LONG U-D01");
    }

    @Test
    void of_several_packs_the_only_one_with_nothing_against_a_decision_takes_it() {
        Case now = after(both(), grant("03-09T09:00", "2026-04-05", NOBODY), notice("03-09T10:00", NOBODY));

        assertThat(limits(now)).contains("T-D02 2026-04-05 OPEN", "U-D01 2026-04-11 OPEN");
        assertThat(findings(now)).isEmpty();
    }

    @Test
    void a_pack_that_has_had_its_notice_waits_for_none_and_one_that_has_not_still_does() {
        Case now = after(
                both(),
                grant("03-04T10:00", "2026-04-20", FOR_T),
                notice("03-04T11:00", FOR_T),
                grant("03-05T10:00", "2026-04-25", FOR_U),
                event("03-05T11:00", "CONTACTED", "UNIT", NOBODY),
                notice("03-05T12:00", NOBODY));

        assertThat(limits(now)).contains("T-D02 2026-04-20 OPEN", "U-D02 2026-04-25 OPEN");
        assertThat(findings(now)).isEmpty();
    }

    @Test
    void a_fact_is_about_all_packs_whichever_it_names() {
        Case now = after(both(), event("03-09T09:00", "REPLIED_TO_CUSTOMER", "UNIT", FOR_U));

        assertThat(limits(now)).containsExactly("T-D01 2026-04-01 MET", "U-D01 2026-04-11 MET");
    }

    @Test
    void of_a_decision_that_chooses_no_pack_the_rules_do_not_see_what_it_is() {
        TestClocks watching = clocks("U", "40 days")
                .rule(
                        Stage.CHECKS,
                        Answer.FINDING,
                        "NO_GROUND",
                        situation -> situation.happening().event().equals("EXTENSION_GRANTED"));
        Lifecycle layers = clocks("T", "30 days").under(watching);
        CaseEvent unclear = grant("03-09T09:00", "2026-04-20", NOBODY);

        assertThat(findings(after(layers, grant("03-09T09:00", "2026-04-20", FOR_U))))
                .contains("U NO_GROUND EXTENSION_GRANTED");
        assertThat(findings(after(layers, unclear)))
                .containsExactly("T EXT_NOT_ADDRESSED T-D01", "U EXT_NOT_ADDRESSED U-D01");
        assertThat(layers.against(received(layers), unclear))
                .extracting(Reason::code)
                .containsOnly("EXT_NOT_ADDRESSED");
    }

    @Test
    void a_notice_that_only_one_pack_waited_for_is_seen_by_the_rules_of_that_pack_alone() {
        Case now = after(
                explaining("T", "30 days").under(explaining("U", "40 days")),
                grant("03-04T10:00", "2026-04-20", FOR_U),
                notice("03-04T11:00", NOBODY));

        assertThat(now.duties())
                .filteredOn(duty -> duty.code().equals("EXPLAIN"))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.demandedBy("U")).isTrue();
                    assertThat(duty.demandedBy("T")).isFalse();
                });
    }

    private static TestClocks explaining(String id, String limit) {
        return clocks(id, limit)
                .rule(
                        Stage.DUTIES,
                        Answer.DUTY,
                        "EXPLAIN",
                        situation -> situation.happening().event().equals("NOTE"));
    }

    @Test
    void of_a_decision_that_only_one_pack_can_take_the_rules_of_the_other_have_nothing_to_say() {
        TestClocks deaf = TestClocks.none()
                .deadline("T-D01")
                .cell("end", "CONTACTED")
                .cell("limit", "30 days")
                .granted("T-D02")
                .cell("end", "CONTACTED")
                .extension("T-D01", "T-D02", "60 days")
                .rule(
                        Stage.CHECKS,
                        Answer.FINDING,
                        "NO_GROUND",
                        situation -> situation.happening().event().equals("EXTENSION_GRANTED"));
        Lifecycle layers = deaf.under(clocks("U", "40 days"));
        CaseEvent grant = grant("03-04T10:00", "2026-04-20", NOBODY);
        Case contacted = after(layers, event("03-03T09:00", "CONTACTED", "UNIT", NOBODY));

        assertThat(layers.against(contacted, grant)).isEmpty();
        assertThat(findings(layers.handle(contacted, grant).now())).isEmpty();
        assertThat(layers.against(received(layers), grant("03-04T10:00", "2026-04-20", FOR_T)))
                .extracting(Reason::code)
                .containsExactly("NO_GROUND");
    }
}
