package org.complaintkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.repository.CaseRepository;
import org.junit.jupiter.api.Test;

/** What a person may ask: all that is held, and its end once no clause demands it any more. */
class PersonTest {
    private static final String NAME = "Sparrow Zhao";

    /** A case from receipt to archive in three days of a year. */
    private static void live(String id, String year) {
        String complainant = ",\"complainant\":{\"name\":\"" + NAME + "\",\"contact\":\"0300 " + id + "\"}";
        String complaint = "{\"receivedAt\":\"%s-03-04T09:00:00+08:00\",\"channel\":\"PHONE\","
                + "\"intakeCategories\":[\"SERVICE_ATTITUDE\"],\"unit\":\"Outlet P\",\"text\":\"I am %s\"%s}";
        assertThat(Bank.receive(id, complaint.formatted(year, NAME, complainant))
                        .statusCode())
                .isEqualTo(201);
        List.of("INVESTIGATION_STARTED", "REPLIED_TO_CUSTOMER", "CLOSED_EVENT", "ARCHIVED_EVENT")
                .forEach(type -> {
                    String event = "{\"at\":\"%s-03-05T10:00:00+08:00\",\"type\":\"%s\",\"by\":\"ACCEPTANCE_DEPT\"}";
                    assertThat(Bank.post("/complaints/" + id + "/events", "clerk", type, event.formatted(year, type))
                                    .statusCode())
                            .isEqualTo(200);
                });
    }

    private static HttpResponse<String> erase(String id, String user) {
        return Bank.send(Bank.request("/complaints/" + id + "/erasure", user).POST(BodyPublishers.noBody()));
    }

    @Test
    void a_customer_is_told_everything_of_all_cases_and_nobody_else_hears_it() {
        live("person-1", "2019");
        String again = ",\"complainant\":{\"contact\":\"0300 person-1\"}";
        Bank.receive("person-2", Bank.complaint("Outlet P", again));

        HttpResponse<String> export = Bank.get("/complaints/person-2/export", "privacy");
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(Bank.header(export, "Cache-Control")).contains("no-store");
        JsonNode told = Bank.json(export);
        assertThat(told.path("subject").asText()).isEqualTo("COMPLAINANT");
        assertThat(told.path("cases")).hasSize(2);
        assertThat(export.body()).contains(NAME).contains("0300 person-1").doesNotContain("head of Outlet P");
        assertThat(told.path("cases").get(0).path("audit")).isNotEmpty();

        assertThat(Bank.get("/complaints/person-2/export", "clerk").statusCode())
                .isEqualTo(403);
        assertThat(Bank.get("/complaints/person-99/export", "privacy").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_customer_with_several_contacts_is_named_by_a_case_of_each_and_another_at_the_telephone_is_told_nothing() {
        String who = ",\"complainant\":{\"name\":\"%s\",\"contact\":\"%s\"}";
        Bank.receive("person-11", Bank.complaint("Outlet P", who.formatted("Zhou Sparrow", "0300 11")));
        Bank.receive("person-12", Bank.complaint("Outlet P", who.formatted("Zhou Sparrow", "zhou@person.example")));
        Bank.receive("person-13", Bank.complaint("Outlet P", who.formatted("Zhou Finch", "0300 11")));
        Bank.receive("person-14", Bank.complaint("Outlet P", ",\"complainant\":{\"contact\":\"0300 11\"}"));

        HttpResponse<String> one = Bank.get("/complaints/person-11/export", "privacy");
        assertThat(Bank.json(one).path("cases")).hasSize(1);
        assertThat(one.body()).contains("person-11").doesNotContain("Finch");
        HttpResponse<String> both = Bank.get("/complaints/person-11/export?also=person-12", "privacy");
        assertThat(Bank.json(both).path("cases")).hasSize(2);
        assertThat(both.body()).contains("zhou@person.example").doesNotContain("Finch");

        HttpResponse<String> several = Bank.get("/complaints/person-14/export", "privacy");
        assertThat(several.statusCode()).isEqualTo(422);
        assertThat(several.body()).contains("SEVERAL_PERSONS").doesNotContain("Zhou", "0300");
        assertThat(Bank.get("/complaints/person-11/export?also=%00", "privacy").statusCode())
                .isEqualTo(422);
        assertThat(Bank.get("/complaints/person-11/export?also=person-99", "privacy")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_log_names_every_case_by_which_data_were_told_and_nothing_that_was_refused() throws IOException {
        String who = ",\"complainant\":{\"name\":\"%s\",\"contact\":\"%s\"}";
        Bank.receive("person-21", Bank.complaint("Outlet P", who.formatted("Gu Sparrow", "0300 21")));
        Bank.receive("person-22", Bank.complaint("Outlet P", who.formatted("Gu Sparrow", "gu@person.example")));
        Bank.receive("person-23", Bank.complaint("Outlet P", who.formatted("Gu Finch", "0300 21")));
        Bank.receive("person-24", Bank.complaint("Outlet P", ",\"complainant\":{\"contact\":\"0300 21\"}"));
        long before = told("person-2");

        String many = IntStream.range(0, 21).mapToObj(i -> "also=person-" + i).collect(Collectors.joining("&"));
        HttpResponse<String> bounded = Bank.get("/complaints/person-21/export?" + many, "privacy");
        assertThat(bounded.statusCode()).isEqualTo(422);
        assertThat(bounded.body()).contains("TOO_MANY_CASES");
        assertThat(Bank.get("/complaints/person-24/export", "privacy").statusCode())
                .isEqualTo(422);
        assertThat(told("person-2")).as("refused").isEqualTo(before);

        assertThat(Bank.get("/complaints/person-21/export?also=person-22&also=person-22", "privacy")
                        .statusCode())
                .isEqualTo(200);
        assertThat(told("\"case\":\"person-21\",\"also\":\"person-22\"")).isEqualTo(1);
    }

    /** How many lines of the log say so of a customer's data. */
    private static long told(String what) throws IOException {
        try (Stream<String> log = Files.lines(Bank.LOG)) {
            return log.filter(line -> line.contains("customer's data told") && line.contains(what))
                    .count();
        }
    }

    @Test
    void a_member_of_staff_is_told_of_the_own_part_only() {
        live("person-3", "2020");
        HttpResponse<String> export = Bank.get("/staff/clerk/export", "privacy");
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(Bank.json(export).path("subject").asText()).isEqualTo("STAFF");
        assertThat(export.body()).contains("person-3").doesNotContain(NAME).doesNotContain("head of Outlet P");
        assertThat(Bank.get("/staff/clerk/export", "clerk").statusCode()).isEqualTo(403);
    }

    @Test
    void what_no_clause_demands_any_more_is_erased_and_the_trail_still_verifies() {
        live("person-4", "2018");
        JsonNode may = Bank.json(Bank.get("/complaints/person-4/erasure", "clerk"));
        assertThat(may.path("allowed").asBoolean()).as(may.toString()).isTrue();
        assertThat(erase("person-4", "clerk").statusCode()).isEqualTo(403);
        assertThat(erase("person-4", "privacy").statusCode()).isEqualTo(204);
        assertThat(erase("person-4", "privacy").statusCode()).as("sent again").isEqualTo(204);

        assertThat(Bank.database()
                        .sql("select content from complaint_case where id = 'person-4'")
                        .query(String.class)
                        .single())
                .doesNotContain(NAME)
                .doesNotContain("0300");
        assertThat(Bank.json(Bank.get("/complaints/person-4/export", "privacy")).path("cases"))
                .isEmpty();
        assertThat(Bank.json(Bank.get("/complaints/person-4", "clerk"))
                        .path("category")
                        .asText())
                .isEqualTo("SERVICE_ATTITUDE");
        List<AuditEntry> trail = Bank.bean(CaseRepository.class).audit("person-4");
        assertThat(AuditTrail.firstBroken(trail, trail.get(trail.size() - 1).hash()))
                .isEmpty();
    }

    @Test
    void what_a_clause_still_demands_is_kept() {
        Bank.receive("person-5", Bank.complaint("Outlet P"));
        kept("person-5", "CASE_NOT_ARCHIVED", "");
        live("person-6", "2025");
        kept("person-6", "RETENTION_RUNS", "RCC-06");
        assertThat(erase("person-99", "privacy").statusCode()).isEqualTo(404);
    }

    private static void kept(String id, String code, String clause) {
        HttpResponse<String> refused = erase(id, "privacy");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Bank.json(refused).path("code").asText()).isEqualTo(code);
        JsonNode may = Bank.json(Bank.get("/complaints/" + id + "/erasure", "clerk"));
        assertThat(may.path("allowed").asBoolean()).isFalse();
        assertThat(Bank.values(may.path("reasons"), "clause")).contains(clause);
    }
}
