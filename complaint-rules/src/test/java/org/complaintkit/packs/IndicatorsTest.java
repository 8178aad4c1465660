package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.json.ReportJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.Policy;
import org.complaintkit.report.IndicatorValue;
import org.complaintkit.report.ReportContent;
import org.complaintkit.report.ReportCsv;
import org.complaintkit.report.ReportPeriod;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reports of the shipped packs hold. */
class IndicatorsTest {
    private static final Instant SUNDAY = Instant.parse("2026-03-01T01:00:00Z");

    /** Others the plan does not count (ITB-13). */
    private static final List<String> CAUSED = List.of("GO_LIVE_CAUSED");

    private static Packs packs;

    @BeforeAll
    static void load() {
        packs = Packs.shipped();
    }

    @AfterAll
    static void close() {
        packs.close();
    }

    static Set<String> packs() {
        return packs.ids();
    }

    private static List<Case> received(String pack, List<String> categories, String... channels) {
        ComplaintDesk desk = ComplaintDesk.under(packs.get(pack))
                .clock(Clock.fixed(SUNDAY, packs.get(pack).policy().zone()))
                .open();
        List<Case> cases = new ArrayList<>();
        for (String channel : channels) {
            String id = "C-" + cases.size();
            Complaint complaint = Complaint.received(id, SUNDAY, channel)
                    .categories(categories)
                    .given("confirmedByLine", true)
                    .build();
            cases.add(desk.receive(complaint).now());
        }
        return cases;
    }

    private static IndicatorValue value(ReportContent content, String indicator) {
        return content.indicators().stream()
                .filter(value -> value.rule().indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_indicator_is_reckoned_and_named_in_three_languages(String pack) {
        Policy policy = packs.get(pack).policy();
        ReportContent content = ReportContent.special(policy, ReportPeriod.parse("2026-03"), Stream.empty());

        assertThat(content.indicators()).hasSameSizeAs(policy.accounts().indicators());
        assertThat(ReportJson.write(content)).contains("\"2026-03-31\"");
        assertThat(ReportCsv.write(content, policy.vocabulary(), Locale.TRADITIONAL_CHINESE)
                        .lines())
                .hasSizeGreaterThan(content.indicators().size());
        assertThat(content.indicators())
                .allSatisfy(value -> assertThat(policy.vocabulary()
                                .label("INDICATOR", value.rule().indicator(), Locale.TRADITIONAL_CHINESE))
                        .isNotEqualTo(value.rule().indicator()));
    }

    @Test
    void the_daily_report_of_a_go_live_counts_what_reached_head_office_and_should_not() {
        Policy policy = packs.get("ITB").policy();
        ReportPeriod day = ReportPeriod.parse("2026-03-01");

        List<Case> reached = received("ITB", CAUSED, "HOTLINE_HEAD_OFFICE", "PHONE", "PHONE");
        IndicatorValue three = value(ReportContent.of(policy, day, reached.stream()), "HEAD_OFFICE_COUNT");
        List<Case> spared = received("ITB", CAUSED, "PHONE");
        IndicatorValue one = value(ReportContent.of(policy, day, spared.stream()), "HEAD_OFFICE_COUNT");

        assertThat(three.total().part()).isOne();
        assertThat(three.onTarget()).contains(false);
        assertThat(one.onTarget()).contains(true);
    }

    @Test
    void the_half_year_report_to_the_regulator_counts_petitions_and_delay() {
        ReportContent content = ReportContent.of(
                packs.get("CBR").policy(),
                ReportPeriod.parse("2026-H1"),
                received("CBR", List.of(), "PETITION", "LETTER", "LETTER").stream());

        assertThat(value(content, "PETITION_COUNT").total().part()).isOne();
        assertThat(value(content, "PETITION_COUNT").total().whole()).isEqualTo(3);
        assertThat(value(content, "OVERDUE_RATE").total().value()).isEqualTo("0.0000");
        assertThat(content.indicators())
                .extracting(value -> value.rule().report())
                .containsOnly("CBR-D07");
    }
}
