package org.complaintkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.fixture.Indicators;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.report.IndicatorValue;
import org.complaintkit.report.Measured;
import org.complaintkit.report.ReportContent;
import org.complaintkit.report.ReportDuty;
import org.complaintkit.report.ReportPeriod;
import org.junit.jupiter.api.Test;

/** What programs outside read of reports: their figures, and how they stand as duties of the institution. */
class ReportJsonTest {
    private static final ReportPeriod MARCH = ReportPeriod.parse("2026-03");
    private static final ReportPeriod APRIL = ReportPeriod.parse("2026-04");

    private static String written(IndicatorValue... values) {
        return ReportJson.write(
                new ReportContent(TestPolicy.policy("T").pack(), ReportPeriod.parse("2026-03"), List.of(values)));
    }

    private static CaseEvent filing(String id, String period, String at, String... more) {
        Map<String, Object> data = new TreeMap<>(Map.of("report", "T-R01", "period", period));
        for (int i = 0; i < more.length; i += 2) {
            data.put(more[i], more[i + 1]);
        }
        return new CaseEvent(id, "REPORT_FILED", "UNIT", "", Instant.parse(at), Instant.parse(at), data);
    }

    @Test
    void a_figure_is_told_with_what_it_was_reckoned_from_its_target_and_its_groups() {
        IndicatorValue value = new IndicatorValue(
                Indicators.row("ON_TIME_RATE; BY_SOURCE=LETTER|PHONE BY_SOURCE; ; ; ; >= 0.9; CLOSED; T-R01"),
                Measured.rate(3, 4),
                Measured.rate(1, 2),
                List.of(new IndicatorValue.Group(
                        "LETTER", 4, new BigDecimal("1.0000"), Measured.rate(3, 4), Measured.rate(0, 0))));

        assertThat(written(value))
                .isEqualTo("{\"pack\":\"T 1.0.0\",\"period\":\"2026-03\",\"from\":\"2026-03-01\",\"to\":\"2026-03-31\","
                        + "\"indicators\":[{\"indicator\":\"I_ON_TIME_RATE\",\"report\":\"T-R01\",\"clause\":\"T-01\","
                        + "\"basis\":\"TEXT\",\"cases\":\"CLOSED\",\"selected\":[\"BY_SOURCE=LETTER|PHONE\"],"
                        + "\"by\":\"BY_SOURCE\",\"part\":3,\"whole\":4,\"value\":0.7500,\"previous\":0.5000,"
                        + "\"growth\":0.5000,\"target\":\">= 0.9\",\"onTarget\":false,\"groups\":[{\"code\":\"LETTER\","
                        + "\"cases\":4,\"share\":1.0000,\"part\":3,\"whole\":4,\"value\":0.7500,\"previous\":null,"
                        + "\"growth\":null}]}]}");
    }

    @Test
    void what_is_unknown_or_not_said_is_null_and_no_key_is_left_out() {
        IndicatorValue value = new IndicatorValue(
                Indicators.row("ON_TIME_RATE; "),
                Measured.rate(0, 0),
                Measured.rate(1, 2),
                List.of(new IndicatorValue.Group("", 0, null, Measured.rate(0, 0), Measured.rate(0, 0))));

        assertThat(written(value))
                .endsWith(
                        "\"report\":null,\"clause\":\"T-01\",\"basis\":\"TEXT\",\"cases\":\"RECEIVED\",\"selected\":[],"
                                + "\"by\":null,\"part\":0,\"whole\":0,\"value\":null,\"previous\":0.5000,\"growth\":null,"
                                + "\"target\":null,\"onTarget\":null,\"groups\":[{\"code\":null,\"cases\":0,\"share\":null,"
                                + "\"part\":0,\"whole\":0,\"value\":null,\"previous\":null,\"growth\":null}]}]}");
    }

    @Test
    void a_report_that_is_owed_is_told_with_its_dates_what_was_filed_and_who_was_told_of_its_lateness() {
        TestClock clock = new TestClock(Instant.parse("2026-03-02T04:00:00Z"));
        ComplaintDesk desk = ComplaintDesk.under(TestRules.book())
                .clock(clock)
                .reporting("BANK-1", LocalDate.of(2026, 3, 1))
                .open();
        for (String day : List.of("03-02", "04-07", "04-20")) {
            clock.set(Instant.parse("2026-" + day + "T04:00:00Z"));
            desk.sweep();
        }
        desk.reports().filed("BANK-1", filing("f1", "2026-03", "2026-04-20T01:00:00Z", "reference", "No. 7"));
        ReportDuty march =
                desk.reports().filed("BANK-1", filing("f2", "2026-03", "2026-04-20T02:30:00Z", "corrects", "f1"));
        ReportDuty other = desk.reports().owed("BANK-1", MARCH).get(1);
        ReportDuty april = desk.reports().owed("BANK-1", APRIL).get(0);

        String written = ReportDutyJson.write("q", List.of(march, other, april));

        assertThat(written)
                .startsWith("{\"id\":\"q\",\"reports\":[{\"period\":\"2026-03\",\"deadlines\":[{\"id\":\"T-R01\","
                        + "\"target\":\"2026-04-10\",\"limit\":\"2026-04-10\",\"state\":\"BREACHED\","
                        + "\"status\":\"FILED_LATE\",\"targetMissed\":true,\"clause\":\"T-01\",\"basis\":\"TEXT\","
                        + "\"certainty\":\"OFFICIAL\",\"owner\":\"UNIT\",\"receiver\":\"REGULATOR\","
                        + "\"key\":\"report:BANK-1/T/T-R01/2026-03/REGULATOR\","
                        + "\"warnings\":[\"2026-04-07T00:00:00+08:00\"],\"filings\":["
                        + "{\"at\":\"2026-04-20T09:00:00+08:00\",\"kind\":\"LATE\",\"earlierPeriod\":false,"
                        + "\"reference\":\"No. 7\"},{\"at\":\"2026-04-20T10:30:00+08:00\",\"kind\":\"CORRECTION\","
                        + "\"earlierPeriod\":false,\"reference\":\"\"}]},{\"id\":\"T-R02\",")
                .contains("]},{\"period\":\"2026-04\",\"deadlines\":[{\"id\":\"T-R01\",\"target\":\"2026-05-09\","
                        + "\"limit\":\"2026-05-10\"")
                .endsWith("}]}],\"escalations\":[\"T-E01\"],\"findings\":[\"REPORT_LATE\"]}");
        assertThat(written.split("\"period\"", -1)).as("a period is told once").hasSize(3);
    }
}
