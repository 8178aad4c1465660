package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.complaintkit.fixture.Indicators;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.complaintkit.policy.AccountRules;
import org.complaintkit.policy.AmountRule;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an erasure takes out of what was told, and what it leaves. */
class LastingTest {
    private static final AmountRule PAID = new AmountRule(
            "paid", "T-01", Basis.TEXT, Formula.parse("sum(PAYMENT_MADE.paid) + given.share + claimedLoss"), "");
    private static final Lasting LASTING = Lasting.of(List.of(
            Indicators.policy("COUNT; BY_PRODUCT", "COUNT; given.segment", "LOSS_AMOUNT; ; ; given.refund"),
            TestPolicy.policy("U", false, new AccountRules(Map.of("paid", PAID), List.of(), List.of()))));

    private static Object said(String type, String key, Object value) {
        CaseEvent event = new CaseEvent("e", type, "UNIT", "p", Instant.EPOCH, Instant.EPOCH, Map.of(key, value));
        return LASTING.of(event).data().get(key);
    }

    private static Object said(String key, Object value) {
        return said("NOTE", key, value);
    }

    private static Object given(String name, Object value) {
        return LASTING.of(Complaint.received("C-1", Instant.EPOCH, "LETTER")
                        .given(name, value)
                        .build())
                .given()
                .get(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mrs Li",
                "li",
                "ZHANG",
                "BIRDSONG_WANG",
                "E12345678",
                "13800138000",
                "+8613800138000",
                "138-0013-8000",
                "0571-88001234",
                "2345 6789",
                "2026-0001",
                "4711",
                "11010119900307771X",
                "88 Birdsong Road",
                "1990-03-07",
                "1990/03/07",
                "2026-03-02T09:00:00+08:00 Li",
                "SERVICE=5",
            })
    void what_no_table_reads_goes_whatever_it_looks_like(String words) {
        assertThat(said("note", words)).isEqualTo(Personal.ERASED);
        assertThat(said("reason", List.of("OURS", words))).isEqualTo(List.of("OURS", Personal.ERASED));
        assertThat(given("note", words)).isEqualTo(Personal.ERASED);
        assertThat(given("attachments", List.of(words, true))).isEqualTo(List.of(Personal.ERASED, true));
    }

    @Test
    void a_number_stays_where_a_number_is_read_and_is_a_telephone_elsewhere() {
        for (Object number : List.<Object>of(new BigDecimal("13800138000"), "13800138000", "1200000.50")) {
            assertThat(said("amount", number)).isNotEqualTo(Personal.ERASED);
            for (String key : List.of("count", "round", "sequence")) {
                assertThat(said(key, number)).as(key).isEqualTo(Personal.ERASED);
                assertThat(said(key, "120")).as(key).isEqualTo("120");
                assertThat(said(key, new BigDecimal("999999"))).as(key).isNotEqualTo(Personal.ERASED);
                assertThat(said(key, "23456789")).as(key).isEqualTo(Personal.ERASED);
            }
            for (String name : List.of("sequence", "requestedAmount", "representatives", "share", "refund")) {
                assertThat(given(name, number)).as(name).isEqualTo(number);
            }
            assertThat(said("PAYMENT_MADE", "paid", number)).isNotEqualTo(Personal.ERASED);
            assertThat(said("phone", number)).isEqualTo(Personal.ERASED);
            assertThat(said("NOTE", "paid", number)).isEqualTo(Personal.ERASED);
            assertThat(given("phone", number)).isEqualTo(Personal.ERASED);
        }
        assertThat(given("account", 6222_0212_3456_7890L)).isEqualTo(Personal.ERASED);
        assertThat(said("amount", "some 500 yuan, said Li")).isEqualTo(Personal.ERASED);
        assertThat(said("amount", "1380013800013800138000138001380013800013800"))
                .isEqualTo(Personal.ERASED);
    }

    @Test
    void codes_of_the_vocabulary_and_words_of_conditions_stay() {
        for (String code : List.of("OURS", "T-D01", "T-E03", "EXPLAIN", "F-1", "CAUSE_FOUND", "U", "VERY_SATISFIED")) {
            assertThat(said("any", code)).isEqualTo(code);
            assertThat(given("any", code)).isEqualTo(code);
        }
        assertThat(said("MEDIA_EVENT", "kind", "CONTACT")).isEqualTo("CONTACT");
        assertThat(said("NOTE", "kind", "CONTACT")).isEqualTo(Personal.ERASED);
        assertThat(said("reason", "overrun")).as("as T-D07 compares").isEqualTo("overrun");
        assertThat(said("note", "overrun")).isEqualTo(Personal.ERASED);
        assertThat(given("signals", List.of("SERVICE=5", "ZHANG=5", "SERVICE=13800138000")))
                .isEqualTo(List.of("SERVICE=5", Personal.ERASED, Personal.ERASED));
    }

    @Test
    void a_field_of_a_form_stays_by_its_code_in_whatever_words_it_was_told() {
        for (String key : List.of("fields", "elements")) {
            assertThat(said(key, List.of("Cause found (Mrs Li)", "measures", "CAUSE_FOUND", "Mrs Li")))
                    .isEqualTo(List.of("CAUSE_FOUND", "MEASURES", "CAUSE_FOUND", Personal.ERASED));
        }
        assertThat(said("note", "cause found")).isEqualTo(Personal.ERASED);
    }

    @Test
    void a_day_stays_where_a_table_reads_one() {
        assertThat(said("TIME_LEFT_OUT", "from", "2026-03-02")).isEqualTo("2026-03-02");
        assertThat(said("TIME_LEFT_OUT", "to", "2026-03-02T09:00:00+08:00")).isEqualTo("2026-03-02T09:00:00+08:00");
        assertThat(said("TIME_LEFT_OUT", "to", "the wedding of Li")).isEqualTo(Personal.ERASED);
        assertThat(said("NOTE", "from", "1990-03-07")).isEqualTo(Personal.ERASED);
        assertThat(given("born", LocalDate.of(1990, 3, 7))).isEqualTo(Personal.ERASED);
    }

    @Test
    void an_identifier_stays_where_reports_count_by_it() {
        assertThat(said("RESPONSIBILITY_DETERMINED", "unit", "Outlet-12")).isEqualTo("Outlet-12");
        assertThat(said("RESPONSIBILITY_DETERMINED", "unit", "the desk of Li Wei"))
                .isEqualTo(Personal.ERASED);
        assertThat(said("RESPONSIBILITY_DETERMINED", "team", "Outlet-12")).isEqualTo(Personal.ERASED);
        assertThat(said("NOTE", "unit", "Outlet-12")).isEqualTo(Personal.ERASED);
        assertThat(given("product", "CARD-7")).isEqualTo("CARD-7");
        assertThat(given("segment", "retail")).isEqualTo("retail");
        assertThat(given("segment", "the daughter of Li")).isEqualTo(Personal.ERASED);
        assertThat(Lasting.of(List.of(TestPolicy.policy()))
                        .of(Complaint.received("C-1", Instant.EPOCH, "LETTER")
                                .given("product", "CARD-7")
                                .build())
                        .given())
                .as("no report of this policy counts by products")
                .containsEntry("product", Personal.ERASED);
    }

    @Test
    void flags_stay_and_so_does_the_name_of_a_field_and_no_other_key() {
        assertThat(said("told", true)).isEqualTo(true);
        assertThat(said("told", "false")).isEqualTo("false");
        assertThat(said("line2", "x")).isEqualTo(Personal.ERASED);
        for (String key : List.of("ZHANG", "Zhang Birdsong", "13800138000", "phone13800138000", "\u738b\u91d1")) {
            assertThat(said(key, true)).as(key).isNull();
            assertThat(given(key, true)).as(key).isNull();
        }
    }

    @Test
    void what_a_merger_says_of_the_other_case_stays() {
        assertThat(said("CASE_JOINED", "from", "case 1 of 2026")).isEqualTo("case 1 of 2026");
        assertThat(said("CASE_JOINED", "limits", List.of("T=2026-03-09"))).isEqualTo(List.of("T=2026-03-09"));
        assertThat(said("CASE_MERGED", "into", "C-2")).isEqualTo("C-2");
        assertThat(said("CASE_MERGED", "reason", "Li again")).isEqualTo(Personal.ERASED);
    }

    @Test
    void an_erased_event_keeps_what_happened_when_and_who_of_the_staff_acted() {
        CaseEvent event =
                new CaseEvent("e", "NOTE", "UNIT", "p", Instant.EPOCH, Instant.EPOCH.plusSeconds(1), Map.of("n", "Li"));
        CaseEvent erased = LASTING.of(event);

        assertThat(erased)
                .isEqualTo(new CaseEvent(
                        "e",
                        "NOTE",
                        "UNIT",
                        "p",
                        Instant.EPOCH,
                        Instant.EPOCH.plusSeconds(1),
                        Map.of("n", Personal.ERASED)));
        assertThat(LASTING.of(erased)).isEqualTo(erased);
    }
}
