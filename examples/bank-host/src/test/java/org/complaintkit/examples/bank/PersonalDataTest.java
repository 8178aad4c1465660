package org.complaintkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.examples.bank.outbox.OutboxRelay;
import org.complaintkit.examples.bank.watch.SweepSchedule;
import org.junit.jupiter.api.Test;

/** A name that is sent in every place stands in no log and in no answer. */
class PersonalDataTest {
    private static final String CANARY = "Cánary Wang 13800138000";
    private static final List<String> PARTS = List.of("Wang", "13800138000");

    private static String personal(String unit) {
        return Bank.complaint(
                unit,
                ",\"text\":\"%1$s\",\"onBehalfOf\":\"%1$s\",\"complainant\":{\"name\":\"%1$s\",\"contact\":\"%1$s\"}"
                        .formatted(CANARY));
    }

    @Test
    void what_identifies_a_person_stays_in_the_database() throws IOException {
        List<HttpResponse<String>> answers = new ArrayList<>();
        answers.add(Bank.receive("canary-1", personal("Outlet C")));
        answers.add(Bank.receive("canary-1", personal("Outlet D")));
        answers.add(Bank.get("/complaints/canary-1", "clerk"));
        answers.add(Bank.post(
                "/complaints/canary-1/events",
                "head",
                "e",
                Bank.event("CONTACTED", "UNIT_HEAD").replace("}", ",\"data\":{\"note\":\"" + CANARY + "\"}}")));
        answers.add(Bank.receive("canary-2", personal("Outlet C").replace("PHONE", CANARY)));
        answers.add(Bank.receive("canary-2", personal("Outlet C").replace("\"unit\"", "\"" + CANARY + "\"")));
        answers.add(Bank.receive("canary-2", personal("Outlet C") + CANARY));
        answers.add(Bank.get("/worklist?by=Canary-13800138000", "clerk"));
        answers.add(Bank.get("/codes/CATEGORY?Canary=13800138000", "clerk"));
        answers.add(Bank.get("/actuator/health", "Canary-13800138000"));
        Bank.database().sql("alter table customer_contact rename to elsewhere").update();
        try {
            answers.add(Bank.receive("canary-3", personal("Outlet C")));
        } finally {
            Bank.database()
                    .sql("alter table elsewhere rename to customer_contact")
                    .update();
        }
        Bank.bean(SweepSchedule.class).sweep();
        Bank.RECEIVER.answers(500);
        Bank.bean(OutboxRelay.class).run();
        Bank.RECEIVER.answers(204);

        assertThat(answers).extracting(HttpResponse::statusCode).contains(201, 400, 422, 500);
        assertThat(answers.stream().map(HttpResponse::body)).noneMatch(PersonalDataTest::tells);
        try (Stream<String> log = Files.lines(Bank.LOG)) {
            List<String> lines = log.toList();
            assertThat(lines).anyMatch(line -> line.contains("canary-1") && line.contains("COMPLAINT_RECEIVED"));
            assertThat(lines).anyMatch(line -> line.contains("request failed"));
            assertThat(lines).anyMatch(line -> line.contains("duty not taken"));
            assertThat(lines).noneMatch(PersonalDataTest::tells);
            assertThat(lines).as("each line is one object").allMatch(line -> line.startsWith("{\"@timestamp\""));
        }
        assertThat(Bank.database()
                        .sql("select content from complaint_case where id = 'canary-1'")
                        .query(String.class)
                        .single())
                .as("the store has it")
                .matches(PersonalDataTest::tells);
    }

    private static boolean tells(String text) {
        return PARTS.stream().anyMatch(text::contains) && !text.isEmpty();
    }
}
