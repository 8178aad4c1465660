package org.complaintkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.fixture.Indicators;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.Policy;
import org.junit.jupiter.api.Test;

class ReportContentTest {
    private static final Instant END = Instant.parse("2026-04-30T01:00:00Z");
    private static final Lifecycle LIFECYCLE =
            new Lifecycle(List.of(TestRules.book()), CalendarRegistry.standard(), Organisation.UNKNOWN);
    private static final ReportPeriod MARCH = ReportPeriod.parse("2026-03");

    /** Of March: one answered in time, one late, one open; of February: one in time. */
    private static final List<Case> CASES = List.of(
            life(
                    complaint("a", "2026-03-02", "TELEPHONE").category("SERVICE"),
                    answered(1, "SATISFIED", "OURS", "Outlet 1")),
            life(
                    complaint("b", "2026-03-09", "LETTER").category("PRODUCT"),
                    answered(40, "DISSATISFIED_LEVEL", "OURS", "")),
            life(complaint("c", "2026-03-31", "TELEPHONE").category("SERVICE"), List.of(), "2026-04-01T00:00:00Z"),
            life(
                    complaint("d", "2026-02-03", "TELEPHONE").category("SERVICE"),
                    answered(1, "NOT_OBTAINED", "THEIRS", "")));

    private static Complaint.Builder complaint(String id, String day, String channel) {
        return Complaint.received(id, Instant.parse(day + "T01:00:00Z"), channel)
                .claimedLoss(new BigDecimal("10.50"))
                .causes(List.of("ERROR"))
                .given("product", "Card")
                .given("quantity", 2)
                .about("Outlet 9", "teller-7");
    }

    private record Said(int days, String type, String by, Map<String, Object> data) {}

    private static List<Said> answered(int days, String level, String outcome, String unit) {
        return List.of(
                new Said(0, "RESPONSIBILITY_DETERMINED", "UNIT", Map.of("outcome", outcome, "unit", unit)),
                new Said(days, "REPLIED_TO_CUSTOMER", days > 1 ? "PARTY" : "UNIT", Map.of()),
                new Said(days, "FOLLOWED_UP", "UNIT", Map.of("level", level)),
                new Said(days + 1, "CLOSED_EVENT", "UNIT", Map.of()));
    }

    private static Case life(Complaint.Builder complaint, List<Said> said) {
        return life(complaint, said, END.toString());
    }

    private static Case life(Complaint.Builder complaint, List<Said> said, String end) {
        Complaint built = complaint.build();
        Case now = LIFECYCLE.receive(built).now();
        int hours = 1;
        for (Said each : said) {
            Instant at = built.receivedAt().plus(Duration.ofDays(each.days())).plus(Duration.ofHours(hours++));
            now = LIFECYCLE
                    .handle(now, new CaseEvent("e" + hours, each.type(), each.by(), "", at, at, each.data()))
                    .now();
        }
        return LIFECYCLE.asOf(now, Instant.parse(end));
    }

    private static IndicatorValue value(String row, ReportPeriod period) {
        return ReportContent.of(Indicators.policy(row), period, CASES.stream())
                .indicators()
                .get(0);
    }

    private static String total(String row) {
        Measured total = value(row, MARCH).total();
        return total.part() + "/" + total.whole() + " " + total.value();
    }

    private static List<String> groups(String row) {
        return value(row, MARCH).groups().stream()
                .map(group -> group.code() + " " + group.cases() + " "
                        + group.measured().value())
                .toList();
    }

    @Test
    void cases_are_counted_apart_by_what_is_asked() {
        assertThat(total("COUNT")).isEqualTo("3/3 3");
        assertThat(groups("COUNT; BY_TYPE")).containsExactly("PRODUCT 1 1", "SERVICE 2 2");
        assertThat(groups("COUNT; BY_SOURCE")).containsExactly("LETTER 1 1", "TELEPHONE 2 2");
        assertThat(groups("COUNT; BY_OUTCOME")).containsExactly(" 1 1", "OURS 2 2");
        assertThat(groups("COUNT; BY_CAUSE")).containsExactly("ERROR 3 3");
        assertThat(groups("COUNT; BY_PRODUCT")).containsExactly("Card 3 3");
        assertThat(groups("COUNT; given.quantity")).containsExactly("2 3 3");
        assertThat(groups("COUNT; BY_SATISFACTION")).containsExactly(" 1 1", "DISSATISFIED_LEVEL 1 1", "SATISFIED 1 1");
        assertThat(groups("COUNT; BY_CLASS")).containsExactly("COMPLEX 1 1", "GENERAL 2 2");
        assertThat(groups("COUNT; BY_OWNER")).containsExactly("UNIT 3 3");
    }

    @Test
    void the_unit_found_responsible_comes_before_the_one_complained_about() {
        assertThat(groups("COUNT; BY_UNIT")).containsExactly("Outlet 9 3 3");
        List<Case> cases =
                List.of(life(complaint("a", "2026-03-02", "TELEPHONE"), answered(1, "SATISFIED", "OURS", "OUTLET-1")));
        assertThat(ReportContent.of(Indicators.policy("COUNT; BY_UNIT"), MARCH, cases.stream())
                        .indicators()
                        .get(0)
                        .groups())
                .extracting(IndicatorValue.Group::code)
                .containsExactly("OUTLET-1");
    }

    @Test
    void timeliness_is_judged_where_it_is_certain() {
        assertThat(total("ON_TIME_RATE")).isEqualTo("1/2 0.5000");
        assertThat(total("OVERDUE_RATE")).isEqualTo("1/3 0.3333");
        assertThat(groups("ON_TIME_RATE; BY_SOURCE")).containsExactly("LETTER 1 0.0000", "TELEPHONE 2 1.0000");
    }

    @Test
    void the_clocks_that_an_event_ends_are_judged_one_by_one() {
        assertThat(total("ON_TIME_RATE; ; REPLIED_TO_CUSTOMER")).isEqualTo("1/2 0.5000");
        assertThat(total("ON_TIME_RATE; ; FOLLOWED_UP")).isEqualTo("2/2 1.0000");
        assertThat(total("ON_TIME_RATE; ; MEDIA_EVENT")).isEqualTo("0/0 null");
    }

    @Test
    void who_could_not_be_asked_is_no_answer() {
        assertThat(total("SATISFACTION_RATE")).isEqualTo("1/2 0.5000");
        assertThat(value("SATISFACTION_RATE", ReportPeriod.parse("2026-02")).total())
                .isEqualTo(Measured.rate(0, 0));
        assertThat(value("SECOND_SATISFACTION_RATE", ReportPeriod.parse("2026-02"))
                        .total())
                .isEqualTo(Measured.rate(0, 1));
        assertThat(total("SECOND_SATISFACTION_RATE")).isEqualTo("1/2 0.5000");
        assertThat(total("SATISFACTION_RATE; ; FOLLOWED_UP[by=CUSTOMER]")).isEqualTo("0/0 null");
    }

    @Test
    void a_breach_that_a_rule_found_is_improper_handling() {
        assertThat(total("IMPROPER_HANDLING_RATE")).isEqualTo("1/3 0.3333");
    }

    @Test
    void selected_cases_are_told_among_all() {
        assertThat(total("COUNT; BY_SOURCE=LETTER|MEDIA")).isEqualTo("1/3 1");
        assertThat(total("COUNT; BY_SOURCE=LETTER BY_OUTCOME=THEIRS")).isEqualTo("0/3 0");
        assertThat(value("COUNT; BY_SOURCE=MEDIA;;;;0", MARCH).onTarget()).contains(true);
        assertThat(value("COUNT; BY_SOURCE=LETTER;;;;0", MARCH).onTarget()).contains(false);
        assertThat(value("ON_TIME_RATE;;;;;>= 0.5", MARCH).onTarget()).contains(true);
        assertThat(value("ON_TIME_RATE;;MEDIA_EVENT;;;>= 0.5", MARCH).onTarget())
                .isEmpty();
    }

    @Test
    void sums_and_rates_per_million_are_reckoned_from_what_is_named() {
        assertThat(total("LOSS_AMOUNT")).isEqualTo("3/3 31.5");
        assertThat(total("LOSS_AMOUNT; ; ; given.quantity")).isEqualTo("3/3 6");
        assertThat(total("LOSS_AMOUNT; ; ; given.weight")).isEqualTo("0/3 0");
        assertThat(total("RATE_PER_MILLION; ; ; t.target")).isEqualTo("3/7 428571.4286");
    }

    @Test
    void the_largest_come_first_with_their_share_and_growth() {
        assertThat(groups("COUNT; BY_TYPE; ; ; 1")).containsExactly("SERVICE 2 2");
        IndicatorValue.Group largest =
                value("COUNT; BY_TYPE; ; ; 1", MARCH).groups().get(0);
        assertThat(largest.share()).isEqualTo("0.6667");
        assertThat(largest.previous().value()).isEqualTo("1");
        assertThat(largest.measured().growth(largest.previous())).isEqualTo("1.0000");
    }

    @Test
    void a_trend_shows_each_part_of_the_period_and_the_part_before() {
        List<IndicatorValue.Group> parts =
                value("COUNT; BY_PERIOD", ReportPeriod.parse("2026-Q1")).groups();

        assertThat(parts).extracting(IndicatorValue.Group::code).containsExactly("2026-01", "2026-02", "2026-03");
        assertThat(parts).extracting(IndicatorValue.Group::cases).containsExactly(0L, 1L, 3L);
        assertThat(parts.get(2).previous()).isEqualTo(Measured.count(1, 0));
    }

    @Test
    void a_case_belongs_to_the_period_of_its_closing_where_closed_ones_are_asked_for() {
        assertThat(value("COUNT; BY_TYPE;;;;; CLOSED", ReportPeriod.parse("2026-04"))
                        .groups())
                .extracting(IndicatorValue.Group::code)
                .containsExactly("PRODUCT");
    }

    @Test
    void a_report_holds_its_own_indicators_and_those_of_none() {
        Policy policy = Indicators.policy("COUNT;;;;;;;T-R01", "COUNT; BY_TYPE;;;;;;T-R03", "COUNT; BY_SOURCE");

        assertThat(ReportContent.of(policy, MARCH, CASES.stream()).indicators())
                .extracting(value -> value.rule().report())
                .containsExactly("T-R01", "");
        assertThat(ReportContent.of(policy, ReportPeriod.parse("2026"), CASES.stream())
                        .indicators())
                .hasSize(1);
        assertThat(ReportContent.special(policy, ReportPeriod.parse("2026-W10"), CASES.stream())
                        .indicators())
                .hasSize(3);
    }

    @Test
    void cases_of_another_policy_are_left_out() {
        Policy other = TestPolicy.policy("U", false, Indicators.policy("COUNT").accounts());

        assertThat(ReportContent.of(other, MARCH, CASES.stream())
                        .indicators()
                        .get(0)
                        .total())
                .isEqualTo(Measured.count(0, 0));
    }

    @Test
    void the_table_has_a_line_for_the_total_and_one_for_each_group() {
        List<Case> cases = new ArrayList<>(CASES);
        cases.add(life(complaint("f", "2026-03-04", "LETTER").given("product", "=HYPERLINK(\"x\",1)"), List.of()));
        String csv = ReportCsv.write(
                ReportContent.of(Indicators.policy("COUNT; BY_PRODUCT;;;;<= 9"), MARCH, cases.stream()),
                TestPolicy.policy().vocabulary(),
                Locale.ENGLISH);

        assertThat(csv.lines())
                .containsExactly(
                        "pack,period,report,indicator,label,cases,selected,by,code,code_label,number,share,part,whole,value,"
                                + "previous,growth,target,on_target,clause,basis",
                        "T 1.0.0,2026-03,,I_COUNT,I_COUNT,RECEIVED,,,,,,,4,4,4,1,3.0000,<= 9,true,T-01,TEXT",
                        "T 1.0.0,2026-03,,I_COUNT,I_COUNT,RECEIVED,,BY_PRODUCT,\"'=HYPERLINK(\"\"x\"\",1)\",\"'=HYPERLINK(\"\"x\"\",1)\","
                                + "1,0.2500,1,4,1,0,,,,T-01,TEXT",
                        "T 1.0.0,2026-03,,I_COUNT,I_COUNT,RECEIVED,,BY_PRODUCT,Card,Card,3,0.7500,3,4,3,1,2.0000,,,T-01,TEXT");
    }
}
