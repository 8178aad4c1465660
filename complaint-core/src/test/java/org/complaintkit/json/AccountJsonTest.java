package org.complaintkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.fixture.TestBook.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.fixture.TestBook;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.AccountRules;
import org.complaintkit.policy.AmountRule;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Formula;
import org.junit.jupiter.api.Test;

/** What the books of a case look like outside. */
class AccountJsonTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private static Lifecycle lifecycle() {
        AmountRule penalty = new AmountRule("penalty/50", "T-01", Basis.TEXT, Formula.parse("50"), "LEADER");
        AmountRule loss = new AmountRule("loss", "T-01", Basis.TEXT, Formula.parse("claimedLoss"), "");
        AccountRules accounts = new AccountRules(Map.of("penalty/50", penalty, "loss", loss), List.of(), List.of());
        List<TestBook.Rule> rules = new ArrayList<>(TestRules.all());
        rules.add(rule("T-50 penalty", Stage.ACCOUNTING, Answer.AMOUNT, "penalty/50", s -> true));
        rules.add(rule("T-51 loss", Stage.ACCOUNTING, Answer.AMOUNT, "loss", s -> true));
        rules.add(rule("T-52 counts", Stage.ACCOUNTING, Answer.COUNT, "COMPLAINT", s -> true));
        rules.add(rule(
                "T-53 form",
                Stage.ACCOUNTING,
                Answer.SETTLED_ON,
                "F-1",
                s -> s.complaint().facts().contains("EASY")));
        return new Lifecycle(
                List.of(new TestBook(TestPolicy.policy("T", false, accounts), rules)),
                CalendarRegistry.standard(),
                Organisation.UNKNOWN);
    }

    private static JsonNode json(Case value) throws Exception {
        return Json.MAPPER.readTree(CaseJson.write("q", value, TestPolicy.ZONE));
    }

    @Test
    void amounts_are_plain_numbers_and_the_outcome_stands_beside_the_count_once_it_is_known() throws Exception {
        Complaint complaint = Complaint.received("C-1", MONDAY, "TELEPHONE")
                .category("SERVICE")
                .claimedLoss(new BigDecimal("8000.50"))
                .build();
        Case now = lifecycle().receive(complaint).now();

        assertThat(json(now).get("statistics")).hasToString("{\"countStatus\":\"COMPLAINT\"}");
        assertThat(json(now).get("amounts").get("penalty")).hasToString("50");
        assertThat(json(now).get("amounts").get("penaltyRole").asText()).isEqualTo("LEADER");
        assertThat(json(now).get("amounts").get("loss")).hasToString("8000.5");
        assertThat(json(now).get("case").asBoolean()).isTrue();
        assertThat(json(now).get("reasons").toString()).contains("T-50 penalty", "T-52 counts");
        CaseEvent determined = new CaseEvent(
                "e",
                "RESPONSIBILITY_DETERMINED",
                "UNIT",
                "",
                MONDAY.plusSeconds(1),
                MONDAY.plusSeconds(1),
                Map.of("outcome", "OURS"));
        assertThat(json(lifecycle().handle(now, determined).now()).get("statistics"))
                .hasToString("{\"countStatus\":\"COMPLAINT\",\"outcome\":\"OURS\"}");
    }

    @Test
    void what_is_settled_on_a_form_is_no_case() throws Exception {
        Complaint complaint = Complaint.received("C-1", MONDAY, "TELEPHONE")
                .category("SERVICE")
                .facts(List.of("EASY"))
                .build();

        JsonNode json = json(lifecycle().receive(complaint).now());

        assertThat(json.get("case").asBoolean()).isFalse();
        assertThat(json.get("form").asText()).isEqualTo("F-1");
    }
}
