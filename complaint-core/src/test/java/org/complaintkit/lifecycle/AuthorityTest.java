package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.decision.Reason;
import org.complaintkit.duty.Finding;
import org.complaintkit.fixture.TestGuards;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.AuthorityRule;
import org.complaintkit.policy.AuthorityRule.Sum;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Formula;
import org.complaintkit.policy.Safeguards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the authority of somebody reaches. */
class AuthorityTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private static AuthorityRule rung(String role, String upTo, Sum sum, String when, boolean takesEffect) {
        return new AuthorityRule(
                EventPattern.parse("NOTE[kind!=MAJOR]"),
                role,
                upTo.isEmpty() ? null : Formula.parse(upTo),
                sum,
                when,
                takesEffect,
                "NO_GROUND",
                "T-07",
                Basis.READING);
    }

    private static Lifecycle lifecycle(AuthorityRule... ladder) {
        Safeguards safeguards = new Safeguards(Arrays.asList(ladder), List.of());
        return new Lifecycle(
                List.of(TestGuards.book(safeguards, false)), CalendarRegistry.standard(), Organisation.UNKNOWN);
    }

    private static Case received(Lifecycle lifecycle, String label) {
        return lifecycle
                .receive(Complaint.received("c", MONDAY, "TELEPHONE")
                        .category("SERVICE")
                        .claimedLoss(new BigDecimal("70"))
                        .facts(label.isEmpty() ? List.of() : List.of(label))
                        .build())
                .now();
    }

    private static CaseEvent act(int minute, String by, Map<String, Object> data) {
        Instant at = MONDAY.plusSeconds(60L * minute);
        return new CaseEvent("e" + minute, "NOTE", by, "", at, at, data);
    }

    @ParameterizedTest
    @CsvSource({
        "UNIT, 10, true",
        "UNIT, 10.01, false",
        "LEADER, 49, true",
        "LEADER, 50, false",
        "REGULATOR, 1000000, true",
        "FRONT, 0, false",
        "'', 1000000, true"
    })
    void each_role_has_its_rung_and_a_role_without_one_has_no_authority(String by, String amount, boolean within) {
        Lifecycle lifecycle = lifecycle(
                rung("UNIT", "{t.target} + 3", Sum.EACH, "", false),
                rung("LEADER", "49", Sum.EACH, "", false),
                rung("LEADER", "20", Sum.EACH, "", false),
                rung("REGULATOR", "", Sum.EACH, "", false));
        CaseEvent act = act(1, by, Map.of("amount", amount));
        Case before = received(lifecycle, "");

        assertThat(lifecycle.against(before, act).isEmpty()).isEqualTo(within);
        Outcome outcome = lifecycle.handle(before, act);
        assertThat(outcome.effective()).isEqualTo(within);
        assertThat(outcome.findings()).extracting(Finding::code).isEqualTo(within ? List.of() : List.of("NO_GROUND"));
    }

    @Test
    void what_is_found_cites_the_rung_that_reaches_farthest() {
        Lifecycle lifecycle =
                lifecycle(rung("LEADER", "20", Sum.EACH, "", true), rung("LEADER", "49", Sum.EACH, "", true));
        Case before = received(lifecycle, "");
        CaseEvent act = act(1, "LEADER", Map.of("amount", 50));

        assertThat(lifecycle.against(before, act))
                .containsExactly(new Reason(
                        "authority",
                        "NO_GROUND",
                        "authority of LEADER up to 49",
                        "T-07",
                        Basis.READING,
                        before.packs().get(0).label()));
        Outcome outcome = lifecycle.handle(before, act);
        assertThat(outcome.effective()).isTrue();
        assertThat(outcome.findings())
                .containsExactly(new Finding(
                        "T", "NO_GROUND", "NOTE", "authority of LEADER", "T-07", Basis.READING, act.occurredAt()));
    }

    @Test
    void an_act_that_names_no_amount_is_held_against_the_amount_at_stake() {
        Lifecycle narrow = lifecycle(rung("LEADER", "69.99", Sum.EACH, "", false));
        Lifecycle wide = lifecycle(rung("LEADER", "70", Sum.EACH, "", false));

        assertThat(narrow.against(received(narrow, ""), act(1, "LEADER", Map.of())))
                .hasSize(1);
        assertThat(wide.against(received(wide, ""), act(1, "LEADER", Map.of()))).isEmpty();
    }

    @Test
    void a_total_adds_up_and_a_label_lifts_it_for_everybody() {
        Lifecycle lifecycle = lifecycle(
                rung(AuthorityRule.ANYBODY, "50", Sum.TOTAL, "", true),
                rung(AuthorityRule.ANYBODY, "100", Sum.TOTAL, "DIFFICULT", true));
        Case plain = lifecycle
                .handle(received(lifecycle, ""), act(1, "FRONT", Map.of("amount", 30)))
                .now();
        Case difficult = lifecycle
                .handle(received(lifecycle, "DIFFICULT"), act(1, "FRONT", Map.of("amount", 30)))
                .now();

        assertThat(lifecycle.against(plain, act(2, "", Map.of("amount", 20)))).isEmpty();
        assertThat(lifecycle.against(plain, act(2, "", Map.of("amount", 21)))).hasSize(1);
        assertThat(lifecycle.against(difficult, act(2, "UNIT", Map.of("amount", 70))))
                .isEmpty();
        assertThat(lifecycle.against(difficult, act(2, "UNIT", Map.of("amount", 71))))
                .hasSize(1);
    }

    @Test
    void an_act_that_no_ladder_is_about_needs_no_authority() {
        Lifecycle lifecycle = lifecycle(rung("LEADER", "1", Sum.EACH, "", false));

        assertThat(lifecycle.against(received(lifecycle, ""), act(1, "UNIT", Map.of("amount", 9, "kind", "MAJOR"))))
                .isEmpty();
    }
}
