package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.fixture.TestBook.rule;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.decision.Amount;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Reason;
import org.complaintkit.decision.Stage;
import org.complaintkit.duty.Finding;
import org.complaintkit.fixture.TestBook;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.AccountRules;
import org.complaintkit.policy.AmountRule;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Formula;
import org.complaintkit.policy.MeasureRule;
import org.complaintkit.policy.NumberRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BooksTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final NumberRule BY_FORM = new NumberRule(
            "form",
            EventPattern.parse("FORM_RETURNED"),
            NumberRule.format("{yy}{MM}{seq:2}"),
            NumberRule.Restart.MONTH,
            "T-01",
            Basis.TEXT);

    private static AmountRule row(String id, String formula, String role) {
        return new AmountRule(id, "T-01", Basis.TEXT, Formula.parse(formula), role);
    }

    private static Lifecycle lifecycle(List<AmountRule> amounts, List<NumberRule> numbers, TestBook.Rule... own) {
        Map<String, AmountRule> byId = new LinkedHashMap<>();
        amounts.forEach(row -> byId.put(row.id(), row));
        MeasureRule measure = new MeasureRule("ERROR", "T-01", Basis.TEXT, "M-1", Map.of("en", "train"));
        AccountRules accounts = new AccountRules(byId, numbers, List.of(measure));
        List<TestBook.Rule> rules = new ArrayList<>(TestRules.all());
        rules.addAll(List.of(own));
        return new Lifecycle(
                List.of(new TestBook(TestPolicy.policy("T", false, accounts), rules)),
                CalendarRegistry.standard(),
                Organisation.UNKNOWN);
    }

    private static Lifecycle reckoning(AmountRule... rows) {
        TestBook.Rule[] asking = Stream.of(rows)
                .map(row -> rule("T-50 " + row.id(), Stage.ACCOUNTING, Answer.AMOUNT, row.id(), s -> true))
                .toArray(TestBook.Rule[]::new);
        return lifecycle(List.of(rows), List.of(), asking);
    }

    private static Complaint.Builder complaint() {
        return Complaint.received("C-1", MONDAY, "TELEPHONE").category("SERVICE");
    }

    private static CaseEvent event(String type, int minutes, Map<String, Object> data) {
        Instant at = MONDAY.plusSeconds(60L * minutes);
        return new CaseEvent(type + minutes, type, "UNIT", "", at, at, data);
    }

    private static Case lived(Lifecycle lifecycle, Complaint complaint, CaseEvent... events) {
        Case now = lifecycle.receive(complaint).now();
        for (CaseEvent event : events) {
            now = lifecycle.handle(now, event).now();
        }
        return now;
    }

    private static Map<String, String> amounts(Case value) {
        Map<String, String> amounts = new LinkedHashMap<>();
        for (Amount amount : value.account().amounts()) {
            amounts.put(amount.name(), amount.value().toPlainString());
        }
        return amounts;
    }

    @Test
    void what_was_paid_is_the_sum_and_what_was_said_last_is_the_last() {
        Lifecycle lifecycle = reckoning(
                row("paid", "sum(NOTE.amount)", ""),
                row("last", "NOTE.amount", ""),
                row("left", "max(0, given.requestedAmount - paid)", ""));
        Complaint complaint = complaint().given("requestedAmount", 100).build();

        assertThat(amounts(lived(lifecycle, complaint))).isEqualTo(Map.of("paid", "0", "left", "100"));
        Case now = lived(
                lifecycle,
                complaint,
                event("NOTE", 1, Map.of("amount", new BigDecimal("30.10"))),
                event("NOTE", 2, Map.of("reason", "no amount")),
                event("NOTE", 3, Map.of("amount", 20)));
        assertThat(amounts(now)).isEqualTo(Map.of("paid", "50.1", "last", "20", "left", "49.9"));
    }

    @Test
    void an_event_that_took_no_effect_pays_nothing() {
        Lifecycle lifecycle = reckoning(row("paid", "sum(EXTENSION_GRANTED.amount)", ""));

        Case now = lived(
                lifecycle,
                complaint().build(),
                event("EXTENSION_GRANTED", 1, Map.of("amount", 7)),
                event("EXTENSION_GRANTED", 2, Map.of("amount", 5, "ground", "COMPLEX")));

        assertThat(amounts(now)).isEqualTo(Map.of("paid", "5"));
    }

    @Test
    void cents_are_rounded_half_up_and_a_role_goes_with_the_amount() {
        Lifecycle lifecycle = reckoning(row("share", "claimedLoss * 70 / 300", "HEADQUARTERS"));

        Case now =
                lived(lifecycle, complaint().claimedLoss(new BigDecimal("0.15")).build());

        assertThat(amounts(now)).isEqualTo(Map.of("share", "0.04"));
        assertThat(now.account().amounts().get(0).role()).isEqualTo("HEADQUARTERS");
        assertThat(now.account().reasons()).anyMatch(reason -> reason.rule().equals("T-50 share"));
    }

    @Test
    void of_two_variants_the_higher_row_counts_and_others_reckon_with_it() {
        Lifecycle lifecycle = reckoning(
                row("cap/VIP", "{t.target} * 2", ""), row("cap", "{t.target}", ""), row("half", "cap / 2", ""));

        assertThat(amounts(lived(lifecycle, complaint().build()))).isEqualTo(Map.of("cap", "14", "half", "7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOTE.amount", "given.requestedAmount", "1 / claimedLoss", "self + 1", "given.formIssued"})
    void an_amount_whose_numbers_are_not_known_is_absent(String formula) {
        Lifecycle lifecycle = reckoning(row("self", formula, ""));

        assertThat(amounts(
                        lived(lifecycle, complaint().given("formIssued", "yes").build())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e30", "NaN", "7 days"})
    void an_amount_out_of_all_use_counts_as_none(String amount) {
        Lifecycle lifecycle = reckoning(row("last", "NOTE.amount", ""));

        assertThat(amounts(lived(lifecycle, complaint().build(), event("NOTE", 1, Map.of("amount", amount)))))
                .isEmpty();
    }

    @Test
    void an_amount_that_no_rule_asks_for_is_not_entered_and_each_has_its_own_reasons() {
        List<AmountRule> rows = List.of(row("asked", "1", ""), row("other", "2", ""), row("silent", "3", ""));
        Lifecycle lifecycle = lifecycle(
                rows,
                List.of(),
                rule("T-50 asked", Stage.ACCOUNTING, Answer.AMOUNT, "asked", s -> true),
                rule("T-51 other", Stage.ACCOUNTING, Answer.AMOUNT, "other", s -> true),
                rule("T-52 count", Stage.ACCOUNTING, Answer.COUNT, "silent", s -> true));

        Case now = lived(lifecycle, complaint().build());

        assertThat(amounts(now)).isEqualTo(Map.of("asked", "1", "other", "2"));
        assertThat(now.account().reasons())
                .extracting(Reason::rule)
                .containsExactlyInAnyOrder("T-50 asked", "T-51 other", "T-52 count");
    }

    @Test
    void a_running_number_may_be_nought() {
        assertThat(lived(
                                lifecycle(List.of(), List.of(BY_FORM)),
                                complaint().given("sequence", 0).build())
                        .register()
                        .number())
                .isEqualTo("260300");
    }

    @Test
    void the_first_pack_that_numbers_cases_numbers_this_one() {
        TestBook silent = new TestBook(TestPolicy.policy("T"), TestRules.all());
        AccountRules numbering = new AccountRules(Map.of(), List.of(BY_FORM), List.of());
        TestBook upper = new TestBook(TestPolicy.policy("U", false, numbering), TestRules.all());
        Lifecycle both = new Lifecycle(List.of(silent, upper), CalendarRegistry.standard(), Organisation.UNKNOWN);

        assertThat(lived(both, complaint().given("sequence", 7).build())
                        .register()
                        .number())
                .isEqualTo("260307");
    }

    @Test
    void a_case_counts_as_a_rule_says_and_carries_the_measures_against_its_causes() {
        Lifecycle lifecycle = lifecycle(
                List.of(),
                List.of(),
                rule(
                        "T-60 pending",
                        Stage.ACCOUNTING,
                        Answer.COUNT,
                        "PENDING",
                        s -> !s.standing().occurred().contains("REPLIED_TO_CUSTOMER")),
                rule(
                        "T-61 form",
                        Stage.ACCOUNTING,
                        Answer.SETTLED_ON,
                        "F-1",
                        s -> s.complaint().complainant().vip()));

        Case now = lived(lifecycle, complaint().causes(List.of("ERROR")).build());

        assertThat(now.account().countStatus()).isEqualTo("PENDING");
        assertThat(now.account().settledOn()).isEmpty();
        assertThat(now.measures()).containsExactly("M-1");
    }

    @Test
    void a_number_bears_the_day_of_its_event_and_before_it_that_of_the_receipt() {
        Lifecycle lifecycle = lifecycle(List.of(), List.of(BY_FORM));
        Instant february = Instant.parse("2026-02-28T15:59:59Z");
        Complaint complaint = Complaint.received("C-1", february, "TELEPHONE")
                .given("sequence", 7)
                .build();
        CaseEvent returned = CaseEvent.of("f", "FORM_RETURNED", "UNIT", february.plusSeconds(1));

        Case now = lived(lifecycle, complaint);
        assertThat(now.register().number()).isEqualTo("260207");
        now = lifecycle.handle(now, returned).now();

        assertThat(now.register().number()).isEqualTo("260307");
        assertThat(now.register().previousNumber()).isEmpty();
        assertThat(now.register().wanted()).isEmpty();
    }

    @Test
    void the_events_own_running_number_comes_before_the_complaints() {
        Lifecycle lifecycle = lifecycle(List.of(), List.of(BY_FORM));

        Case now = lived(
                lifecycle,
                complaint().given("sequence", 7).build(),
                event("FORM_RETURNED", 1, Map.of("sequence", 12)),
                event("NOTE", 2, Map.of("sequence", 99)));

        assertThat(now.register().number()).isEqualTo("260312");
    }

    @Test
    void without_a_running_number_one_is_wanted_once_the_event_has_happened() {
        Lifecycle lifecycle = lifecycle(List.of(), List.of(BY_FORM));
        Case now = lived(lifecycle, complaint().build());
        assertThat(now.register())
                .isEqualTo(Register.NONE.accounted(now.register().accounts()));

        now = lifecycle.handle(now, event("FORM_RETURNED", 1, Map.of())).now();
        assertThat(now.register().number()).isEmpty();
        assertThat(now.register().wanted()).isEqualTo("T/form/2026-03");
        now = lifecycle.handle(now, event("NOTE", 2, Map.of("sequence", 3))).now();

        assertThat(now.register().number()).isEqualTo("260303");
        assertThat(now.register().wanted()).isEmpty();
    }

    @Test
    void a_new_round_keeps_the_number_until_it_gets_one_of_its_own() {
        Lifecycle lifecycle = lifecycle(List.of(), List.of(BY_FORM));
        Case now = lived(
                lifecycle,
                complaint().given("sequence", 7).build(),
                event("REPLIED_TO_CUSTOMER", 1, Map.of()),
                event("REPEAT_RECEIVED", 2, Map.of()));
        assertThat(now.round()).isEqualTo(2);
        assertThat(now.register().number()).isEqualTo("260307");
        assertThat(now.register().previousNumber()).isEmpty();

        now = lifecycle
                .handle(now, event("FORM_RETURNED", 3, Map.of("sequence", 8)))
                .now();

        assertThat(now.register().number()).isEqualTo("260308");
        assertThat(now.register().previousNumber()).isEqualTo("260307");
    }

    @Test
    void a_running_number_too_large_for_its_width_is_a_finding_and_no_number() {
        Lifecycle lifecycle = lifecycle(List.of(), List.of(BY_FORM));

        Case now = lived(lifecycle, complaint().given("sequence", 100).build());

        assertThat(now.register().number()).isEmpty();
        assertThat(now.register().wanted()).isEmpty();
        assertThat(now.findings()).extracting(Finding::code).contains("NUMBER_OVERFLOW");
        assertThat(lived(lifecycle, complaint().given("sequence", 99).build()).findings())
                .extracting(Finding::code)
                .doesNotContain("NUMBER_OVERFLOW");
    }

    @Test
    void the_first_grade_is_kept() {
        Lifecycle lifecycle = lifecycle(
                List.of(),
                List.of(),
                rule(
                        "T-70 low",
                        Stage.GRADING,
                        Answer.GRADE,
                        "LOW",
                        s -> !s.standing().occurred().contains("GRADED")),
                rule(
                        "T-71 high",
                        Stage.GRADING,
                        Answer.GRADE,
                        "HIGH",
                        s -> s.standing().occurred().contains("GRADED")));

        Case now = lived(lifecycle, complaint().build(), event("GRADED", 1, Map.of()));

        assertThat(now.decision().grade()).isEqualTo("HIGH");
        assertThat(now.register().initialGrade()).isEqualTo("LOW");
    }

    @Test
    void an_approver_is_never_the_party() {
        Lifecycle lifecycle = lifecycle(
                List.of(),
                List.of(),
                rule("T-80 leader", Stage.RESPONSIBILITY, Answer.APPROVER, "LEADER", s -> true),
                rule("T-81 party", Stage.RESPONSIBILITY, Answer.APPROVER, "PARTY", s -> true));

        assertThat(lived(lifecycle, complaint().build()).decision().approver()).isEqualTo("LEADER");
    }

    private static Map<String, String> last(String amount) {
        return amounts(lived(
                reckoning(row("last", "NOTE.amount", "")),
                complaint().build(),
                event("NOTE", 1, Map.of("amount", amount))));
    }

    @Test
    void an_amount_counts_up_to_what_is_of_use_and_not_beyond() {
        String most = "1" + "0".repeat(18);
        assertThat(last(most)).isEqualTo(Map.of("last", most));
        assertThat(last(most + ".01")).isEmpty();
        assertThat(last("0." + "0".repeat(39) + "1")).isEqualTo(Map.of("last", "0"));
        assertThat(last("0." + "0".repeat(40) + "1")).isEmpty();
        assertThat(last("1." + "0".repeat(38) + "1")).isEqualTo(Map.of("last", "1"));
        assertThat(last("10." + "0".repeat(38) + "1")).isEmpty();
        assertThat(last("0".repeat(79) + "7")).isEqualTo(Map.of("last", "7"));
        assertThat(last("0".repeat(80) + "7")).isEmpty();
    }
}
