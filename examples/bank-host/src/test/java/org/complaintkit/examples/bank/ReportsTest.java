package org.complaintkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import org.complaintkit.examples.bank.watch.SweepSchedule;
import org.junit.jupiter.api.Test;

/** What the bank owes its supervisors, whether anybody complains or not. */
class ReportsTest {
    private static final String ADDRESS = "/institutions/BANK-1/reports";
    private static final String FILED = Bank.event("REPORT_FILED", "ACCEPTANCE_DEPT");

    private static YearMonth month() {
        return YearMonth.from(Bank.CLOCK.instant().atZone(ZoneId.of("Asia/Shanghai")));
    }

    private static HttpResponse<String> owed(YearMonth month) {
        return Bank.get(ADDRESS + "?from=" + month.atDay(1) + "&to=" + month.atEndOfMonth(), "clerk");
    }

    private static JsonNode duty(HttpResponse<String> answer) {
        return Bank.json(answer).path("reports").get(0).path("deadlines").get(0);
    }

    private static HttpResponse<String> file(String user, String key, String report, String further) {
        String data = ",\"data\":{\"report\":\"%s\",\"period\":\"%s\"%s}}".formatted(report, month(), further);
        String event = Bank.event("REPORT_FILED", "ACCEPTANCE_DEPT").strip().replaceFirst("}$", "") + data;
        return Bank.post(ADDRESS, user, key, event);
    }

    @Test
    void a_report_is_owed_filed_once_and_corrected() {
        Bank.CLOCK.go(Duration.ofDays(31));
        HttpResponse<String> before = owed(month());
        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(duty(before).path("status").asText()).isEqualTo("NOT_YET_DUE");
        assertThat(duty(before).path("clause").asText()).isEqualTo("RCC-21b");
        assertThat(duty(before).path("limit").asText())
                .isEqualTo(month().plusMonths(1).atDay(10).toString());

        HttpResponse<String> filed = file("clerk", "f-1", "RCC-D13", ",\"reference\":\"No. 1\"");
        assertThat(filed.statusCode()).isEqualTo(200);
        assertThat(duty(filed).path("status").asText()).isEqualTo("FILED");
        assertThat(file("clerk", "f-1", "RCC-D13", ",\"reference\":\"No. 1\"").body())
                .as("the same request again")
                .isEqualTo(filed.body());
        HttpResponse<String> corrected = file("clerk", "f-2", "RCC-D13", ",\"corrects\":\"No. 1\"");
        assertThat(Bank.values(duty(corrected).path("filings"), "kind")).containsExactly("IN_TIME", "CORRECTION");
        assertThat(duty(owed(month()))).isEqualTo(duty(corrected));
    }

    @Test
    void the_sweep_opens_a_period_and_finds_it_late_and_the_duties_leave_by_the_outbox() {
        SweepSchedule schedule = Bank.bean(SweepSchedule.class);
        Bank.CLOCK.go(Duration.ofDays(31));
        schedule.sweep();
        YearMonth month = month();
        String key = duty(owed(month)).path("key").asText();
        assertThat(key).startsWith("report:BANK-1/RCC/RCC-D13/" + month);
        assertThat(rows("duty_outbox", "key", key)).as("that it is owed").isEqualTo(1);

        Bank.CLOCK.go(Duration.ofDays(60));
        schedule.sweep();

        assertThat(duty(owed(month)).path("status").asText()).isEqualTo("OVERDUE");
        assertThat(Bank.json(owed(month)).path("findings").get(0).asText()).isEqualTo("REPORT_LATE");
        assertThat(rows("duty_outbox", "key", key)).as("a warning as well").isGreaterThan(1);
        assertThat(rows("worklist", "case_id", key)).as("it is no case").isZero();
        String address = "/complaints/" + key.replace(":", "%3A").replace("/", "%2F");
        assertThat(Bank.get(address, "clerk").statusCode()).isGreaterThanOrEqualTo(400);
    }

    private static long rows(String table, String column, String key) {
        return Bank.database()
                .sql("select count(*) from " + table + " where starts_with(" + column + ", ?)")
                .param(key)
                .query(Long.class)
                .single();
    }

    @Test
    void what_cannot_be_filed_or_asked_is_refused_in_words() {
        assertThat(Bank.get("/institutions/NOBODY/reports?from=2026-03-01&to=2026-03-31", "clerk")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Bank.get(ADDRESS + "?from=yesterday&to=2026-03-31", "clerk").statusCode())
                .isEqualTo(400);
        assertThat(Bank.get(ADDRESS + "?from=2026-03-01&to=2036-03-31", "clerk").statusCode())
                .isEqualTo(422);
        HttpResponse<String> unknown = file("clerk", "f-3", "RCC-D99", "");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(Bank.json(unknown).path("code").asText()).isEqualTo("UNKNOWN_REPORT");
        assertThat(file("head", "f-4", "RCC-D13", "").statusCode()).isEqualTo(403);
        assertThat(Bank.json(Bank.post(ADDRESS, "clerk", "f-5", FILED.replace("REPORT_FILED", "CONTACTED")))
                        .path("code")
                        .asText())
                .isEqualTo("EVENT_TYPE");
    }
}
