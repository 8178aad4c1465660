package org.complaintkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Two complaints of one matter become one case and part again, in one transaction each. */
class MergerTest {
    private static String merger(String into) {
        return Bank.event("CASE_MERGED", "ACCEPTANCE_DEPT").strip().replaceFirst("}$", "") + ",\"data\":{\"into\":\""
                + into + "\"}}";
    }

    private static JsonNode stored(String id) {
        return Bank.json(Bank.get("/complaints/" + id, "clerk"));
    }

    private static String version(String id) {
        return Bank.header(Bank.get("/complaints/" + id, "clerk"), "ETag");
    }

    @Test
    void the_case_that_carries_on_answers_and_both_part_again() {
        String who = ",\"complainant\":{\"contact\":\"0200 1\"}";
        Bank.receive("merge-1", Bank.complaint("Outlet M", who));
        Bank.receive("merge-2", Bank.complaint("Outlet M", who));

        String merger = merger("merge-2");
        HttpResponse<String> merged = Bank.post("/complaints/merge-1/merge", "clerk", "m", merger);
        assertThat(merged.statusCode()).isEqualTo(200);
        assertThat(Bank.header(merged, "Content-Location")).isEqualTo("/complaints/merge-2");
        assertThat(Bank.header(merged, "ETag")).isEqualTo(version("merge-2")).isEqualTo("\"2\"");
        assertThat(Bank.json(merged).path("case").path("id").asText()).isEqualTo("merge-2");
        assertThat(stored("merge-1").path("state").asText()).isEqualTo("MERGED");

        assertThat(Bank.post("/complaints/merge-1/merge", "clerk", "m", merger).statusCode())
                .isEqualTo(200);
        assertThat(version("merge-2")).as("the same request again").isEqualTo("\"2\"");

        String parting = Bank.event("CASE_UNMERGED", "ACCEPTANCE_DEPT");
        HttpResponse<String> parted = Bank.post("/complaints/merge-1/unmerge", "clerk", "u", parting);
        assertThat(parted.statusCode()).isEqualTo(200);
        assertThat(Bank.header(parted, "Content-Location")).isEqualTo("/complaints/merge-1");
        assertThat(stored("merge-1").path("state").asText()).isEqualTo("RECEIVED");
        assertThat(version("merge-2")).isEqualTo("\"3\"");
    }

    @Test
    void a_merger_that_fails_half_way_is_taken_back_whole() {
        Bank.receive("merge-3", Bank.complaint("Outlet M"));
        Bank.receive("merge-4", Bank.complaint("Outlet M"));
        Bank.database().sql("alter table customer_contact rename to elsewhere").update();
        HttpResponse<String> failed;
        try {
            failed = Bank.post("/complaints/merge-3/merge", "clerk", "m", merger("merge-4"));
        } finally {
            Bank.database()
                    .sql("alter table elsewhere rename to customer_contact")
                    .update();
        }
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(version("merge-3")).isEqualTo("\"1\"");
        assertThat(version("merge-4")).isEqualTo("\"1\"");
    }

    /** The first to come waits for the case that the second would take last. */
    @Test
    void of_two_opposite_mergers_at_once_one_is_written_and_the_other_refused() throws SQLException {
        Bank.receive("merge-6", Bank.complaint("Outlet M"));
        Bank.receive("merge-7", Bank.complaint("Outlet M"));
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        try (Connection holder = Bank.bean(DataSource.class).getConnection()) {
            holder.setAutoCommit(false);
            try (Statement hold = holder.createStatement()) {
                hold.execute("select 1 from complaint_case where id = 'merge-6' for update");
            }
            answers.add(merging("merge-7", "merge-6"));
            waiting(1);
            answers.add(merging("merge-6", "merge-7"));
            waiting(2);
            holder.rollback();
            holder.setAutoCommit(true);
        }
        assertThat(answers).extracting(answer -> answer.join().statusCode()).containsExactlyInAnyOrder(200, 422);
        assertThat(List.of(
                        stored("merge-6").path("state").asText(),
                        stored("merge-7").path("state").asText()))
                .containsOnlyOnce("MERGED");
    }

    private static CompletableFuture<HttpResponse<String>> merging(String id, String into) {
        return CompletableFuture.supplyAsync(
                () -> Bank.post("/complaints/" + id + "/merge", "clerk", "m" + id, merger(into)));
    }

    /** Until so many sessions wait for a lock. */
    private static void waiting(int sessions) {
        Instant patience = Instant.now().plusSeconds(60);
        int seen = 0;
        while (seen < sessions) {
            assertThat(Instant.now()).as("%s of %s wait", seen, sessions).isBefore(patience);
            seen = Bank.database()
                    .sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                    .query(Integer.class)
                    .single();
        }
    }

    @Test
    void what_cannot_be_merged_is_refused_with_its_reason() {
        Bank.receive("merge-5", Bank.complaint("Outlet M"));
        refused(422, "MERGE_WITH_ITSELF", Bank.post("/complaints/merge-5/merge", "clerk", "m", merger("merge-5")));
        refused(404, "UNKNOWN_CASE", Bank.post("/complaints/merge-5/merge", "clerk", "m", merger("merge-99")));
        refused(422, "CASE_ID", Bank.post("/complaints/merge-5/merge", "clerk", "m", merger("\\u0000")));
        refused(422, "MISSING_FIELD", Bank.post("/complaints/merge-5/merge", "clerk", "m", merger("")));
        refused(
                422,
                "EVENT_TYPE",
                Bank.post("/complaints/merge-5/merge", "clerk", "m", Bank.event("CONTACTED", "ACCEPTANCE_DEPT")));
        refused(422, "HALF_A_MERGER", Bank.post("/complaints/merge-5/events", "clerk", "m", merger("merge-1")));
        refused(
                422,
                "NOT_MERGED",
                Bank.post("/complaints/merge-5/unmerge", "clerk", "u", Bank.event("CASE_UNMERGED", "ACCEPTANCE_DEPT")));
        assertThat(version("merge-5")).isEqualTo("\"1\"");
    }

    private static void refused(int status, String code, HttpResponse<String> answer) {
        assertThat(Bank.json(answer).path("code").asText()).as(answer.body()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
